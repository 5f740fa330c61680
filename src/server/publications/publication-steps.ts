import type { MatterState } from '../../casework/state.ts';
import type { Withdrawal } from '../../disclosure/publication/withdraw.ts';
import type { MatterKind } from '../../model/matter.ts';
import { withdrawOf } from '../../store/publications.ts';
import type { StoreTx } from '../../store/store.ts';

/** Steps by which a matter says that something was published, and that it is no longer. */
const steps: Readonly<Partial<Record<MatterKind, Readonly<Record<string, Withdrawal | null>>>>> = {
  case: { publish: null, withdraw_publication: 'annulled', end_display: 'ended' },
  measure: { publish: null, unpublish: 'revoked' },
  recall: { publish: null, unpublish: 'ended' },
};

const marks = { publish: 'published', withdraw_publication: 'withdrawn', unpublish: 'unpublished' };

/** Statuses in which something other than a case is over, and its publication goes by a step. */
const over: Readonly<Partial<Record<MatterKind, readonly string[]>>> = {
  measure: ['lifted', 'expired'],
  recall: ['closed'],
};

const has = ({ marks: made }: MatterState, mark: string): boolean =>
  made.some(({ name }) => name === mark);

/** Has the matter a step for being published, not taken yet? Once it is closed it has none. */
export function wantsPublishStep(state: MatterState): boolean {
  const isOpen = state.status !== 'closed';
  return isOpen && steps[state.kind]?.['publish'] === null && !has(state, marks.publish);
}

/** The step by which a matter that was overturned takes its publication down; null for none. */
export function stepThatWithdraws(state: MatterState): 'withdraw_publication' | 'unpublish' | null {
  if (!has(state, marks.publish)) return null;
  if (state.kind === 'case' && state.status === 'annulled') {
    return has(state, marks.withdraw_publication) ? null : 'withdraw_publication';
  }
  if (!over[state.kind]?.includes(state.status)) return null;
  return has(state, marks.unpublish) ? null : 'unpublish';
}

/** What a step of the matter ends of its publication: the page goes as the step is taken. */
export async function withdrawWith(
  tx: StoreTx,
  state: MatterState,
  type: string,
  on: string,
): Promise<void> {
  const why = steps[state.kind]?.[type] ?? null;
  if (why === null) return;
  const hasEnded = type === 'unpublish' && state.status === 'expired';
  await withdrawOf(tx, state.matter_id, on, hasEnded ? 'ended' : why);
}
