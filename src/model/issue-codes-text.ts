/** Of texts searched for the terms of lists; part of `issueCodes`. */
export const textIssueCodes = {
  'text.hits_untold': {
    severity: 'warning',
    what: {
      en: 'Terms beyond {limit} in one text of {table}.{column} are not told: {hits}, in {rows}.',
      zh: '{table}.{column} 中有文字命中词表超过 {limit} 处，其后的 {hits} 处未逐条列出；所在行：{rows}。',
    },
    todo: {
      en:
        'For these rows, what hangs on them is "cannot tell"; found_from in screening_hit says ' +
        'where they begin. Split the texts to have all of them told.',
      zh: '对这些行，取决于该部分的条款给出“无法判断”；起点见 screening_hit 的 found_from。将文字拆分后可全部列出。',
    },
  },
} as const;
