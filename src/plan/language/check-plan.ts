import { nodeAt, spanOf } from '../../packs/yaml-shape.ts';
import type { Yaml } from '../../packs/yaml-shape.ts';
import { checkName, unused } from './check-name.ts';
import type { PlanNames } from './check-name.ts';
import { checkRule } from './check-rule.ts';
import type { PlanFile, RankFile } from './plan-file.ts';

type Path = readonly (string | number)[];

/** Names that are not there, ranks nobody reaches, keys that contradict each other. */
export function checkPlan(yaml: Yaml, plan: PlanFile): void {
  const names = {
    ranks: plan.ranks.map(({ id }) => id),
    products: (plan.products ?? []).map(({ id }) => id),
  };
  distinct(yaml, ['ranks'], names.ranks);
  distinct(yaml, ['products'], names.products);
  distinct(
    yaml,
    ['rules'],
    plan.rules.map(({ id }) => id),
  );
  for (const [i, rank] of plan.ranks.entries()) checkRank(yaml, rank, i, names);
  const ofMargin = plan.rules.find((rule) => rule.of === 'margin');
  for (const [i, { id, cost }] of (plan.products ?? []).entries()) {
    if (ofMargin === undefined || cost !== undefined) continue;
    const at = spanOf(yaml, nodeAt(yaml, ['products', i, 'id']));
    yaml.report('plan.no_cost', { product: id, rule: ofMargin.id }, ...at);
  }
  for (const [i, rule] of plan.rules.entries()) {
    checkRule(yaml, rule, i, names, plan.placement !== undefined);
  }
}

function distinct(yaml: Yaml, path: Path, ids: readonly string[]): void {
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) === i) continue;
    yaml.report('plan.twice', { id }, ...spanOf(yaml, nodeAt(yaml, [...path, i, 'id'])));
  }
}

function checkRank(yaml: Yaml, rank: RankFile, i: number, names: PlanNames): void {
  if (rank.enter === undefined && i > 0) {
    const at = spanOf(yaml, nodeAt(yaml, ['ranks', i, 'id']));
    yaml.report('plan.unreached_rank', { rank: rank.id }, ...at);
  }
  for (const [nth, way] of (rank.enter ?? []).entries()) {
    const path = ['ranks', i, 'enter', nth];
    if (Object.keys(way).length === 0) {
      const at = spanOf(yaml, nodeAt(yaml, path));
      yaml.report('plan.unreached_rank', { rank: rank.id }, ...at);
    }
    if (way.buy !== undefined) checkName(yaml, [...path, 'buy'], 'products', way.buy, names);
    for (const { measure, of } of way.if ?? []) {
      if (of !== null) checkName(yaml, [...path, 'if', measure, 'of'], 'ranks', of, names);
    }
    for (const [key, needs] of [
      ['refundable', 'fee'],
      ['refund_days', 'fee'],
      ['quantity', 'buy'],
    ] as const) {
      if (way[key] === undefined || way[needs] !== undefined) continue;
      unused(yaml, [...path, key], key, needs);
    }
  }
}
