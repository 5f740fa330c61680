/** What can go wrong with a report that is owed to an authority. */
export const submissionIssueCodes = {
  'submission.acknowledged': {
    severity: 'error',
    what: {
      en: 'The receipt already has the acknowledgement number {number}.',
      zh: '该回执已登记受理编号 {number}。',
    },
    todo: {
      en: 'If the number is wrong, make the submission again and note why.',
      zh: '如编号有误，请重新制作报送并注明原因。',
    },
  },
  'submission.identities_bad': {
    severity: 'error',
    what: {
      en: 'The file of identities cannot be used at line {line} ({where}); wanted: {expected}.',
      zh: '身份信息文件第 {line} 行（{where}）无法使用，应为：{expected}。',
    },
    todo: {
      en: 'Correct the file; docs/reference/submissions.md says what it may hold.',
      zh: '请更正该文件，写法见 docs/reference/submissions.md。',
    },
  },
  'submission.last_bad': {
    severity: 'error',
    what: {
      en: 'The last submission cannot be compared with report {report}: {seen}.',
      zh: '上次报送的回执无法与报告 {report} 比较：{seen}。',
    },
    todo: {
      en: 'Give a receipt.json of that report and the --person-key of then, or leave --last out.',
      zh: '请提供同一报告的 receipt.json 及当时所用的 --person-key，或者不使用 --last。',
    },
  },
  'submission.not_owed': {
    severity: 'error',
    what: {
      en: 'No text in force on {on} asks for report {report}; the first does from {from}.',
      zh: '{on} 尚无现行规定要求报送 {report}，相关规定自 {from} 起施行。',
    },
    todo: {
      en: 'Give a later --reference-on, or the pack that has the deadline.',
      zh: '请指定更晚的 --reference-on，或者使用载有该期限的标准包。',
    },
  },
  'submission.other_law': {
    severity: 'error',
    what: {
      en: 'Report {report} is none that the law of {jurisdiction} asks of this platform.',
      zh: '报告 {report} 不是 {jurisdiction} 法域对该平台的报送要求。',
    },
    todo: {
      en: 'GET /api/v1/submissions/owed lists what the law of the platform asks for.',
      zh: '该平台依法应报送的事项见 GET /api/v1/submissions/owed。',
    },
  },
  'submission.too_large': {
    severity: 'error',
    what: {
      en: 'List {part} of the report has more than {limit} lines.',
      zh: '报告的名单 {part} 超过 {limit} 行。',
    },
    todo: {
      en: 'Split the data by shop or region and submit each part.',
      zh: '请按店铺或者地区拆分数据后分别报送。',
    },
  },
  'submission.unknown_report': {
    severity: 'error',
    what: {
      en: 'There is no report {id}; there are: {names}.',
      zh: '没有报告 {id}，现有：{names}。',
    },
    todo: {
      en: 'Give one of these.',
      zh: '请从中选择。',
    },
  },
} as const;
