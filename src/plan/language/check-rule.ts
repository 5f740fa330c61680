import type { PlanBase } from '../../model/plan.ts';
import { keyAt, nodeAt, spanOf } from '../../packs/yaml-shape.ts';
import type { Yaml } from '../../packs/yaml-shape.ts';
import { checkName, unused } from './check-name.ts';
import type { PlanNames } from './check-name.ts';
import type { RuleFile } from './plan-file.ts';

const sales = ['own_sale', 'downline_sale', 'level_difference'] as const;

/** Keys that only some bases know, and those bases. */
const belongs = [
  ['products', sales],
  ['buyers', sales],
  ['of', ['entry_fee', ...sales]],
] as const satisfies readonly (readonly [keyof RuleFile, readonly PlanBase[]])[];

/** How a rule of a base says what it pays. */
const pays: Readonly<Record<PlanBase, readonly ('rate' | 'amount' | 'by_rank')[]>> = {
  headcount: ['amount'],
  entry_fee: ['rate', 'amount'],
  own_sale: ['rate', 'amount'],
  downline_sale: ['rate', 'amount'],
  level_difference: ['by_rank'],
};

export function checkRule(
  yaml: Yaml,
  rule: RuleFile,
  i: number,
  names: PlanNames,
  placed: boolean,
): void {
  const at = (...rest: (string | number)[]) => ['rules', i, ...rest];
  const { base } = rule;
  for (const [key, bases] of belongs) {
    if (rule[key] === undefined || bases.some((one) => one === base)) continue;
    const params = { key, base, bases: bases.join(', ') };
    yaml.report('plan.key_for_base', params, ...spanOf(yaml, keyAt(yaml, at(key))));
  }
  checkPay(yaml, rule, i);
  if (base === 'own_sale' && rule.depth !== undefined && (rule.depth.last ?? 2) > 1) {
    yaml.report('plan.own_sale_depth', {}, ...spanOf(yaml, nodeAt(yaml, at('depth'))));
  }
  if (rule.tree === 'placement' && !placed) unused(yaml, at('tree'), 'tree', 'placement');
  for (const [nth, id] of (rule.products ?? []).entries()) {
    checkName(yaml, at('products', nth), 'products', id, names);
  }
  for (const key of ['ranks', 'payer_ranks'] as const) {
    for (const [nth, id] of (rule[key] ?? []).entries()) {
      checkName(yaml, at(key, nth), 'ranks', id, names);
    }
  }
  for (const [id] of rule.by_rank ?? []) {
    checkName(yaml, at('by_rank', id), 'ranks', id, names);
  }
  for (const { measure, of } of rule.if ?? []) {
    if (of !== null) checkName(yaml, at('if', measure, 'of'), 'ranks', of, names);
  }
}

function checkPay(yaml: Yaml, rule: RuleFile, i: number): void {
  const { base, depth } = rule;
  const keys = pays[base];
  const given = (['rate', 'amount', 'by_rank'] as const).filter((key) => rule[key] !== undefined);
  const [only] = given;
  if (given.length !== 1 || only === undefined || !keys.includes(only)) {
    const params = { base, keys: keys.join(', '), seen: given.join(', ') || '0' };
    yaml.report('plan.one_pay', params, ...spanOf(yaml, nodeAt(yaml, ['rules', i, 'base'])));
    return;
  }
  const figures = only === 'by_rank' ? 1 : (rule[only] ?? []).length;
  const span = depth ?? { first: 1, last: 1 };
  const depths = span.last === null ? '∞' : span.last - span.first + 1;
  if (figures === 1 || figures === depths) return;
  const at = spanOf(yaml, nodeAt(yaml, ['rules', i, only]));
  yaml.report('plan.depth_count', { figures, depths }, ...at);
}
