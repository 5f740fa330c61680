import type { Plan } from '../../../model/plan.ts';
import { mendPlan } from '../../../plan/mend/mend-plan.ts';
import { mendedText } from '../../../plan/mend/mended-text.ts';
import { moneyEffect } from '../../../plan/mend/money-effect.ts';
import { roundsOf, shownLint } from './lint-by-rounds.ts';
import type { Study } from './study.ts';

export async function mendOf(
  { order, packs, provisions, judge, tell }: Study,
  plan: Plan,
): Promise<Readonly<Record<string, unknown>>> {
  tell({ step: 'search', done: 0, total: null });
  const asked = provisions.filter(({ finds }) => order.indications || finds !== 'indication');
  const { bound, as_of } = roundsOf(order).at(-1)!;
  // Networks grown to thirty people and more would be grown for every set of changes.
  const options = { bound, grown_members: bound.members, as_of };
  const { before, mendings, mended } = await mendPlan(plan, asked, judge, options);
  tell({ step: 'money', done: 0, total: null });
  const text = mended && mendedText(order.plans[0] ?? '', plan, mended.plan);
  return {
    plan: plan.id,
    as_of,
    packs,
    before: shownLint(before),
    mendings: mendings.map(({ provision, edits }) => ({ provision: provision.id, edits })),
    mended: mended && {
      edits: mended.edits.map((edit) => ({
        edit,
        clears: (mended.clears.get(edit) ?? []).map(({ id }) => id),
      })),
      text,
      after: shownLint(mended.lint),
    },
    effect: mended && moneyEffect(plan, mended.plan, order.seed ?? 1),
  };
}
