import type { Finding, ProvisionVerdict } from '../../src/model/provision.ts';
import type { Report, ReportIssue, ReportPlan, ReportProvision } from '../../src/model/report.ts';
import { sha256 } from '../../src/evidence/digest.ts';
import { sampleFunding } from './sample-funding.ts';
import { dayText, lehmer, sampleTree } from './sample-network.ts';
import { sampleClassifications, sampleProvisions } from './sample-provisions.ts';

export interface SampleOptions {
  /** Findings of the largest group; the others stay small. */
  readonly findings?: number;
  /** Texts to put wherever the data's own text may stand. */
  readonly texts?: readonly string[];
}

const findingsOf: Readonly<Record<string, number>> = {
  'x.entry.shown': 3,
  'x.entry.rules': 2,
  'x.pyramid.heads': 6,
  'x.pyramid.fee': 46,
  'x.pyramid.team': 4,
  'x.criminal.line': 24,
  'x.review.planted': 9,
  'x.after.refund15': 12,
};

const needsOf: Readonly<Record<string, readonly string[]>> = {
  'x.entry.verify': ['verification'],
  'x.price.struck': ['price_event rows'],
  'x.live.seller': ['live_session'],
  'x.after.excluded': ['after_sale.refunded_at'],
  'x.after.answer': ['complaint'],
  'x.after.refund15': ['after_sale.refunded_at'],
  'x.after.recall': ['after_sale.refunded_at', 'quality_event'],
};

/** A report as a real run would make one: three schemes, findings at all stages, gaps. */
export function sampleReport(options: SampleOptions = {}): Report {
  const provisions = sampleProvisions();
  const text = textSource(options.texts ?? []);
  const sponsor = sampleTree('sponsor', [412, 187, 64, 9, 2], 20_241);
  const findings = provisions.flatMap((provision) => findingsFor(provision, options, text));
  const by_provision = verdictsFor(provisions, findings);
  const count = (verdict: string) => by_provision.filter((one) => one.verdict === verdict).length;
  return {
    schema: 'polyprism.report/1',
    as_of: '2026-01-31',
    software: {
      name: 'CRMEB',
      family: 'crmeb',
      score: 0.94,
      reasons: [
        { zh: '118 张表中有 111 张同名', en: '111 of 118 tables have its names' },
        { zh: '存在 eb_user_spread 表', en: 'there is a table eb_user_spread' },
      ],
    },
    files: filesOf(text),
    tables: {
      member: { read: 674, refused: 3 },
      order: { read: 3208, refused: 0 },
      order_line: { read: 5121, refused: 0 },
      commission: { read: 9412, refused: 1 },
      fee: { read: 512, refused: 0 },
      listing: { read: 86, refused: 0 },
    },
    raw_tables: rawTables(text),
    assumptions: [
      {
        what: 'time_zone',
        subject: 'shop.sql',
        value: 'Asia/Shanghai',
        reason: { zh: '数据未写明时区', en: 'the data name no zone' },
      },
      {
        what: 'money_unit',
        subject: 'eb_store_order.pay_price',
        value: 'major',
        reason: { zh: '列类型为 decimal(8,2)', en: 'the column is a decimal(8,2)' },
      },
    ],
    issues: issuesOf(text),
    network: {
      trees: [
        {
          ...sponsor,
          candidates: sponsor.candidates.map((one) => renamed(one, text)),
          counts: {
            ...sponsor.counts,
            candidates: sponsor.counts.candidates.map((one) => renamed(one, text)),
          },
        },
        sampleTree('placement', [310, 52], 77),
      ],
      persons: 631,
      shared_contact_accounts: 71,
      link_cuts: [],
    },
    plans: plansOf(text),
    money: {
      currency: 'CNY',
      minor_units: 100,
      fees: 20_428_800,
      commissions: 13_254_075,
      withdrawals: 9_870_050,
      orders_paid: 48_120_390,
      orders: 61_904_410,
      refunds: 1_204_900,
      counts: {
        orders: 3208,
        orders_paid: 2511,
        orders_with_refund_status: 64,
        fees: 512,
        commissions: 9412,
        withdrawals: 388,
      },
    },
    funding: sampleFunding(text),
    verdicts: {
      provisions: by_provision.length,
      breach: count('breach'),
      no_breach: count('no_breach'),
      cannot_tell: count('cannot_tell'),
      by_provision,
    },
    provisions,
    classifications: sampleClassifications(),
    findings,
    waivers: [],
    cannot_tell: by_provision
      .filter(({ needs }) => needs.length > 0)
      .map(({ provision, needs }) => ({ provision, needs })),
    digests: {
      inputs: filesOf(text).map(({ name, sha256: digest }) => ({ name, sha256: digest })),
      packs: [{ id: 'cn', version: '0.1.0', sha256: sha256('pack cn') }],
      waivers: null,
      link_cuts: null,
      engine: { name: 'duckdb', version: '1.5.6', polyprism: '0.1.0' },
    },
  };
}

type Text = (usual: string) => string;

/** Gives the usual text, or the next of the texts to try. */
function textSource(texts: readonly string[]): Text {
  let at = 0;
  return (usual) => (texts.length === 0 ? usual : texts[at++ % texts.length]!);
}

function renamed<T extends { readonly member_id: string }>(candidate: T, text: Text): T {
  return { ...candidate, member_id: text(candidate.member_id) };
}

function filesOf(text: Text): Report['files'] {
  return [
    ['shop.sql', 'mysql-dump', 48_210_334],
    ['exports/after-sales.csv', 'csv', 81_200],
    [`exports/${'very-long-file-name-'.repeat(6)}.xlsx`, 'xlsx', 1_204_000],
  ].map(([name, format, size]) => ({
    name: text(String(name)),
    sha256: sha256(String(name)),
    bytes: Number(size),
    format: String(format),
    charset: format === 'xlsx' ? null : 'utf-8',
  }));
}

function rawTables(text: Text): Report['raw_tables'] {
  const used = ['eb_user', 'eb_store_order', 'eb_user_bill', 'eb_store_product'].map((name, i) => ({
    name: text(name),
    declared: true,
    read: [674, 3208, 9412, 86][i]!,
    refused: [3, 0, 1, 0][i]!,
    skipped: null,
    skipped_zh: null,
  }));
  const skipped = Array.from({ length: 40 }, (_, i) => ({
    name: `eb_system_${['config', 'menu', 'log', 'role', 'attachment'][i % 5]}_${i}`,
    declared: i % 7 !== 0,
    read: (i * 37) % 211,
    refused: 0,
    skipped: 'no canonical table is made from it',
    skipped_zh: '没有由它形成的标准表',
  }));
  return [...used, ...skipped];
}

function issuesOf(text: Text): ReportIssue[] {
  const issue = (severity: ReportIssue['severity'], code: string, line: number | null) => ({
    code,
    severity,
    file: text('shop.sql'),
    line,
    column: line === null ? null : 17,
    message: text("'2024-02-30' cannot be read; the value is unknown. Correct the column."),
    message_zh: text('无法读取“2024-02-30”，该值未知。请修正数据或映射文件中的读取方式。'),
    count: 3,
  });
  return [
    issue('error', 'mapping.key_missing', 2218),
    issue('warning', 'mapping.value_unreadable', 90_412),
    issue('warning', 'consistency.direct_count_differs', null),
    ...Array.from({ length: 30 }, (_, i) => issue('info', 'mapping.column_missing', i + 1)),
  ];
}

function plansOf(text: Text): ReportPlan[] {
  return [
    {
      plan_id: text('brokerage'),
      name: text('分销返佣'),
      enabled: true,
      levels_paid: 2,
      join_condition: 'purchase',
      join_price_minor: 39_900,
      self_rebate: false,
      statement: text('store_brokerage_status=2; store_brokerage_ratio=15; brokerage_two=5'),
      rules: [
        rule('downline_sale', 1, 0.15, null),
        rule('downline_sale', 2, 0.05, null),
        rule('entry_fee', 1, null, 10_000),
      ],
    },
  ];
}

function rule(base: string, depth: number, rate: number | null, amount_minor: number | null) {
  return { base, depth, rate, amount_minor, tier: null, qualification: null };
}

function findingsFor(provision: ReportProvision, options: SampleOptions, text: Text): Finding[] {
  const usual = provision.in_force.to === null ? (findingsOf[provision.id] ?? 0) : 1;
  const many = provision.id === 'x.pyramid.fee' ? (options.findings ?? usual) : usual;
  const random = lehmer(provision.id.length * 997);
  return Array.from({ length: many }, (_, i) => findingOf(provision, i, random, text));
}

function findingOf(
  provision: ReportProvision,
  index: number,
  random: () => number,
  text: Text,
): Finding {
  const id = text(`U${10_001 + Math.floor(random() * 4000)}`);
  const act_on = dayText(Math.floor(random() * 420));
  const people = 30 + Math.floor(random() * 300);
  const paid = 39_900 * (1 + Math.floor(random() * 9));
  const row = (day: string) => ({
    act_on: day,
    order_id: text(`wx${'2025010112345678'}${Math.floor(random() * 1e6)}`),
    amount_minor: paid,
    pay_ratio: 0.4 + Math.floor(random() * 100) / 250,
    people,
    answered_at: null,
    paid: true,
  });
  const rows = provision.id === 'x.pyramid.heads' ? 14 : 1 + (index % 3);
  return {
    id: sha256(`${provision.id} ${provision.in_force.from} ${index}`),
    provision: provision.id,
    provision_sha256: provision.sha256,
    version_in_force: provision.in_force.from,
    stage: provision.stage,
    severity: provision.severity as Finding['severity'],
    subject: { table: 'member', id },
    act_on: index % 11 === 10 ? null : act_on,
    verdict: 'breach',
    explanation: {
      zh: `按所提供的数据，该会员缴纳 ${paid / 100}.00 元后取得推广资格，其下线共 ${people} 个账号。就此不符合该条。`,
      en:
        `On the data supplied, this member obtained the right to recruit after paying CNY ` +
        `${paid / 100}.00, with ${people} accounts beneath. In this respect it does not meet it.`,
    },
    parameters: { people: 30, levels: 3 },
    evidence: Array.from({ length: rows }, () => row(act_on)),
  };
}

function verdictsFor(
  provisions: readonly ReportProvision[],
  findings: readonly Finding[],
): ProvisionVerdict[] {
  const ids = [...new Set(provisions.map(({ id }) => id))].toSorted();
  return ids.map((provision) => {
    const found = findings.filter((one) => one.provision === provision).length;
    const needs = needsOf[provision] ?? [];
    const verdict = found > 0 ? 'breach' : needs.length > 0 ? 'cannot_tell' : 'no_breach';
    const undecided = verdict === 'breach' && needs.length > 0 ? 41 : 0;
    return { provision, verdict, findings: found, undecided, needs };
  });
}
