import type { Actor } from '../model/actor.ts';
import type { Localised } from '../model/localised.ts';
import type { ProposedStep } from '../model/matter.ts';
import type { Context } from './context.ts';
import { mayTake, standsFor } from './may-take.ts';
import { unmet } from './needs.ts';
import type { Asked } from './needs.ts';
import type { MatterRules, Need, StepRule } from './rules.ts';
import type { MatterState } from './state.ts';

/** A step somebody may take now, as far as it does not hang on what its data will say. */
export interface StepNow {
  readonly step: string;
  /** What one does by it. */
  readonly title: Localised;
  readonly reason: StepRule['reason'];
  /** `propose`: another person approves it. */
  readonly how: 'take' | 'propose';
  readonly data: StepRule['data'];
}

/** What somebody may do about a step that was proposed. */
export interface ProposalNow {
  readonly number: number;
  readonly step: string;
  readonly title: Localised;
  readonly may: readonly ('approve' | 'reject' | 'retract')[];
}

/** The steps an actor may take on a day, in the order of the kind's rules. */
export function stepsNow(
  rules: MatterRules,
  state: MatterState,
  actor: Actor,
  { at, on }: { readonly at: string; readonly on: string },
  context: Context,
): StepNow[] {
  const { matter_id, parties, status } = state;
  return Object.entries(rules.steps).flatMap(([type, step]) => {
    const from =
      step.from === 'any' ||
      (step.from === 'open' ? !rules.statuses[status]?.final : step.from.includes(status));
    if (!from || type === 'open' || !mayTake(step, actor, parties)) return [];
    const proposed: ProposedStep = { matter_id, type, at, on, actor, reason: null, data: {} };
    const asked = { state, step: proposed, users: [actor.user_id], context };
    const met = step.needs.every((need) => canBeMet(need, step, asked));
    if (!met) return [];
    const { verb, reason, second, data } = step;
    return [{ step: type, title: verb, reason, how: second ? 'propose' : 'take', data }];
  });
}

/** The proposals that wait, with what the actor may do about each. */
export function proposalsNow(
  { steps }: MatterRules,
  { proposals, parties }: MatterState,
  actor: Actor,
): ProposalNow[] {
  const approves = standsFor(actor, 'owner', parties) && actor.roles.includes('approver');
  return proposals.map(({ number, step, actor: proposer }) => {
    const own = proposer.user_id === actor.user_id;
    const may = own ? (['retract'] as const) : approves ? (['approve', 'reject'] as const) : [];
    return { number, step, title: steps[step]?.verb ?? { zh: step, en: step }, may };
  });
}

/** Whether data can be thought of with which a need is met. */
function canBeMet(need: Need, step: StepRule, asked: Asked): boolean {
  if (need.is !== 'item_open') return hangsOnData(need, step) || unmet(need, asked) === null;
  const { marks } = asked.state;
  const begun = marks.filter(({ name }) => name === need.start);
  return begun.some(
    ({ item }) => !marks.some((mark) => mark.item === item && need.ends.includes(mark.name)),
  );
}

function hangsOnData(need: Need, { data }: StepRule): boolean {
  switch (need.is) {
    case 'mark':
      return need.when !== undefined;
    case 'term_over':
      return need.day !== undefined || data['item'] !== undefined;
    case 'item_new':
    case 'cured':
    case 'within':
    case 'seed_matches':
    case 'said':
    case 'at_most':
      return true;
    default:
      return false;
  }
}
