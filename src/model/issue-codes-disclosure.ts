/** What keeps something from being published; part of `issueCodes`. */
export const disclosureIssueCodes = {
  'disclosure.no_matter': {
    severity: 'error',
    what: {
      en: 'Your tenant owns no such matter of the kind this is published of.',
      zh: '本机构没有与该公示类别对应的此事项。',
    },
    todo: {
      en: 'Publish a decision of a case, and measures, recalls and draws of matters of their kind.',
      zh: '处罚决定须对应案件；处置措施、召回、双随机抽查须对应同类事项。',
    },
  },
  'disclosure.not_decided': {
    severity: 'error',
    what: {
      en: 'The matter is in status {status}: there is nothing yet, or no more, to publish.',
      zh: '该事项处于 {status} 状态，尚无或者不再有可以公示的决定。',
    },
    todo: { en: 'Publish after the decision.', zh: '请在作出决定后公示。' },
  },
  'disclosure.reasons_missing': {
    severity: 'error',
    what: {
      en: 'The statement of reasons lacks {count} things, first: {what} ({cite}).',
      zh: '理由说明缺 {count} 项，首先是：{what_zh}（{cite_zh}）。',
    },
    todo: {
      en: 'Add them; docs/reference/disclosure.md lists what each law wants.',
      zh: '请补充；各项要求见 docs/reference/disclosure.md。',
    },
  },
  'disclosure.rows_gone': {
    severity: 'error',
    what: {
      en: 'The rows of {file} are gone: a later file took its place. Its manifest stays.',
      zh: '{file} 的数据已由后一份文件取代，不再提供；其文件说明仍可查阅。',
    },
    todo: {
      en: 'Take the newest file; what was withdrawn since is in none.',
      zh: '请使用最新的文件；此后撤回的信息不再提供。',
    },
  },
  'disclosure.withdrawn': {
    severity: 'error',
    what: { en: 'It was already withdrawn.', zh: '该公示信息已经撤回。' },
    todo: { en: 'Nothing is to be done.', zh: '无须再操作。' },
  },
} as const;
