import type { Plan } from '../../../model/plan.ts';
import type { MendStudy, ShownEdit } from '../../../model/plan-study.ts';
import { editTexts } from '../../../plan/mend/edit-texts.ts';
import type { EditName } from '../../../plan/mend/edits.ts';
import { mendPlan } from '../../../plan/mend/mend-plan.ts';
import { mendedText } from '../../../plan/mend/mended-text.ts';
import { moneyEffect } from '../../../plan/mend/money-effect.ts';
import { planWith } from '../../../plan/mend/sets-of-edits.ts';
import { roundsOf, shownLint } from './lint-by-rounds.ts';
import type { Study } from './study.ts';

export async function mendOf(
  { order, packs, provisions, judge, tell }: Study,
  plan: Plan,
): Promise<MendStudy> {
  tell({ step: 'search', done: 0, total: null });
  const asked = provisions.filter(({ finds }) => order.indications || finds !== 'indication');
  const { bound, as_of } = roundsOf(order).at(-1)!;
  // Networks grown to thirty people and more would be grown for every set of changes.
  const options = { bound, grown_members: bound.members, as_of };
  const { before, mendings, mended } = await mendPlan(plan, asked, judge, options);
  tell({ step: 'money', done: 0, total: null });
  const textOf = (changed: Plan): string => mendedText(order.plans[0] ?? '', plan, changed);
  return {
    plan: plan.id,
    as_of,
    packs,
    before: shownLint(before, order),
    mendings: mendings.map(({ provision: { id, title }, edits }) => ({
      provision: id,
      title,
      edits: edits && edits.map(shownEdit),
      text: edits && textOf(planWith(plan, edits)),
    })),
    mended: mended && {
      edits: mended.edits.map((edit) => ({
        ...shownEdit(edit),
        clears: (mended.clears.get(edit) ?? []).map(({ id }) => id),
      })),
      text: textOf(mended.plan),
      after: shownLint(mended.lint, order),
    },
    effect: mended && moneyEffect(plan, mended.plan, order.seed ?? 1),
  };
}

function shownEdit(edit: EditName): ShownEdit {
  return { edit, says: editTexts[edit] };
}
