/** Records of changed recruiters that do not fit; part of `issueCodes`. */
export const historyIssueCodes = {
  'network.change_before_joining': {
    severity: 'warning',
    what: {
      en: 'For some members a change of recruiter is dated before they joined.',
      zh: '部分会员的改绑记录早于其加入时间。',
    },
    todo: {
      en: 'The change counts from the day the member joined; check the times in the source.',
      zh: '该变更自加入之日起计；请核查源系统的时间。',
    },
  },
  'network.change_closes_circle': {
    severity: 'warning',
    what: {
      en: 'On some day these members would have stood above themselves: {members}.',
      zh: '依变更记录，下列会员一度成为自己的上级：{members}。',
    },
    todo: {
      en: 'They count as tops for as long as that lasts; check who recruited them then.',
      zh: '成环期间按顶点处理；请核实其当时的推荐人。',
    },
  },
  'network.change_ends_elsewhere': {
    severity: 'warning',
    what: {
      en: 'For some members the last recorded change does not lead to their present recruiter.',
      zh: '部分会员最后一条变更记录与其现推荐人不一致。',
    },
    todo: {
      en: 'Nobody knows when the present tie came, so it counts for no date; ask for the record.',
      zh: '现有推荐关系的起始时间不明，不参与任何日期的计算；请补充变更记录。',
    },
  },
  'network.change_gap': {
    severity: 'warning',
    what: {
      en: 'For some members a change starts from another recruiter than the one before it left.',
      zh: '部分会员的变更记录前后不连续：变更前的推荐人与上一条记录的结果不符。',
    },
    todo: {
      en: 'A change seems to be missing; each record holds from its own date on.',
      zh: '可能缺少一条变更记录；各条记录自其所载时间起算。',
    },
  },
  'network.change_of_stranger': {
    severity: 'warning',
    what: {
      en: 'Some changes of recruiter concern members who are not in the data; they are left out.',
      zh: '部分变更记录所涉会员不在数据中，未予采用。',
    },
    todo: {
      en: 'Obtain the missing accounts; whoever left below them cannot be counted.',
      zh: '请补充缺失账号；其下曾有的人员无法计算。',
    },
  },
  'network.change_to_missing': {
    severity: 'warning',
    what: {
      en: 'Some members were moved to a recruiter who is not in the data.',
      zh: '部分会员曾改绑至数据中不存在的推荐人。',
    },
    todo: {
      en: 'They count as tops from then on; obtain the missing accounts.',
      zh: '自改绑之日起按顶点处理；请补充缺失账号。',
    },
  },
  'network.change_undated': {
    severity: 'warning',
    what: {
      en: 'Some changes of recruiter have no date; they are left out.',
      zh: '部分变更记录没有时间，未予采用。',
    },
    todo: { en: '', zh: '' },
  },
  'network.exits_not_counted': {
    severity: 'warning',
    what: {
      en: 'Below some members who left and still earned nobody was counted: {most} had been.',
      zh: '部分退出后仍获酬会员的下线未予计数：已计满 {most} 人。',
    },
    todo: {
      en: 'Split the data by scheme to have them counted.',
      zh: '请按网络拆分数据后分别计数。',
    },
  },
} as const;
