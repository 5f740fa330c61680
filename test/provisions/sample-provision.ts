import type { RunContext } from '../../src/provisions/context.ts';
import type { Provision } from '../../src/model/provision.ts';

/** A sound provision about late refunds, to be varied by a test. */
export const sample: Provision = {
  id: 'sample.refund',
  pack: 'sample',
  file: 'provisions/sample.refund.md',
  sha256: 'f'.repeat(64),
  title: { en: 'Refund', zh: '退款' },
  finds: 'breach',
  fine: null,
  status: 'tested',
  severity: 'medium',
  cites: [],
  in_force: { from: '2020-01-01', to: null },
  jurisdiction: 'CN',
  duty_bearer: ['operator'],
  stage: 'after',
  reads: [
    {
      table: 'after_sale',
      required: ['after_sale_id', 'received_back_at', 'refunded_at'],
      optional: ['refunded_minor'],
    },
  ],
  subject: 'after_sale',
  check: 'set',
  parameters: [
    {
      name: 'days_max',
      unit: 'day',
      values: [{ from: '2020-01-01', to: null, value: 7, cite: 'art. 1' }],
    },
  ],
  exceptions: [],
  false_positives: [],
  remedy: { en: 'Refund', zh: '退款' },
  related: [],
  law: { en: '-', zh: '-' },
  reading: { en: '-', zh: '-' },
  test: `SELECT a.after_sale_id AS subject, pp_date(a.received_back_at) AS act_on,
  pp_days(pp_date(a.received_back_at), pp_date(a.refunded_at)) AS days,
  a.refunded_minor AS refunded_minor
FROM after_sale a
WHERE pp_days(pp_date(a.received_back_at), pp_date(a.refunded_at)) > $days_max`,
  cannot_tell: `SELECT a.after_sale_id AS subject, pp_date(a.received_back_at) AS act_on,
  'after_sale.refunded_at' AS needs
FROM after_sale a WHERE a.refunded_at IS NULL`,
  explain: {
    en: '{subject}: {days} days, {days_max} allowed, {refunded_minor} on {act_on}.',
    zh: '{subject}:{days} 日,应在 {days_max} 日内,{act_on} 退 {refunded_minor}。',
  },
  row: null,
};

/** A run that was supplied with all the sample reads. */
export const context: RunContext = {
  as_of: '2024-12-31',
  time_zone: 'Asia/Shanghai',
  currency: 'CNY',
  input_digests: ['a'.repeat(64)],
  tables: {
    after_sale: {
      read: 1,
      refused: 0,
      columns_present: ['after_sale_id', 'received_back_at', 'refunded_at', 'refunded_minor'],
    },
  },
};
