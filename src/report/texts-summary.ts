import type { Localised } from '../model/localised.ts';

/** What was looked at and what came of it; part of `texts`. */
export const summaryTexts = {
  headline_breach: {
    en: '{breach} of {provisions} provisions are not met on the data supplied.',
    zh: '按所提供的数据，{provisions} 项条款中有 {breach} 项不符合。',
  },
  headline_one: {
    en: 'One of {provisions} provisions is not met on the data supplied.',
    zh: '按所提供的数据，{provisions} 项条款中有 1 项不符合。',
  },
  headline_clean: {
    en: 'No breach of {provisions} provisions was found in the data supplied.',
    zh: '在所提供的数据中，{provisions} 项条款均未见不符合。',
  },
  lines_reached: {
    en:
      'Kept apart from these: of {lines} criminal alert lines, which are no duties, {reached} ' +
      'are reached in the data (findings: {line_findings}).',
    zh:
      '另行列示：刑事立案标准线不属于合规义务，共 {lines} 条，数据显示达到 {reached} 条' +
      '（发现 {line_findings} 条）。',
  },
  verdict_rest: {
    en: '{no_breach} show no breach; {cannot_tell} could not be decided.',
    zh: '{no_breach} 项未见不符合，{cannot_tell} 项无法判断。',
  },
  looked_at: {
    en: 'Read: files {files} ({size}), rows in canonical tables {rows}. Judged as of {as_of}.',
    zh: '读取文件 {files} 个（{size}），形成标准表记录 {rows} 行，截至 {as_of} 判断。',
  },
  software_known: {
    en: 'The data look like those of {software} (similarity {score}).',
    zh: '数据与 {software} 相符（相似度 {score}）。',
  },
  software_canonical: {
    en: 'The data came as canonical tables (similarity {score}).',
    zh: '数据本身即为标准表（相似度 {score}）。',
  },
  software_unknown: {
    en: 'The software behind the data was not recognised.',
    zh: '未能识别数据来源软件。',
  },
  findings_found: {
    en: 'Findings: {findings}; indications for a person to judge: {indications}.',
    zh: '共有发现 {findings} 条；另有迹象 {indications} 条，须由人判断。',
  },
  wording: {
    en:
      'A finding says that something does not meet a provision on the data supplied. Whether the ' +
      'law was broken is decided by an authority or a court, after hearing those concerned.',
    zh: '一条发现只说明：按所提供的数据，某事项不符合某一条款。是否违法由有权机关在听取当事人陈述后认定。',
  },
  prism_caption: {
    en: 'Provisions by moment of the sale and verdict',
    zh: '各阶段条款的判断结果',
  },
  findings: { en: 'Findings', zh: '发现' },
  members: { en: 'Members', zh: '会员' },
  levels: { en: 'Levels', zh: '层级' },
  candidates: { en: 'Organiser candidates', zh: '组织者候选' },
  fees: { en: 'Fees paid', zh: '缴费' },
  commissions: { en: 'Commission', zh: '佣金' },
  withdrawals: { en: 'Withdrawals', zh: '提现' },
  orders: { en: 'Orders, amount due', zh: '订单应付' },
  orders_paid: { en: 'Orders paid', zh: '订单实付' },
  refunds: { en: 'Refunds', zh: '退款' },
  persons_unknown: { en: 'accounts; persons unknown', zh: '账号数；人数未知' },
  persons_count: { en: 'accounts of {persons} persons', zh: '账号数；对应 {persons} 人' },
  levels_hint: { en: 'the first counted as 1', zh: '顶点为第 1 层' },
  candidates_hint: { en: '30 people and 3 levels reached', zh: '达到三十人且三级' },
  numbers_note: {
    en: 'Sums cover everything in the data up to {as_of}. A dash means: not in the data.',
    zh: '金额为数据中截至 {as_of} 的全部合计。“—”表示数据中没有。',
  },
  waived_note: {
    en: 'Somebody decided not to act on {n} of them for a time: see the waivers.',
    zh: '其中 {n} 条已有人决定暂不处理，见豁免列表。',
  },
  waivers: { en: 'Waivers', zh: '豁免' },
  waivers_note: {
    en:
      'Decisions not to act on findings, given to this run from a file of their own. They change ' +
      'neither what the law demands nor what was found.',
    zh: '暂不处理某些发现的决定，由单独的文件提供；不改变法律要求，也不改变发现本身。',
  },
  waiver_of: {
    en: 'Let rest by {author} from {from} to {to}: {reason}',
    zh: '{author} 决定自 {from} 至 {to} 暂不处理：{reason}',
  },
  waiver_all: { en: 'every finding', zh: '全部发现' },
  waiver_author: { en: 'Decided by', zh: '决定者' },
  waiver_reason: { en: 'Reason', zh: '理由' },
  waiver_until: { en: 'From – to', zh: '起止' },
  waiver_over: { en: 'not in force on the day judged as of', zh: '判断日不在有效期内' },
} as const satisfies Record<string, Localised>;
