import type { Localised } from '../model/localised.ts';
import { fundingTexts } from './texts-funding.ts';
import { lawTexts } from './texts-laws.ts';
import { countTexts } from './texts-counts.ts';
import { summaryTexts } from './texts-summary.ts';

/** Every sentence of the report's own, in both languages. */
export const texts = {
  // The page.
  title: { en: 'Inspection report', zh: '检查报告' },
  as_of: { en: 'As of', zh: '截至日期' },
  theme: { en: 'Light or dark', zh: '明暗' },
  theme_auto: { en: 'Auto', zh: '自动' },
  theme_light: { en: 'Light', zh: '浅色' },
  theme_dark: { en: 'Dark', zh: '深色' },
  print: { en: 'Print', zh: '打印' },
  contents: { en: 'Contents', zh: '目录' },
  skip: { en: 'Skip to the report', zh: '跳到正文' },
  foot: {
    en: 'Made by Polyprism, open-source software. This file fetches nothing from anywhere.',
    zh: '由开源软件 Polyprism 生成。本文件不向任何地方请求数据。',
  },
  filter: { en: 'Filter', zh: '筛选' },
  expand_all: { en: 'Expand all', zh: '全部展开' },
  collapse_all: { en: 'Collapse all', zh: '全部收起' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  not_supplied: { en: 'not supplied', zh: '未提供' },
  and: { en: ' and ', zh: '和' },
  comma: { en: ', ', zh: '、' },
  comma_clause: { en: ', ', zh: '，' },
  semicolon: { en: '; ', zh: '；' },
  more_in_json: {
    en: 'The first {shown} are shown; {more} more are in report.json.',
    zh: '此处列出前 {shown} 项，另有 {more} 项见 report.json。',
  },

  // Sections.
  section_summary: { en: 'Summary', zh: '概要' },
  section_read: { en: 'What was read, and what was not', zh: '读取了什么，未读取什么' },
  section_stages: { en: 'Before, during, after the sale', zh: '事前、事中、事后' },
  section_findings: { en: 'Findings', zh: '发现' },
  section_network: { en: 'Network', zh: '推荐网络' },
  section_money: { en: 'Money', zh: '资金' },
  section_unchecked: { en: 'What could not be checked', zh: '未能检查的事项' },
  section_verify: { en: 'How to verify this report', zh: '如何核验本报告' },

  // Words.
  stage: { en: 'Moment', zh: '阶段' },
  provision: { en: 'Provision', zh: '条款' },
  verdict: { en: 'Verdict', zh: '判断' },
  stage_pre: { en: 'Before the sale', zh: '事前' },
  stage_in: { en: 'During the sale', zh: '事中' },
  stage_after: { en: 'After the sale', zh: '事后' },
  stage_line: { en: 'Criminal alert lines', zh: '刑事立案标准线' },
  stage_pre_hint: { en: 'entry, licences, rules', zh: '准入、证照、规则' },
  stage_in_hint: { en: 'selling, promotion, commission', zh: '销售、推广、分佣' },
  stage_after_hint: { en: 'refunds, complaints, recalls', zh: '退款、投诉、召回' },
  verdict_breach: { en: 'Does not meet', zh: '不符合' },
  verdict_indication: { en: 'Indication, for a person to judge', zh: '迹象（须人工判断）' },
  verdict_no_breach: { en: 'No breach found', zh: '未见不符合' },
  verdict_cannot_tell: { en: 'Cannot tell', zh: '无法判断' },
  line_reached: { en: 'Line reached', zh: '达到标准' },
  line_not_reached: { en: 'Line not reached', zh: '未达到标准' },
  severity: { en: 'Weight: ', zh: '程度：' },
  severity_high: { en: 'high', zh: '高' },
  severity_medium: { en: 'medium', zh: '中' },
  severity_low: { en: 'low', zh: '低' },
  issue_error: { en: 'error', zh: '错误' },
  issue_warning: { en: 'warning', zh: '警告' },
  issue_info: { en: 'note', zh: '提示' },
  confidence_verified: { en: 'article read in full in a copy', zh: '已通读副本中的条文' },
  confidence_secondary: { en: 'known from secondary sources', zh: '据二手资料' },
  confidence_memory: { en: 'not checked against a source', zh: '未经核对' },
  rank_law: { en: 'law', zh: '法律' },
  rank_regulation: { en: 'administrative regulation', zh: '行政法规' },
  rank_rule: { en: 'departmental rule', zh: '部门规章' },
  rank_opinion: { en: 'judicial opinion', zh: '司法文件' },
  rank_standard: { en: 'standard', zh: '标准' },
  status_experimental: { en: 'experimental provision', zh: '条款状态：试验' },
  status_tested: { en: 'tested provision', zh: '条款状态：已测试' },
  status_stable: { en: 'stable provision', zh: '条款状态：稳定' },
  status_superseded: { en: 'superseded provision', zh: '条款状态：已被取代' },
  bearer_operator: { en: 'operator', zh: '经营者' },
  bearer_platform: { en: 'platform', zh: '平台' },
  bearer_promoter: { en: 'promoter', zh: '推广者' },
  bearer_streamer: { en: 'streamer', zh: '主播' },
  bearer_advertiser: { en: 'advertiser', zh: '广告主' },
  bearer_ad_publisher: { en: 'publisher of advertising', zh: '广告发布者' },
  bearer_live_room_operator: { en: 'live-room operator', zh: '直播间运营者' },
  unit_day: { en: 'day(s)', zh: '日' },
  unit_level: { en: 'level(s)', zh: '级' },
  unit_month: { en: 'month(s)', zh: '个月' },
  unit_person: { en: 'people', zh: '人' },
  data_set: { en: 'the data set as a whole', zh: '全部数据' },

  // 1 Summary.
  ...summaryTexts,
  ...countTexts,

  // 2 What was read.
  files: { en: 'Files', zh: '文件' },
  files_note: {
    en: 'Each file was hashed before anything in it was parsed.',
    zh: '所有文件均在解析之前计算散列值。',
  },
  name: { en: 'Name', zh: '名称' },
  format: { en: 'Format', zh: '格式' },
  size: { en: 'Size', zh: '大小' },
  software: { en: 'Software recognised', zh: '软件识别' },
  software_score: { en: 'similarity {score}, because:', zh: '相似度 {score}，依据：' },
  canonical_tables: { en: 'Canonical tables', zh: '标准表' },
  canonical_note: {
    en: 'What the provisions read. A refused row stands under “Issues” with its place.',
    zh: '条款所读取的数据。被拒收的行及其位置见“问题”。',
  },
  table: { en: 'Table', zh: '表' },
  what_it_holds: { en: 'One row is', zh: '一行表示' },
  rows_read: { en: 'Rows read', zh: '读取行数' },
  rows_refused: { en: 'Refused', zh: '拒收' },
  raw_tables: { en: 'Raw tables', zh: '原始表' },
  raw_note: {
    en: '{used} tables feed canonical tables; {skipped} take no part. Read + refused = present.',
    zh: '{used} 张表用于形成标准表，{skipped} 张未使用。读取 + 拒收 = 实有。',
  },
  raw_table: { en: 'Raw table', zh: '原始表' },
  raw_used: { en: 'Tables used', zh: '已使用的表' },
  raw_skipped: { en: 'Tables not used, and why', zh: '未使用的表及原因' },
  declared: { en: 'Declared', zh: '有声明' },
  why_skipped: { en: 'Why not used', zh: '未使用的原因' },
  assumptions: { en: 'Assumptions', zh: '假定' },
  assumptions_note: {
    en: 'The data do not say these things. A mapping file can say otherwise.',
    zh: '数据本身未写明以下事项，可用映射文件更正。',
  },
  no_assumptions: { en: 'Nothing had to be assumed.', zh: '无需任何假定。' },
  assumed: { en: 'What', zh: '事项' },
  assumed_charset: { en: 'character set', zh: '字符集' },
  assumed_time_zone: { en: 'time zone', zh: '时区' },
  assumed_money_unit: { en: 'money unit', zh: '货币单位' },
  assumed_currency: { en: 'currency', zh: '币种' },
  assumed_mapping: { en: 'meaning of a column', zh: '列的含义' },
  subject: { en: 'Of what', zh: '对象' },
  value: { en: 'Read as', zh: '按此读取' },
  reason: { en: 'Why', zh: '理由' },
  issues: { en: 'Issues', zh: '问题' },
  issues_note: {
    en: 'What went differently than the data promised. The place is that of the first case.',
    zh: '数据与预期不一致之处，位置为首次出现处。',
  },
  no_issues: { en: 'No issue was met while reading.', zh: '读取过程中未遇到问题。' },
  weight: { en: 'Weight', zh: '级别' },
  what_happened: { en: 'What happened, what to do', zh: '情况与处理' },
  place: { en: 'Place', zh: '位置' },
  times: { en: 'Times', zh: '次数' },

  // 3 Stages.
  stages_note: {
    en: 'Every provision judged, at the moment of the sale it belongs to.',
    zh: '全部受检条款，按其所属阶段排列。',
  },
  lines_note: {
    en: 'Not duties: numbers at which a criminal case may be opened. They prove no crime.',
    zh: '不属于合规义务，是可能刑事立案追诉的数量标准；达到标准不等于构成犯罪。',
  },
  stage_empty: { en: 'No provision of this moment was loaded.', zh: '未加载该阶段的条款。' },
  findings_count: { en: 'findings: {n}', zh: '发现 {n} 条' },
  undecided: { en: 'could not be decided: {n} more', zh: '另有 {n} 项无法判断' },
  missing: { en: 'missing: ', zh: '缺少：' },

  classified: { en: 'Classified first', zh: '先行认定' },
  classified_note: {
    en:
      'What platforms, operators and others are in the eyes of the law switches duties on and ' +
      'off. Who is not listed as being something may still be it where the data cannot tell.',
    zh: '平台、经营者等在法律上的身份决定其承担哪些义务。数据无法判断的，不等于不具有该身份。',
  },
  class_holds: { en: 'is', zh: '是' },
  class_holds_not: { en: 'is not', zh: '不是' },

  // 4 Findings.
  no_findings: { en: 'Nothing was found.', zh: '没有发现。' },
  findings_note: {
    en:
      'By provision, in the version in force on the day of the act. Up to {shown} findings of ' +
      'each and {rows} rows of evidence of each finding are shown; findings.csv has them all.',
    zh:
      '按条款排列，适用行为当日有效的版本。每条款最多列出 {shown} 条发现，每条发现最多列出 ' +
      '{rows} 行证据，全部内容见 findings.csv。',
  },
  does_not_meet_n: { en: 'Does not meet: {n}', zh: '不符合 {n} 条' },
  indications_n: { en: 'Indications: {n}', zh: '迹象 {n} 条' },
  line_reached_n: { en: 'Line reached: {n}', zh: '达到标准 {n} 条' },
  first_of: { en: 'the first {shown} of {all}', zh: '共 {all} 条，列出前 {shown} 条' },
  more_in_csv: { en: '{n} more in findings.csv', zh: '另有 {n} 条见 findings.csv' },
  law: { en: 'The law, in our words', zh: '条款要求（转述）' },
  in_force: { en: 'Version applied', zh: '适用版本' },
  in_force_since: { en: 'in force since {from}', zh: '{from} 起施行' },
  in_force_span: { en: 'in force {from} to {to}', zh: '{from} 至 {to} 有效' },
  duty_bearer: { en: 'Whose duty', zh: '义务主体' },
  remedy: { en: 'Consequence in law', zh: '法律后果' },
  how_read: {
    en: 'How the test reads it, exits, parameters, digest',
    zh: '检测方法、例外、参数与摘要',
  },
  reading: { en: 'How the test reads it', zh: '检测方法' },
  exceptions: { en: 'Exceptions', zh: '例外' },
  false_positives: { en: 'May be wrong when', zh: '可能误报的情形' },
  none_known: { en: 'none stated', zh: '未载明' },
  parameters: { en: 'Parameters', zh: '参数' },
  no_parameters: { en: 'none', zh: '无' },
  parameter_ours: { en: 'our choice, not in the law', zh: '本软件设定，非法定' },
  parameter_law: { en: 'from', zh: '依据：' },
  provision_digest: { en: 'Provision SHA-256', zh: '条款 SHA-256' },
  evidence: { en: 'Evidence', zh: '证据' },
  raw_place: { en: 'In the raw file:', zh: '原始文件位置：' },
  table_place: { en: 'In the table:', zh: '所在表：' },
  evidence_rows: { en: 'Rows of evidence: {n}', zh: '证据 {n} 行' },
  more_rows_in_csv: {
    en: '{n} more rows of evidence in findings.csv',
    zh: '另有 {n} 行证据见 findings.csv',
  },
  finding_digest: { en: 'Finding', zh: '发现编号' },
  act_on: { en: 'day of the act', zh: '行为日期' },

  // 5 Network.
  no_network: {
    en: 'The data do not say who recruited whom.',
    zh: '数据中没有推荐关系。',
  },
  thresholds_apart: {
    en:
      'Two tests, never merged. The administrative rules on pyramid selling know no number of ' +
      'people or levels. Thirty people in three levels is the line for a criminal case only. ' +
      'Whoever passes it is called a candidate here: numbers alone make nobody an organiser.',
    zh:
      '两种标准，互不混同：行政上认定传销没有人数和层级门槛；“三十人且三级”只是刑事立案追诉的标准。' +
      '达到该标准者在此称为“组织者候选”，仅凭人数和层级不能认定任何人是组织者。',
  },
  persons_note: {
    en:
      '{accounts} accounts belong to {persons} distinct persons by what they share (identity ' +
      'number, phone, or weaker things together); {shared} of them are one person with another.',
    zh:
      '{accounts} 个账号按共用的证件号、手机号或多项较弱关联合并后对应 {persons} 人，' +
      '其中 {shared} 个账号与其他账号同属一人。',
  },
  persons_note_unknown: {
    en: 'No contact data were supplied: one person with several accounts counts several times.',
    zh: '未提供联系方式：一人多号会重复计算。',
  },
  tree_sponsor: { en: 'Who recruited whom', zh: '推荐关系' },
  tree_placement: { en: 'Who was placed under whom', zh: '安置关系' },
  tree_sentence: {
    en:
      '{members} members in {roots} structures, {edges} of them under another member; {levels} ' +
      'levels at the deepest; {candidates} members with thirty people and three levels.',
    zh:
      '会员 {members} 名，顶点 {roots} 个，有上级者 {edges} 名，最深 {levels} 层；达到三十人且三级的会员 ' +
      '{candidates} 名。',
  },
  people_per_level: { en: 'People per level', zh: '各层级人数' },
  people_per_level_description: {
    en: 'Columns for {levels} levels; the largest is level {level} with {people} people.',
    zh: '共 {levels} 层，人数最多的是第 {level} 层，{people} 人。',
  },
  levels_as_table: { en: 'Levels as a table', zh: '层级人数表' },
  level: { en: 'Level', zh: '所处层级' },
  people: { en: 'People', zh: '人数' },
  people_cumulated: { en: 'Up to here', zh: '累计' },
  growth: { en: 'Members joined over time', zh: '会员加入时间' },
  growth_description: {
    en: 'Columns of members joined from {first} to {last}, {n} months.',
    zh: '{first} 至 {last} 共 {n} 个月的新增会员。',
  },
  no_dates: { en: 'The data do not say when members joined.', zh: '数据中没有加入时间。' },
  schemes: { en: 'Largest schemes', zh: '最大的网络' },
  schemes_note: {
    en:
      'Each box is an organiser candidate, as wide as its network has people, under the box of ' +
      'its recruiter. Blank is what stays below thirty people or three levels.',
    zh: '每个方块是一名组织者候选，宽度为其下线人数，位于其推荐人之下；空白处不足三十人或三级。',
  },
  scheme_below: { en: 'Scheme below', zh: '顶点' },
  scheme_size: { en: '{people} people, {levels} levels', zh: '{people} 人，{levels} 层' },
  scheme_root: { en: 'Top', zh: '顶点' },
  icicle_description: {
    en: 'A partition of {people} people in {levels} levels; the candidates table has its numbers.',
    zh: '{people} 人、{levels} 层的分布图，具体数字见组织者候选表。',
  },
  candidates_note: {
    en: 'At least 30 people and 3 levels, the member and its own level counted. Largest first.',
    zh: '至少三十人且三级，均含本人及本层，按人数排列。',
  },
  no_candidates: {
    en: 'No member has thirty people in three levels.',
    zh: '没有会员达到三十人且三级。',
  },
  candidates_more: {
    en: '{shown} of {all} are shown at a time; members.csv has every member.',
    zh: '每次显示 {shown} 名（共 {all} 名），全部会员见 members.csv。',
  },
  member: { en: 'Member', zh: '会员' },
  direct: { en: 'Direct', zh: '直推' },
  crossed: { en: '30 and 3 since', zh: '达到之日' },
  path: { en: 'From the top (people)', zh: '自顶点起（人数）' },
  steps_between: { en: '… {n} between', zh: '……中间 {n} 级' },
  defects: { en: 'Defects of the tree', zh: '关系数据缺陷' },
  defects_note: {
    en: 'Nothing was dropped: such members stand at the top of a structure of their own.',
    zh: '没有丢弃任何会员：有缺陷者作为独立顶点计算。',
  },
  defect: { en: 'Defect', zh: '缺陷' },
  self_parents: { en: 'recruited by themselves', zh: '推荐人为本人' },
  missing_parents: { en: 'recruiter not in the data', zh: '推荐人不在数据中' },
  cycles: {
    en: 'in a circle, cut at the earliest member (circles: {n})',
    zh: '处于 {n} 个循环中（自最早者断开）',
  },
  late_parents: { en: 'joined before their recruiter', zh: '早于其推荐人加入' },

  // 6 Money.
  ...fundingTexts,
  money_note: {
    en: 'Sums over the whole data set, as the source states them.',
    zh: '全部数据的合计，以来源记载为准。',
  },
  money_caption: { en: 'Sums of money', zh: '资金合计' },
  what: { en: 'What', zh: '项目' },
  records: { en: 'Records', zh: '笔数' },
  sum: { en: 'Sum', zh: '金额' },
  share_of_largest: { en: 'Share of the largest sum', zh: '与最大项之比' },
  fees_hint: { en: 'to enter, rise or stay', zh: '入门、升级、续费等' },
  orders_hint: { en: 'all orders', zh: '全部订单' },
  orders_paid_hint: { en: 'orders marked as paid', zh: '已支付订单' },
  refunds_hint: { en: 'records: orders with a refund', zh: '笔数为有退款状态的订单' },
  commissions_hint: { en: 'earned and not taken back', zh: '已产生且未撤销' },
  withdrawals_hint: { en: 'asked for and not refused', zh: '已申请且未被拒绝' },
  plans: { en: 'Commission plans', zh: '分佣方案' },
  plans_note: {
    en: 'As the configuration in the data states them, not as anyone described them.',
    zh: '依据数据中的配置，而非任何人的说明。',
  },
  no_plans: { en: 'The data hold no commission plan.', zh: '数据中没有分佣方案。' },
  plan_enabled: { en: 'Switched on', zh: '是否启用' },
  plan_levels: { en: 'Levels paid', zh: '计酬层数' },
  plan_join: { en: 'Right to recruit by', zh: '取得推广资格' },
  plan_self: { en: 'Pays on own purchase', zh: '自购返佣' },
  plan_statement: { en: 'Read from', zh: '依据' },
  plan_rules: { en: 'Who is paid for what', zh: '计酬规则' },
  rule_base: { en: 'Computed from', zh: '计酬依据' },
  rule_depth: { en: 'Levels above the payer', zh: '层级距离' },
  rule_pay: { en: 'Pay', zh: '报酬' },
  rule_tier: { en: 'Rank', zh: '等级' },
  rule_condition: { en: 'Condition', zh: '条件' },
  all_tiers: { en: 'all', zh: '全部' },
  base_headcount: { en: 'number of recruits', zh: '发展人数' },
  base_entry_fee: { en: "recruits' fees", zh: '被发展人员缴费' },
  base_own_sale: { en: 'own sales', zh: '本人销售' },
  base_downline_sale: { en: "downline's sales", zh: '下线销售' },
  base_level_difference: { en: 'difference of ranks', zh: '级差' },
  join_open: { en: 'open to all', zh: '人人可得' },
  join_appointed: { en: 'appointment', zh: '指定' },
  join_spend_threshold: { en: 'spending a sum', zh: '满额消费' },
  join_purchase: { en: 'buying certain goods', zh: '购买指定商品' },
  join_fee: { en: 'paying a fee', zh: '缴费' },
  join_application: { en: 'application', zh: '申请' },

  // 7 What could not be checked.
  unchecked_note: {
    en: 'Unknown is not fine. Each line names the data that would allow an answer.',
    zh: '无法判断不等于没有问题。以下列出补充哪些数据后可以检查哪些条款。',
  },
  all_checked: {
    en: 'Every provision could be checked on the data supplied.',
    zh: '所提供的数据足以检查全部条款。',
  },
  with_data: { en: 'With ', zh: '如提供' },
  could_be_checked: { en: 'provisions that can then be checked: {n}', zh: '即可检查 {n} 项条款' },
  need_review: { en: "a person's judgement of the indications", zh: '对迹象的人工判断' },
  need_currency: { en: 'amounts in {currency}', zh: '以 {currency} 计的金额' },
  need_calendar: { en: 'the calendar of working days of that year', zh: '该年度的工作日历' },
  need_data_set: { en: 'the whole data set', zh: '整套数据' },
  need_table: { en: '{table}', zh: '{table}' },
  need_rows: { en: '{table} (the table is empty)', zh: '{table}（表为空）' },
  need_column: { en: '{table}: {column}', zh: '{table}中的“{column}”' },

  // 8 How to verify.
  verify_note: {
    en: 'The same files, packs and version give the same report, byte for byte, on any machine.',
    zh: '相同的文件、标准包和版本，在任何机器上都得到逐字节相同的报告。',
  },
  report_digest: { en: 'report.json SHA-256', zh: 'report.json SHA-256' },
  made_with: { en: 'Made with', zh: '软件版本' },
  engine: { en: 'Engine', zh: '引擎' },
  packs: { en: 'Packs', zh: '标准包' },
  pack: { en: 'Pack', zh: '标准包' },
  version: { en: 'Version', zh: '版本' },
  rerun: { en: 'Run it again', zh: '重新运行' },
  rerun_note: {
    en:
      'Check the files against section 2, run the version named above on them, and compare the ' +
      'last line with the digest above.',
    zh: '先按第 2 节核对文件散列值，再用上述版本重新运行，将最后一行与上面的摘要比对。',
  },
  not_proven: { en: 'What this report does not prove', zh: '本报告不能证明的事项' },
  not_proven_truth: {
    en: 'that the data are true: it says what they state, not what happened;',
    zh: '数据真实：报告只反映数据的记载，不等于事实；',
  },
  not_proven_complete: {
    en: 'that the data are complete: rows removed before they were handed over leave little trace;',
    zh: '数据完整：提交前被删除的记录几乎不留痕迹；',
  },
  not_proven_clean: {
    en: 'that what is not listed is in order: only the provisions named here were tested;',
    zh: '未列出的事项没有问题：只检测了本报告所列条款；',
  },
  not_proven_guilt: {
    en: 'that anyone organised, led or knew: numbers say nothing of intent or role;',
    zh: '任何人的组织、领导行为或主观故意：数字不能说明意图和作用；',
  },
  not_proven_law: {
    en: 'that the law was broken: only an authority or a court decides that.',
    zh: '存在违法行为：只有有权机关才能认定。',
  },

  // The short summary.
  summary_provision: { en: '{n} × {title} ({id})', zh: '{n} 条 {title}（{id}）' },
  summary_indication: {
    en: '{n} × indication: {title} ({id})',
    zh: '迹象 {n} 条 {title}（{id}）',
  },
  summary_more: { en: 'and {n} more', zh: '另有 {n} 项' },
  summary_reading: {
    en: 'Reading: kinds of errors {errors}, of warnings {warnings}',
    zh: '读取：错误 {errors} 类，警告 {warnings} 类',
  },

  // The two laws of a finding.
  ...lawTexts,
} as const satisfies Record<string, Localised>;
