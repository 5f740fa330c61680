/** A provision of a standard about commission plans, with its cases: one level is paid at most. */
export const planStandard: Readonly<Record<string, string>> = {
  'provisions/ours.one-level.md': `---
id: ours.one-level
title: {zh: 只对一级推广计酬, en: One level is paid}
status: experimental
severity: medium
cites:
  - law: {zh: 示例标准, en: Example standard}
    article: art. 2
    rank: standard
    url: null
    checked: 2026-01-01
    confidence: memory
in_force: {from: 2026-01-01, to: null}
jurisdiction: CN
duty_bearer: [platform]
stage: pre
subject: plan
check: set
reads:
  plan: [plan_id, levels_paid]
parameters:
  levels_max:
    unit: level
    values: [{from: 2026-01-01, to: null, value: 1, cite: art. 2}]
exceptions: []
false_positives: []
remedy: {zh: 减少计酬层级, en: Pay fewer levels}
---
## Law
### zh
推广报酬只计一级。
### en
Promoters are paid for one level.
## Reading
### zh
按方案写明的计酬层级。
### en
By the levels the plan says it pays.
## Test
\`\`\`sql
SELECT p.plan_id AS subject, $as_of AS act_on, p.levels_paid AS levels
FROM plan p
WHERE p.levels_paid > $levels_max
\`\`\`
## Cannot tell when
\`\`\`sql
SELECT p.plan_id AS subject, $as_of AS act_on, 'plan.levels_paid' AS needs
FROM plan p
WHERE p.levels_paid IS NULL
\`\`\`
## Explain
### zh
方案 {subject} 对 {levels} 级计酬，应不超过 {levels_max} 级。
### en
Plan {subject} pays {levels} levels, not {levels_max}.
`,
  'provisions/ours.one-level.test.yaml': `cases:
  - name: two levels are one too many
    as_of: 2026-06-30
    tables:
      plan:
        - {plan_id: p1, levels_paid: 2}
        - {plan_id: p2, levels_paid: 1}
        - {plan_id: p3, levels_paid: null}
    expect:
      breach: [{subject: p1, act_on: '2026-06-30', levels: 2}]
      cannot_tell: [{subject: p3, needs: plan.levels_paid}]
      ok: [p2]
  - name: the day before the standard
    as_of: 2025-12-31
    tables:
      plan:
        - {plan_id: p1, levels_paid: 2}
    expect: {ok: [p1]}
`,
};
