import type { LogState } from '../../evidence/bag/log-files.ts';
import { utf8Bytes } from '../../evidence/bytes.ts';
import type { Hash } from '../../evidence/log/merkle-hash.ts';
import { limits } from '../../model/limits.ts';
import { leavesOfEvents } from '../../store/log/read-logged-events.ts';
import { logProver } from '../../store/log/prove-log.ts';
import { checkpointFor, checkpointsBefore } from '../../store/log/keep-checkpoint.ts';
import { systemActor } from '../../store/store.ts';
import { originOf, signedCheckpoint } from '../log/signed-checkpoint.ts';
import { stampOf } from '../log/stamp.ts';
import type { Server } from '../server.ts';

export interface LogProofs {
  readonly state: LogState;
  /** One each position, in their order. */
  readonly places: readonly { readonly index: number; readonly proof: readonly Hash[] }[];
  /** The day (UTC) on which that state was signed. */
  readonly on: string;
}

/**
 * Where the log has events, proved under the first checkpoint that has them all, so that the same
 * events are proved in the same way later too; one is signed where there is none.
 */
export async function logProofs(server: Server, positions: readonly number[]): Promise<LogProofs> {
  await server.store.logSettled();
  const origin = originOf(server);
  const look = async () =>
    await server.store.as(systemActor, async (tx) => {
      const leaves = await leavesOfEvents(tx, positions);
      // What was committed has its index once the log is settled.
      const indexes = positions.map((position) => leaves.get(position) ?? Number.NaN);
      const least = Math.max(...indexes) + 1;
      return { indexes, checkpoint: await checkpointFor(tx, least, origin) };
    });
  let { indexes, checkpoint } = await look();
  if (checkpoint === null) {
    await signedCheckpoint(server);
    ({ indexes, checkpoint } = await look());
  }
  if (checkpoint === null) throw new RangeError('no checkpoint after one was signed');
  const { size, note, on } = checkpoint;
  const timestamp = await stampOf(server, size, utf8Bytes(note));
  return await server.store.as(systemActor, async (tx) => {
    const prover = logProver(tx, size);
    const places = [];
    for (const index of indexes) places.push({ index, proof: await prover.inclusion(index) });
    const earlier = [];
    for (const one of await checkpointsBefore(tx, size, limits.bag_earlier_made))
      earlier.push({ ...one, proof: await prover.consistency(one.size) });
    return { state: { checkpoint: utf8Bytes(note), timestamp, earlier }, places, on };
  });
}
