/** What keeps a draft from becoming a standard; part of `issueCodes`. */
export const proposalIssueCodes = {
  'proposal.bad_until': {
    severity: 'error',
    what: {
      en: 'Comment ends on a later day than {on}, at most {days} days ahead.',
      zh: '征求意见截止日应晚于 {on}，且最长不超过 {days} 日。',
    },
    todo: { en: 'Give another last day.', zh: '请另定截止日。' },
  },
  'proposal.changed': {
    severity: 'error',
    what: {
      en: 'Somebody took a step meanwhile: the proposal has {number} steps.',
      zh: '该提案已有他人办理，现有 {number} 个步骤。',
    },
    todo: { en: 'Read it again and decide anew.', zh: '请重新查看后再作决定。' },
  },
  'proposal.comment_closed': {
    severity: 'error',
    what: {
      en: 'This proposal is not out for comment today.',
      zh: '该提案目前不在征求意见期内。',
    },
    todo: {
      en: 'Tell its proposer by another way; the list shows what is out for comment.',
      zh: '可另行向提案方反映；列表中可查看正在征求意见的提案。',
    },
  },
  'proposal.draft_busy': {
    severity: 'error',
    what: {
      en: 'The draft has a proposal that is not decided yet.',
      zh: '该草案已有尚未办结的提案。',
    },
    todo: {
      en: 'Go on with that proposal, or drop it first.',
      zh: '请继续办理该提案，或者先予撤回。',
    },
  },
  'proposal.foreign_id': {
    severity: 'error',
    what: {
      en: '{id} does not begin with the id of the pack, {standard}, and a full stop.',
      zh: '{id} 应以标准包编号“{standard}.”开头。',
    },
    todo: {
      en: 'Name provisions and term lists after their pack, so that no two standards share one.',
      zh: '请以所属标准包命名条款和词表，避免与其他标准重名。',
    },
  },
  'proposal.id_taken': {
    severity: 'error',
    what: {
      en: 'A pack {id} is published by somebody else, or comes with the software.',
      zh: '编号为 {id} 的标准包已由他人发布，或者随软件提供。',
    },
    todo: {
      en: 'Choose another id: lower-case words joined by hyphens.',
      zh: '请另取编号：小写单词，以连字符连接。',
    },
  },
  'proposal.no_comment': {
    severity: 'error',
    what: {
      en: 'The proposal was never out for comment, and no reason is given.',
      zh: '该提案未公开征求意见，且未说明理由。',
    },
    todo: {
      en: 'Open it for comment, or say why not: it is shown to the public.',
      zh: '请公开征求意见，或者说明不征求意见的理由（理由将公开）。',
    },
  },
  'proposal.no_reason': {
    severity: 'error',
    what: { en: 'This step takes a reason.', zh: '该步骤必须说明理由。' },
    todo: { en: 'State it.', zh: '请填写理由。' },
  },
  'proposal.not_now': {
    severity: 'error',
    what: {
      en: 'Step {step} is not possible in status {status}.',
      zh: '提案处于 {status} 状态，不能进行步骤 {step}。',
    },
    todo: {
      en: 'Read it again: somebody may have taken a step, or the time for comment ended.',
      zh: '请重新查看：可能已有他人办理，或者征求意见期已届满。',
    },
  },
  'proposal.opinions_full': {
    severity: 'error',
    what: {
      en: 'This proposal has {limit} opinions: no more are taken here.',
      zh: '该提案已收到 {limit} 条意见，不再接收。',
    },
    todo: { en: 'Write to its proposer.', zh: '请直接向提案方反映。' },
  },
  'proposal.provision_unknown': {
    severity: 'error',
    what: {
      en: 'The proposal has no file {file}.',
      zh: '提案中没有文件 {file}。',
    },
    todo: {
      en: 'Name a file of it, or none to speak of the whole.',
      zh: '请指明其中的文件；针对全文的意见请留空。',
    },
  },
  'proposal.publisher_differs': {
    severity: 'error',
    what: {
      en: 'pack.yaml names {publisher} as its publisher; your tenant is {tenant}.',
      zh: 'pack.yaml 中的发布者为 {publisher}，而本机构为 {tenant}。',
    },
    todo: {
      en: 'Write the name of your tenant: nobody publishes in the name of others.',
      zh: '请填写本机构名称，不得以他人名义发布。',
    },
  },
  'proposal.rank_too_high': {
    severity: 'error',
    what: {
      en: '{provision} cites a text of rank {rank}; only a regulator speaks for the law.',
      zh: '{provision} 引用了 {rank} 等级的文本，而仅监管部门可以援引法律规范。',
    },
    todo: {
      en: 'Cite the standard itself, rank standard; name the law it rests on in the reading.',
      zh: '请引用标准自身（rank: standard），所依据的法律写入释义。',
    },
  },
  'proposal.role': {
    severity: 'error',
    what: { en: 'This step is for the role {role}.', zh: '该步骤须由 {role} 角色办理。' },
    todo: { en: 'Ask somebody who has it.', zh: '请由具有该角色的人员办理。' },
  },
  'proposal.same_person': {
    severity: 'error',
    what: {
      en: 'Whoever wrote or proposed it does not decide on it.',
      zh: '起草人、提案人不得审查自己的提案。',
    },
    todo: { en: 'Have another person decide.', zh: '请由他人审查。' },
  },
  'proposal.short_comment': {
    severity: 'error',
    what: {
      en: 'Comment on a standard lasts {days} days as a rule; this is shorter.',
      zh: '标准征求意见期一般不少于 {days} 日，所定期限较短。',
    },
    todo: {
      en: 'Choose a later day, or say why it is shorter: it is shown to the public.',
      zh: '请延长期限，或者说明缩短的理由（理由将公开）。',
    },
  },
  'proposal.tests_fail': {
    severity: 'error',
    what: {
      en: 'The draft fails its own cases: {provision}.',
      zh: '草案未通过自带用例：{provision}。',
    },
    todo: {
      en: 'Run its tests, mend the provision or the case, and propose the new revision.',
      zh: '请运行测试，修正条款或者用例后提交新的修订。',
    },
  },
  'proposal.unanswered': {
    severity: 'error',
    what: {
      en: 'Opinions without an answer: {count}.',
      zh: '尚有 {count} 条意见未处理。',
    },
    todo: {
      en: 'Answer each with a reason before the review.',
      zh: '请逐条处理并说明理由后再提交审查。',
    },
  },
  'proposal.unsound': {
    severity: 'error',
    what: {
      en: 'The draft is no sound pack: {code} in {file}.',
      zh: '草案尚不是合格的标准包：{file} 中有问题（{code}）。',
    },
    todo: {
      en: 'Check it, mend what is said, and propose the new revision.',
      zh: '请检查草案并修正全部问题，再提交新的修订。',
    },
  },
  'proposal.version_taken': {
    severity: 'error',
    what: {
      en: '{id} {version} is not higher than {latest}, which is published.',
      zh: '{id} {version} 未高于已发布的 {latest}。',
    },
    todo: {
      en: 'Raise the version in pack.yaml: what was published never changes.',
      zh: '请在 pack.yaml 中提高版本号：已发布的版本不可更改。',
    },
  },
  'standards.key_differs': {
    severity: 'error',
    what: {
      en: 'The key given is not the one the publisher signs with now.',
      zh: '所给公钥与发布者当前使用的公钥不一致。',
    },
    todo: {
      en: 'Look at the key again, and compare it with the publisher by another way.',
      zh: '请重新查看公钥，并通过其他途径与发布者核对。',
    },
  },
  'standards.not_trusted': {
    severity: 'error',
    what: {
      en: 'Edition {edition} is withdrawn, or by nobody your tenant trusts.',
      zh: '标准版本 {edition} 已废止，或者其发布者未被本机构信任。',
    },
    todo: {
      en: 'Decide on trust first; the list of publishers has it.',
      zh: '请先在“信任的发布者”中作出决定。',
    },
  },
} as const;
