import type { Report, ReportMoney, ReportPlan, ReportPlanRule } from '../../model/report.ts';
import { moneyLines } from '../facts/money-lines.ts';
import { word } from '../labels.ts';
import { amount, grouped, percent } from '../show.ts';
import { texts } from '../texts.ts';
import { shareBar } from './charts.ts';
import { both, data, html, id } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import { fundingBlock } from './section-money-funding.ts';
import { note, section } from './section.ts';
import { facts, table } from './table.ts';

const plans_max = 50;

/** Where money came in and went out, and by which plan. */
export function moneySection(report: Report): Markup {
  return section(
    'money',
    note(texts.money_note),
    sums(report.money),
    fundingBlock(report),
    plans(report),
  );
}

function sums(money: ReportMoney): Markup {
  const lines = moneyLines(money);
  const most = Math.max(1, ...lines.map(({ sum }) => sum ?? 0));
  return table({
    name: 'money-t',
    caption: texts.money_caption,
    quiet: true,
    heads: [
      { label: both(texts.what) },
      { label: both(texts.records), numeric: true },
      { label: html`${both(texts.sum)} (${data(money.currency)})`, numeric: true },
      { label: html`<span class="sr">${both(texts.share_of_largest)}</span>` },
    ],
    rows: lines.map(({ label, hint, count, sum, kind }): Part[] => [
      html`${both(label)}<small>${both(hint)}</small>`,
      count === null ? '—' : grouped(count),
      sum === null ? html`<i>${both(texts.not_supplied)}</i>` : both(amount(sum, money)),
      sum === null ? '' : shareBar(sum / most, kind),
    ]),
  });
}

function plans({ plans: all, money }: Report): Markup {
  if (all.length === 0)
    return html`<h3>${both(texts.plans)}</h3>
      ${note(texts.no_plans)}`;
  return html`<h3>${both(texts.plans)}</h3>
    ${note(texts.plans_note)}${all
      .slice(0, plans_max)
      .map((plan, i) => planBlock(plan, i, money))}${
      all.length > plans_max
        ? note(texts.more_in_json, { shown: plans_max, more: grouped(all.length - plans_max) })
        : ''
    }`;
}

function planBlock(plan: ReportPlan, at: number, money: ReportMoney): Markup {
  const known = (value: boolean | null): Part =>
    both(value === null ? texts.not_supplied : value ? texts.yes : texts.no);
  return html`<div class="plan">
    <h4>
      ${plan.name === null ? id(plan.plan_id) : data(plan.name)} <small>${id(plan.plan_id)}</small>
    </h4>
    ${facts(
      [
        [texts.plan_enabled, known(plan.enabled)],
        [
          texts.plan_levels,
          plan.levels_paid === null ? both(texts.not_supplied) : grouped(plan.levels_paid),
        ],
        [texts.plan_join, joining(plan, money)],
        [texts.plan_self, known(plan.self_rebate)],
        [
          texts.plan_statement,
          plan.statement === null ? both(texts.not_supplied) : data(plan.statement, 600),
        ],
      ],
      'tight',
    )}${
      plan.rules.length === 0
        ? ''
        : table({
            name: `plan-${at + 1}`,
            caption: texts.plan_rules,
            heads: [
              { label: both(texts.rule_base) },
              { label: both(texts.rule_depth), numeric: true },
              { label: both(texts.rule_pay), numeric: true },
              { label: both(texts.rule_tier) },
              { label: both(texts.rule_condition) },
            ],
            rows: plan.rules.slice(0, 200).map((rule) => ruleCells(rule, money)),
          })
    }
  </div>`;
}

function joining({ join_condition, join_price_minor }: ReportPlan, money: ReportMoney): Part {
  if (join_condition === null) return both(texts.not_supplied);
  const price = join_price_minor === null ? '' : html` · ${both(amount(join_price_minor, money))}`;
  return html`${both(word(join_condition))}${price}`;
}

function ruleCells(rule: ReportPlanRule, money: ReportMoney): Part[] {
  const pay = [
    rule.rate === null ? null : percent(rule.rate),
    rule.amount_minor === null ? null : both(amount(rule.amount_minor, money)),
  ].filter((one) => one !== null);
  return [
    both(word(rule.base)),
    rule.depth === null ? '—' : grouped(rule.depth),
    pay.length === 0 ? '—' : pay.map((one, i) => [i > 0 ? ' + ' : '', one]),
    rule.tier === null ? both(texts.all_tiers) : data(rule.tier),
    rule.qualification === null ? '—' : data(rule.qualification),
  ];
}
