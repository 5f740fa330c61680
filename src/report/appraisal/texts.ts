import type { ArgumentId, Bearing } from '../../model/appraisal.ts';
import type { Localised } from '../../model/localised.ts';

/** What an appraisal says in words of its own; what it shares with a report is in `texts.ts`. */
export const appraisalTexts = {
  title: { en: 'Appraisal of electronic data', zh: '电子数据鉴定意见' },
  basis: { en: 'Basis', zh: '基本情况' },
  materials: { en: 'Materials', zh: '检材' },
  process: { en: 'Environment and process', zh: '鉴定环境与过程' },
  analysis: { en: 'Analysis', zh: '分析说明' },
  members: { en: 'Accounts stated', zh: '账户情况' },
  result: { en: 'Result', zh: '鉴定意见' },
  annexes: { en: 'Annexes and verification', zh: '附件与复核' },

  no_facts: {
    en:
      'Nobody stated who commissioned this appraisal and who made it: give --case. Until ' +
      'people have signed it, it is the output of a program.',
    zh: '未提供委托与鉴定人信息（可用 --case 提供）。在鉴定人签署之前，本文件仅为程序输出。',
  },
  number: { en: 'Number', zh: '编号' },
  client: { en: 'Commissioned by', zh: '委托单位' },
  matter: { en: 'Matter', zh: '案由' },
  appraisers: { en: 'Appraisers', zh: '鉴定人' },
  received_on: { en: 'Materials received', zh: '受理日期' },
  questions: { en: 'Questions', zh: '委托事项' },

  process_note: {
    en:
      'The same materials, packs and version give the same bytes. Nobody chose anything in ' +
      'between but what is listed as an assumption.',
    zh: '相同检材、标准包与版本必得相同结果。除所列“假定”外，过程中没有人为取舍。',
  },
  step_hash: {
    en: '{files} file(s) were hashed by SHA-256 before anything was read.',
    zh: '读取前对 {files} 个文件计算 SHA-256。',
  },
  step_read: {
    en:
      'The files were parsed, never executed: {tables} table(s) found, {read} row(s) read, ' +
      '{refused} refused with their place.',
    zh: '仅解析、不执行：发现 {tables} 个表，读取 {read} 行，拒收 {refused} 行并记录位置。',
  },
  step_map: {
    en:
      'Tables and columns were brought into canonical tables; phone and identity numbers ' +
      'were replaced by keyed pseudonyms on the way in.',
    zh: '将各表各列对应到标准表；手机号、证件号在导入时即以带密钥的假名替换。',
  },
  step_forest: {
    en:
      'The {tree} was built: {self} upline(s) that were the member itself, {missing} not ' +
      'in the data and {cycles} circle(s) were cut, each at a place that is recorded.',
    zh: '建立{tree}：切断以本人为上级 {self} 处、上级不在数据中 {missing} 处、循环 {cycles} 处，均有记录。',
  },
  step_count: {
    en:
      'People and levels were counted with the member itself and its own level (2013 ' +
      'opinions, art. 7), under seven ways of counting.',
    zh: '人数与层级均含本人及本层（2013年意见第七条），并按七种口径计数。',
  },
  step_money: {
    en:
      'Each commission was traced to the payment that funded it; what the data do not say ' +
      'stays open.',
    zh: '逐笔追溯佣金的资金来源；数据未载明的列为未定。',
  },
  step_judge: {
    en:
      '{provisions} provision(s) of the sheets were applied as of {as_of}; where data do ' +
      'not allow an answer, none is given.',
    zh: '截至 {as_of} 适用判断表所列 {provisions} 个条款；数据不足以判断的不作判断。',
  },

  network_line: {
    en: 'The {tree} has {members} account(s) in {roots} structure(s) and {levels} level(s).',
    zh: '{tree}共有 {members} 个账号、{roots} 个顶点，最深 {levels} 层。',
  },
  people_per_level: { en: 'Accounts at each level', zh: '各层账号数' },
  accounts: { en: 'Accounts', zh: '账号数' },
  cuts_line: {
    en:
      'For this, {cuts} decision(s) not to count ties between accounts were followed, from a ' +
      'file with SHA-256 {sha256}; the report among the files of this appraisal lists them.',
    zh:
      '计算自然人时，依据 {cuts} 项决定未采用部分账号关联，决定文件 SHA-256 为 {sha256}，' +
      '各项决定见随附的检查报告。',
  },
  persons_line: {
    en: 'Behind the accounts stand {persons} person(s), as far as ties between accounts show.',
    zh: '按账号关联计算，上述账号对应 {persons} 个自然人。',
  },
  sheet_none: { en: 'No provision of this question was judged.', zh: '本项没有适用的条款。' },
  answer: { en: 'Answer', zh: '判断' },
  question: { en: 'Question', zh: '事项' },
  says: { en: 'What the data show', zh: '数据所示' },

  arguments: {
    en: 'Sales or heads: both sides',
    zh: '以销售为据还是以人数为据：正反两面',
  },
  arguments_note: {
    en:
      'Art. 5 of the 2013 opinions: team pay aimed at selling goods and based on sales is ' +
      'not treated as the crime; if it follows the number of people in substance, it is. ' +
      'Each measure is stated with the side it speaks for; thresholds are ours, measures ' +
      'are not added up, and the judgment is for people.',
    zh:
      '2013年意见第五条：以销售商品为目的、以销售业绩为计酬依据的单纯团队计酬不作为犯罪处理；实质上以发展人员数量为计酬依据的除外。下列各项分别注明其支持的一方；' +
      '界限为本软件所设，各项不相加，由人判断。',
  },
  speaks_for: { en: 'Speaks for', zh: '支持' },

  member_line: {
    en:
      'Account {member} stands at level {level} of the whole {tree}; beneath it are ' +
      '{levels} level(s) and {accounts} account(s).',
    zh: '账户 {member} 在整个{tree}中处于第 {level} 层，其下级网络有 {levels} 层、{accounts} 个会员账号。',
  },
  member_inclusive: {
    en: 'With the account itself and its own level: {people} account(s) in {levels} level(s).',
    zh: '含本人及本层为 {people} 个账号、{levels} 个层级。',
  },
  member_fees: { en: 'It paid {n} time(s), {sum}.', zh: '缴费 {n} 笔，合计 {sum}。' },
  member_commissions: {
    en: 'It earned {n} commission(s), {sum}.',
    zh: '取得佣金 {n} 笔，合计 {sum}。',
  },
  member_withdrawals: { en: 'It took out {n} time(s), {sum}.', zh: '提现 {n} 笔，合计 {sum}。' },
  member_subtree: {
    en: 'Paid in by it and beneath it: {paid}; earned: {earned}.',
    zh: '其本人及下级网络缴费合计 {paid}，佣金合计 {earned}。',
  },
  member_paid_line: {
    en:
      'The payments below it first came to {sum} on {gross}; without what had been given ' +
      'back, on {net}.',
    zh: '其本人及下级网络缴费累计于 {gross} 首次达到 {sum}，扣除已退款后为 {net}。',
  },
  member_left: {
    en:
      'It left on {left} and last earned on {earned} ({sum} after leaving); {before} ' +
      'account(s) stood at or below it when it left, {after} when it last earned.',
    zh: '其于 {left} 退出，此后最后一次获酬为 {earned}（退出后共得 {sum}）；退出时本人及下级为 {before} 个账号，最后获酬时为 {after} 个。',
  },
  member_path: { en: 'Upline', zh: '上级路径' },
  member_crossed: { en: 'Reached on', zh: '达标日期' },
  member_beneath: { en: 'Accounts beneath, level by level', zh: '下级网络各层账号数' },
  level_beneath: { en: 'Level beneath', zh: '下级第几层' },
  never: { en: 'never, or not known', zh: '未达到或无法确定' },

  result_note: {
    en:
      'The result states numbers. It does not say that anyone organised or led, nor that ' +
      'there is a crime: that is for courts.',
    zh: '以上仅为数据所示的数字，不认定任何人为组织者、领导者，也不认定犯罪，由司法机关判断。',
  },
  result_answers: {
    en: '{sheet}: breach {breach}, no breach {no_breach}, cannot tell {cannot_tell} (of {all}).',
    zh: '{sheet}：共 {all} 项，不符合 {breach}，未见不符合 {no_breach}，无法判断 {cannot_tell}。',
  },
  annex: { en: 'Annex', zh: '附件' },
  annex_rows: { en: 'Rows', zh: '行数' },
  annex_note: {
    en:
      'Each annex is named by its digest. Run the same command on the same materials: ' +
      'every byte must be the same. With --replay appraisal.json it is done again and ' +
      'every difference told.',
    zh: '各附件以校验值标识。对同一检材以同一命令再次运行，应逐字节相同；可用 --replay appraisal.json 重新鉴定并逐项比对。',
  },
} as const satisfies Record<string, Localised>;

export const treeWords: Readonly<Record<'sponsor' | 'placement', Localised>> = {
  sponsor: { en: 'recruitment network', zh: '会员推荐网络' },
  placement: { en: 'placement network', zh: '会员安置网络' },
};

export const bearingWords: Readonly<Record<Bearing, Localised>> = {
  sales: { en: 'pay by sales', zh: '以销售为据' },
  heads: { en: 'pay by heads', zh: '以人数为据' },
  neither: { en: 'neither', zh: '均不支持' },
  unknown: { en: 'data do not say', zh: '数据不足' },
};

/** The sentence of each measure; figures of it are filled in. */
export const argumentTexts: Readonly<Record<ArgumentId, Localised>> = {
  outside_retail: {
    en:
      '{retail_ratio} of pay was funded by buyers who take no part; {open_ratio} is open. ' +
      '(Above 50 % speaks for sales; below 20 %, the open part counted in, for heads.)',
    zh: '报酬的 {retail_ratio} 来自不参与计酬的买家，另有 {open_ratio} 未定。（高于50%支持以销售为据；连同未定部分低于20%支持以人数为据。）',
  },
  bought_again: {
    en:
      'Of {payers} member(s) who paid for a right, {again} bought goods for use as well: ' +
      '{again_ratio}. (50 % and more speaks for sales; below 20 % for heads.)',
    zh: '为取得资格而付费的 {payers} 名会员中，{again} 名另有自用购买，占 {again_ratio}。（50%以上支持以销售为据；低于20%支持以人数为据。）',
  },
  purchases_for_right: {
    en:
      'Of what participants spent, {for_right_minor} or {for_right_ratio} went into what ' +
      'earns a right. (Below 20 % speaks for sales; above 50 % for heads.)',
    zh: '参与者的支出中，{for_right_minor}（{for_right_ratio}）用于取得资格。（低于20%支持以销售为据；高于50%支持以人数为据。）',
  },
  price_to_cost: {
    en:
      'The median price of {priced} price(s) with a cost is {times} times the cost. (Up to ' +
      '2 times speaks for sales; 5 times and more for heads.)',
    zh: '{priced} 条有成本的价格记录中，售价为成本的 {times} 倍（中位数）。（2倍以内支持以销售为据；5倍以上支持以人数为据。）',
  },
  money_back: {
    en:
      'Of {asked} application(s) for money back, {granted_ratio} were paid. (80 % and more ' +
      'speaks for sales; below 50 % for heads.)',
    zh: '{asked} 件退款申请中，{granted_ratio} 已退款。（80%以上支持以销售为据；低于50%支持以人数为据。）',
  },
  pay_follows: {
    en:
      'Over {members} paid member(s), direct recruits and retail sales together explain ' +
      '{explained_ratio} of the spread of pay; of this {heads_ratio} falls to recruits and ' +
      '{sales_ratio} to sales. (Two thirds decide; an association, not a cause.)',
    zh:
      '就 {members} 名受酬会员，直推人数与零售额共同解释报酬差异的 {explained_ratio}，其中人数占 {heads_ratio}、' +
      '销售占 {sales_ratio}。（三分之二以上为支持；仅为相关，不是因果。）',
  },
};

export const crossedWords: Readonly<Record<string, Localised>> = {
  people_15_on: { en: '15 people', zh: '15人' },
  people_30_on: { en: '30 people', zh: '30人' },
  people_60_on: { en: '60 people', zh: '60人' },
  people_120_on: { en: '120 people', zh: '120人' },
  levels_3_on: { en: '3 levels', zh: '3级' },
  crossed_30_3_on: { en: '30 people and 3 levels', zh: '30人且3级' },
};
