/** What can go wrong with guidance. */
export const guidanceIssueCodes = {
  'guidance.unknown_operator': {
    severity: 'error',
    what: {
      en: 'The data have no operator {id} that is still there.',
      zh: '数据中没有在营的经营者 {id}。',
    },
    todo: {
      en: 'Give the id as it stands in the table of operators.',
      zh: '请按经营者表中的编号填写。',
    },
  },
} as const;
