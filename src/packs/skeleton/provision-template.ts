const fence = '```';

/** A provision that is complete and small: a promise about refunds, with its limit as a number. */
export function provisionTemplate(id: string): string {
  return `---
id: ${JSON.stringify(id)}
title: {zh: 收到退货后七日内退款, en: Refund within seven days of the goods coming back}
status: experimental
severity: medium
cites:
  - law: {zh: 示例标准, en: Example standard}
    article: art. 1
    rank: standard
    url: null
    checked: 2026-01-01
    confidence: memory
in_force: {from: 2026-01-01, to: null}
jurisdiction: CN
duty_bearer: [operator]
stage: after
subject: after_sale
check: row
reads:
  after_sale: [after_sale_id, received_back_at, refunded_at, "refunded_minor?"]
parameters:
  days_max:
    unit: day
    values: [{from: 2026-01-01, to: null, value: 7, cite: art. 1}]
exceptions: []
false_positives:
  - zh: 退款时间由支付机构记录，晚于实际退款。
    en: The time is the payment provider's and later than the refund.
remedy: {zh: 退款并说明原因, en: Refund and explain the delay}
---
## Law
### zh
经营者收到退回的商品后，应在七日内退款。
### en
Money goes back to the buyer within seven days after the goods came back.
## Reading
### zh
按日历日计，收货当日不计。尚未退款的不作判断。
### en
Counted in calendar days, the day of receipt not among them. No refund recorded: cannot tell.
## Test
${fence}sql
SELECT a.after_sale_id AS subject,
  pp_date(a.received_back_at) AS act_on,
  pp_days(pp_date(a.received_back_at), pp_date(a.refunded_at)) AS days,
  a.refunded_minor AS refunded_minor
FROM after_sale a
WHERE pp_days(pp_date(a.received_back_at), pp_date(a.refunded_at)) > $days_max
${fence}
## Cannot tell when
${fence}sql
SELECT a.after_sale_id AS subject,
  pp_date(a.received_back_at) AS act_on,
  'after_sale.refunded_at' AS needs
FROM after_sale a
WHERE a.received_back_at IS NOT NULL AND a.refunded_at IS NULL
${fence}
## Explain
### zh
售后单 {subject} 的商品于 {act_on} 退回，{days} 日后退款 {refunded_minor}，应在 {days_max} 日内。就所提供的数据，不符合示例标准第一条。
### en
{subject}: {refunded_minor} refunded {days} days after {act_on}, not {days_max}: art. 1 is not met.
`;
}

/** Local midnight in China is 16:00 UTC of the day before: a1 and a2 are that close. */
export const testTemplate = `cases:
  - name: eight days are late, seven are not; no refund on record
    as_of: 2026-06-30
    tables:
      after_sale:
        - after_sale_id: a1
          received_back_at: '2026-05-01T02:00:00Z'
          refunded_at: '2026-05-08T16:00:00Z'
          refunded_minor: 39900
        - after_sale_id: a2
          received_back_at: '2026-05-01T02:00:00Z'
          refunded_at: '2026-05-08T15:59:59Z'
        - {after_sale_id: a3, received_back_at: '2026-05-01T02:00:00Z', refunded_at: null}
        - {after_sale_id: a4, received_back_at: null, refunded_at: null}
    expect:
      breach: [{subject: a1, act_on: '2026-05-01', days: 8, refunded_minor: 39900}]
      cannot_tell: [{subject: a3, needs: after_sale.refunded_at}]
      ok: [a2, a4]
  - name: goods that came back the day before the standard
    as_of: 2026-06-30
    tables:
      after_sale:
        - after_sale_id: a1
          received_back_at: '2025-12-31T15:59:59Z'
          refunded_at: '2026-03-01T02:00:00Z'
    expect: {ok: [a1]}
`;
