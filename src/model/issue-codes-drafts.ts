/** What goes wrong with packs under way; part of `issueCodes`. */
export const draftIssueCodes = {
  'draft.changed': {
    severity: 'error',
    what: {
      en: 'Somebody revised the draft meanwhile: revision {revision}.',
      zh: '草案已被他人修订，当前为第 {revision} 次修订。',
    },
    todo: {
      en: 'Read that revision, put your change into it, and send it again.',
      zh: '请先查看该修订，合入您的改动后重新提交。',
    },
  },
  'draft.engine': {
    severity: 'error',
    what: {
      en: 'The database stopped at the SQL of the draft.',
      zh: '数据库在执行草案的 SQL 时出错。',
    },
    todo: {
      en: 'Test provision by provision: a number too large, or a text that is no date, is usual.',
      zh: '请逐个条款测试；常见原因是数值过大或文本不是日期。',
    },
  },
  'draft.memory': {
    severity: 'error',
    what: {
      en: 'The draft took more memory than a draft may.',
      zh: '草案占用的内存超过上限。',
    },
    todo: {
      en: 'Join fewer rows at once, and make no texts of great length.',
      zh: '请减少一次联接的行数，不要生成过长的文本。',
    },
  },
  'draft.time': {
    severity: 'error',
    what: { en: 'The draft took longer than a draft may.', zh: '草案运行时间超过上限。' },
    todo: {
      en: 'Look for a join without a condition; test with fewer rows.',
      zh: '请检查有无缺少条件的联接，或者用更少的行测试。',
    },
  },
} as const;
