/** What is refused between tenants and over findings; part of `issueCodes`. */
export const facesIssueCodes = {
  'affiliation.account': {
    severity: 'error',
    what: {
      en: 'A claim names an account of the platform, and nothing else does ({kind}).',
      zh: '仅认领关系需要、且必须填写平台上的经营者编号（{kind}）。',
    },
    todo: { en: 'Give the account of a claim, or leave it out.', zh: '请补充或去掉经营者编号。' },
  },
  'affiliation.no_step': {
    severity: 'error',
    what: {
      en: 'From where it stands ({status}) it cannot go there.',
      zh: '当前状态（{status}）不能作此变更。',
    },
    todo: { en: 'Look at it again; propose a new one.', zh: '请刷新后查看，或重新提出。' },
  },
  'affiliation.other_side': {
    severity: 'error',
    what: {
      en: 'The other side confirms what you proposed.',
      zh: '由对方确认，提出方不能自行确认。',
    },
    todo: { en: 'Wait for its administrator.', zh: '请等待对方管理员处理。' },
  },
  'affiliation.platform_unknown': {
    severity: 'error',
    what: {
      en: 'The inspection is about a platform with which your tenant has no confirmed affiliation.',
      zh: '检查所涉平台与本机构没有已确认的关系。',
    },
    todo: { en: 'Have the affiliation confirmed first.', zh: '请先由对方确认关系。' },
  },
  'affiliation.regulator_ends': {
    severity: 'error',
    what: {
      en: 'A platform does not end its own supervision.',
      zh: '平台不能自行终止对其的监管关系。',
    },
    todo: { en: 'Ask the regulator.', zh: '请联系监管机构。' },
  },
  'affiliation.taken': {
    severity: 'error',
    what: {
      en: 'Another operator’s claim to this account is confirmed.',
      zh: '该经营者编号已确认由其他经营者认领。',
    },
    todo: { en: 'End that one first, if it is wrong.', zh: '如确有错误，请先终止原认领。' },
  },
  'affiliation.there': {
    severity: 'error',
    what: {
      en: 'The same is proposed or confirmed already.',
      zh: '相同的关系已提出或已确认。',
    },
    todo: { en: 'Look for it in the list.', zh: '请在列表中查看。' },
  },
  'affiliation.wrong_parties': {
    severity: 'error',
    what: {
      en: 'A {own} proposes no such affiliation ({kind}) to a {other}.',
      zh: '参与方 {own} 不能向 {other} 提出此类关系（{kind}）。',
    },
    todo: {
      en:
        'Jurisdiction: regulator and platform; member: association and platform or operator;' +
        ' claim: by the operator to the platform.',
      zh: '监管：监管机构与平台；会员：协会与平台或经营者；认领：由经营者向平台提出。',
    },
  },
  'connector.bad_schedule': {
    severity: 'error',
    what: {
      en: 'There is no moment of “{cron}” in the zone {zone}.',
      zh: '按“{cron}”在时区 {zone} 没有可执行的时刻。',
    },
    todo: {
      en: 'Five fields: minute, hour, day of month, month, day of week.',
      zh: '请填写五段：分、时、日、月、星期。',
    },
  },
  'connector.not_allowed': {
    severity: 'error',
    what: {
      en: 'This server may not read the database at {place}.',
      zh: '本服务器未获准读取 {place} 的数据库。',
    },
    todo: {
      en: 'Ask whoever runs the server to allow it (--connector-host).',
      zh: '请联系运维人员以 --connector-host 准许。',
    },
  },
  'connector.unreadable': {
    severity: 'error',
    what: {
      en: 'The sealed address of the connector cannot be opened.',
      zh: '无法解开该连接的密封地址。',
    },
    todo: {
      en: 'The sealing key of this installation was changed: connect it anew.',
      zh: '本系统的密封密钥已更换，请重新建立连接。',
    },
  },
  'findings.no_pair': {
    severity: 'error',
    what: {
      en: 'These are not an earlier and a later inspection of one platform.',
      zh: '两次检查不是同一平台先后进行的检查。',
    },
    todo: { en: 'Name the earlier one as `since`.', zh: '请以 since 指明先前的检查。' },
  },
  'findings.month_not_over': {
    severity: 'error',
    what: { en: 'The month {month} is not over.', zh: '{month} 月份尚未结束。' },
    todo: { en: 'Ask when it is.', zh: '请在月份结束后查询。' },
  },
  'findings.several_inspections': {
    severity: 'error',
    what: {
      en: 'The findings are of several inspections.',
      zh: '所选发现来自多次检查。',
    },
    todo: { en: 'Open a matter for each.', zh: '请按检查分别新建事项。' },
  },
  'unlock.unreadable': {
    severity: 'error',
    what: {
      en: 'The raw files of this inspection cannot be read again ({code}).',
      zh: '无法重新读取本次检查的原始文件（{code}）。',
    },
    todo: {
      en: 'What came from a live database stands in that database alone.',
      zh: '来自在线数据库的数据仅存于该数据库。',
    },
  },
} as const;
