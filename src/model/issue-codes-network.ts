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
  'network.cut_of_nothing': {
    severity: 'warning',
    what: {
      en: 'A cut of ties ({kinds}: {about}) concerns nothing that accounts share.',
      zh: '不采用关联的决定（{kinds}：{about}）未涉及任何账号共用的信息。',
    },
    todo: {
      en: 'Correct accounts, kinds or value in the file of cuts; persons.csv lists what is shared.',
      zh: '请更正决定文件中的账号、类别或信息；账号共用的信息见 persons.csv。',
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
  'network.forests_differ': {
    severity: 'error',
    what: {
      en:
        'Kernels and SQL disagree on {figure} of {members} members of the {tree} tree, ' +
        'first of {member}: {kernels} and {sql}.',
      zh:
        '{tree} 网络中有 {members} 名会员的 {figure} 在内核与 SQL 两种算法下不一致，' +
        '首个为 {member}：{kernels} 与 {sql}。',
    },
    todo: {
      en: 'Rely on neither; please report it, with a part of the data that shows it.',
      zh: '两种结果均不可采信；请连同可重现的部分数据反馈。',
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
  'network.live_bad_event': {
    severity: 'error',
    what: {
      en: "The event {event} was refused: its field '{field}' cannot be right.",
      zh: '事件 {event} 未被接受：字段“{field}”的取值无效。',
    },
    todo: { en: 'Correct the field and send it again.', zh: '请更正该字段后重新发送。' },
  },
  'network.live_cycle': {
    severity: 'error',
    what: {
      en: 'Event {event} would hang {member} under {upline}, which stands below it. Not applied.',
      zh: '事件 {event} 要把 {member} 置于 {upline} 之下，而后者已在其下线之中；该事件未生效。',
    },
    todo: {
      en: 'Look up the upline in the source; send the right one as a new event.',
      zh: '请在源系统核实上级，并以新的事件发送正确的关系。',
    },
  },
  'network.live_ids_too_long': {
    severity: 'error',
    what: {
      en: 'The ids of the live network together take more than {limit} bytes.',
      zh: '实时网络的全部编号合计超过 {limit} 字节。',
    },
    todo: { en: 'Split the network by scheme.', zh: '请按网络拆分数据。' },
  },
  'network.live_joined_twice': {
    severity: 'warning',
    what: {
      en: '{member} had joined before the event {event} says so again. Not applied.',
      zh: '{member} 已经加入，事件 {event} 再次称其加入；该事件未生效。',
    },
    todo: {
      en: 'A member who comes back sends "return", a change of upline "reparent".',
      zh: '会员重新加入请用 return 事件，变更上级请用 reparent 事件。',
    },
  },
  'network.live_self': {
    severity: 'warning',
    what: {
      en: 'The event {event} names {member} as its own upline; that tie was not made.',
      zh: '事件 {event} 以 {member} 自己为上级；该关系未建立。',
    },
    todo: { en: '', zh: '' },
  },
  'network.live_snapshot_bad': {
    severity: 'error',
    what: {
      en: 'These bytes are no whole snapshot of a live network: {reason}.',
      zh: '这不是完整的实时网络快照：{reason}。',
    },
    todo: {
      en: 'Take another copy of it, or build the network again from its events.',
      zh: '请改用另一份副本，或由事件重新建立网络。',
    },
  },
  'network.live_sum_too_large': {
    severity: 'error',
    what: {
      en: 'With event {event} amounts would exceed {limit} minor units, the most that is exact.',
      zh: '计入事件 {event} 后金额合计将超过 {limit} 最小货币单位，无法精确计算；该事件未生效。',
    },
    todo: { en: 'Check the money unit.', zh: '请检查金额单位。' },
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
  'network.sql_forest_broken': {
    severity: 'error',
    what: {
      en: 'What the SQL engine gives back of the {tree} tree is no forest.',
      zh: 'SQL 引擎返回的 {tree} 网络不构成树状结构。',
    },
    todo: {
      en: 'Nothing is concluded from it. Run it again without --forest, and please report it.',
      zh: '不据此作任何判断。请去掉 --forest 重新运行，并反馈此问题。',
    },
  },
  'network.stream_count': {
    severity: 'error',
    what: {
      en: 'The stream was made for {members} members; {came} came.',
      zh: '数据流按 {members} 名会员建立，实际到达 {came} 名。',
    },
    todo: { en: 'Count the members first.', zh: '请先统计会员人数。' },
  },
  'network.stream_levels': {
    severity: 'error',
    what: {
      en: 'The streamed network is deeper than {limit} levels.',
      zh: '流式读入的网络超过 {limit} 级。',
    },
    todo: { en: 'Give it to inspect as a table.', zh: '请作为数据表用 inspect 分析。' },
  },
  'network.stream_order': {
    severity: 'error',
    what: {
      en: 'Member {member} of the stream names upline {upline}, which has not come before it.',
      zh: '数据流中第 {member} 号会员的上级 {upline} 未先于其到达。',
    },
    todo: {
      en: 'Stream the members in joining order, uplines first; inspect repairs what is wrong.',
      zh: '请按加入顺序传送，上级在前；需修复的数据请用 inspect 分析。',
    },
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
  'network.too_deep_for_sql': {
    severity: 'error',
    what: {
      en: 'A tree has {levels} levels; the forest in SQL goes up to {limit}.',
      zh: '网络深达 {levels} 层，SQL 推荐网络至多处理 {limit} 层。',
    },
    todo: {
      en: 'Leave out --forest: kernels know no bound.',
      zh: '请去掉 --forest：内核不限层数。',
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
  'network.unknown_member': {
    severity: 'error',
    what: {
      en: 'No recruitment network of the data has the member {member}.',
      zh: '数据中的推荐网络没有会员 {member}。',
    },
    todo: {
      en: 'Give an id as the source system writes it; members.csv of inspect lists them.',
      zh: '请按源系统的写法给出会员编号；inspect 生成的 members.csv 列有全部会员。',
    },
  },
} as const;
