import type { MatterState } from '../../../casework/state.ts';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { JsonObject, JsonValue } from '../../../model/json.ts';
import type { StoreTx } from '../../../store/store.ts';
import { assertPair, becameOf } from '../../findings/changes-between.ts';

/**
 * An order is cured by what a later inspection of the same platform shows, not by what somebody
 * says: each of its findings, and each that is named as gone, is gone there. What the later one
 * could not check on every row is not known, and so not cured.
 */
export async function assertCured(
  tx: StoreTx,
  actor: Actor,
  state: MatterState,
  type: string,
  data: JsonObject,
): Promise<void> {
  if (state.kind !== 'order' || type !== 'confirm_cure') return;
  const { inspection_id: earlier, findings } = state.kept;
  const { inspection_id: later, gone } = data;
  // What is missing or no text is refused by the rules of the step, and the same inspection too.
  if (typeof earlier !== 'string' || typeof later !== 'string' || earlier === later) return;
  await assertPair(tx, actor, { earlier, later });
  const named = [...new Set([...texts(findings), ...texts(gone)])];
  const changes = await becameOf(tx, { earlier, later }, named);
  const still = changes.filter(({ outcome }) => outcome === 'still');
  const [first] = still;
  if (first !== undefined) {
    const { provision, subject_table, subject_id } = first;
    const subject = `${subject_table} ${subject_id}`.slice(0, 200);
    throw new PolyprismError('matters.still_there', { count: still.length, provision, subject });
  }
  const proved = new Set(
    changes.flatMap(({ outcome, finding_ids }) => (outcome === 'gone' ? finding_ids : [])),
  );
  const unknown = named.find((id) => !proved.has(id));
  if (unknown === undefined) return;
  const change = changes.find(({ finding_ids }) => finding_ids.includes(unknown));
  throw new PolyprismError('matters.cure_unknown', {
    finding: unknown.slice(0, 64),
    provision: change?.provision ?? '?',
  });
}

function texts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
