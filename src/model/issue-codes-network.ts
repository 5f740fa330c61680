/** Repairs and limits of the recruitment network; part of `issueCodes`. */
export const networkIssueCodes = {
  'network.candidates_truncated': {
    severity: 'info',
    what: {
      en: '{shown} of {all} members of the {tree} tree with 30 people and 3 levels are listed.',
      zh: '{tree} 网络中达到30人三级的会员共 {all} 名，报告列出 {shown} 名。',
    },
    todo: {
      en: 'All of them are in the network_member table.',
      zh: '全部名单见 network_member 表。',
    },
  },
  'network.cycles_cut': {
    severity: 'warning',
    what: {
      en: '{on_cycles} members of the {table} tree form circles, cut at the earliest: {members}.',
      zh: '{table} 网络的推荐关系成环（环上共 {on_cycles} 名会员），均在最早加入者之上切断：{members}。',
    },
    todo: {
      en: 'Look up in the source who really recruited them.',
      zh: '请在源系统核实其真实推荐人。',
    },
  },
  'network.late_parents': {
    severity: 'warning',
    what: {
      en: 'Some members of the {table} tree joined before the member they hang under.',
      zh: '{table} 网络中部分会员的加入时间早于其上级。',
    },
    todo: {
      en: 'They count for it from the day it joined; check for re-assigned recruits.',
      zh: '自上级加入之日起计入其下线；请核查是否存在改绑。',
    },
  },
  'network.missing_parents': {
    severity: 'warning',
    what: {
      en: 'Members of the {table} tree whose upline is not in the data count as tops: {members}.',
      zh: '{table} 网络中部分会员的上级不在数据中，按顶点处理：{members}。',
    },
    todo: {
      en: 'Obtain the missing accounts; heads and levels above them cannot be counted.',
      zh: '请补充缺失账号；其上的人数与层级无法计算。',
    },
  },
  'network.self_parents': {
    severity: 'warning',
    what: {
      en: 'Members of the {table} tree who name themselves as upline count as tops: {members}.',
      zh: '{table} 网络中部分会员以自己为上级，按顶点处理：{members}。',
    },
    todo: { en: '', zh: '' },
  },
  'network.sum_too_large': {
    severity: 'error',
    what: {
      en: 'The amounts of all members together exceed {limit} minor units, the most that is exact.',
      zh: '全部会员金额合计超过 {limit} 最小货币单位，无法精确计算。',
    },
    todo: {
      en: 'Check the money unit of the mapping; else split the data by scheme.',
      zh: '请检查映射中的金额单位，或按网络拆分数据。',
    },
  },
  'network.unknown_join_dates': {
    severity: 'warning',
    what: {
      en: 'Some members have no joining date; they count as people, but for no date.',
      zh: '部分会员没有加入日期，计入人数，但不参与达标日期的计算。',
    },
    todo: { en: '', zh: '' },
  },
} as const;
