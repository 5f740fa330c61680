/** What is wrong with what a step in a matter names; part of `issueCodes`. */
export const mattersIssueCodes = {
  'matters.no_contact': {
    severity: 'error',
    what: {
      en: 'No contact was left with this matter, or its term is over.',
      zh: '该事项没有封存的联系方式，或者其保存期限已届满。',
    },
    todo: {
      en: 'Contacts are kept of complaints made on the public pages alone, for three years.',
      zh: '只有经公开渠道提交的投诉才留存联系方式，保存三年。',
    },
  },
  'matters.cure_unknown': {
    severity: 'error',
    what: {
      en: 'Whether finding {finding} ({provision}) is gone, the later inspection cannot tell.',
      zh: '复查无法判断发现 {finding}（{provision}）是否已消除。',
    },
    todo: {
      en: 'What cannot be told is not cured. Inspect again with the data its provision needs.',
      zh: '无法判断的不视为已改正。请补齐该条款所需数据后重新检查。',
    },
  },
  'matters.ended': {
    severity: 'error',
    what: {
      en: 'Matter {matter} has ended: nothing goes on there.',
      zh: '事项 {matter} 已办结，不能并入。',
    },
    todo: { en: 'Link the two instead.', zh: '请改用“关联事项”。' },
  },
  'matters.expected_missing': {
    severity: 'error',
    what: {
      en: 'The step does not say what it was decided upon.',
      zh: '请求未说明是依据事项的哪一步作出的。',
    },
    todo: {
      en: 'Send `expected`, or the ETag of the matter as If-Match.',
      zh: '请提供 `expected`，或以 If-Match 提供读取事项时的 ETag。',
    },
  },
  'matters.no_tenant': {
    severity: 'error',
    what: {
      en: 'Tenant {tenant} is not there, or cannot be a party in this way.',
      zh: '机构 {tenant} 不存在，或者不能以该身份参与。',
    },
    todo: {
      en: 'Look it up in the list of tenants; consumers speak for themselves alone.',
      zh: '请在机构名录中核对；消费者只能代表本人。',
    },
  },
  'matters.no_user': {
    severity: 'error',
    what: {
      en: 'User {user} handles no matters in your tenant.',
      zh: '用户 {user} 不是本机构的承办人员。',
    },
    todo: {
      en: 'Choose a user with the role handler or approver.',
      zh: '请选择具有承办或审批角色的用户。',
    },
  },
  'matters.still_there': {
    severity: 'error',
    what: {
      en: 'The later inspection still finds {count}, the first of {provision}: {subject}.',
      zh: '复查仍发现 {count} 项，首项违反 {provision}：{subject}。',
    },
    todo: {
      en: 'Record that it is not cured, or give more time.',
      zh: '请登记为未改正，或者延长改正期限。',
    },
  },
  'matters.same_matter': {
    severity: 'error',
    what: {
      en: "Step '{step}' names the matter itself.",
      zh: '步骤“{step}”指向了事项本身。',
    },
    todo: { en: 'Name another matter.', zh: '请指定另一事项。' },
  },
} as const;
