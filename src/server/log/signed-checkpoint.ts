import { checkpointText } from '../../evidence/note/checkpoint.ts';
import { noteText, signNote } from '../../evidence/note/signed-note.ts';
import { sameHash } from '../../evidence/log/merkle-hash.ts';
import { PolyprismError } from '../../model/issue.ts';
import { keepCheckpoint, lastCheckpoint } from '../../store/log/keep-checkpoint.ts';
import { logHead } from '../../store/log/read-log.ts';
import { systemActor } from '../../store/store.ts';
import type { StoreTx } from '../../store/store.ts';
import { logKeyOf } from '../auth/log-key.ts';
import type { Server } from '../server.ts';

/** Which log, as its checkpoints name it: the address people type, without a scheme. */
export function originOf({ config }: Pick<Server, 'config'>): string {
  const host = config.public_url === null ? 'localhost' : new URL(config.public_url).host;
  return `${host}/log`;
}

/** The log with everything that is committed by now, signed; once for each size. */
export async function signedCheckpoint(server: Server): Promise<string> {
  await server.store.logSettled();
  const key = await logKeyOf(server.workspace);
  const origin = originOf(server);
  const sign = async (tx: StoreTx): Promise<string> => {
    const head = await logHead(tx);
    const last = await lastCheckpoint(tx);
    // Signed once for each size: the same log gives the same note.
    const same = last?.size === head.size && sameHash(last.root, head.root);
    if (same && last.note.startsWith(`${origin}\n`)) return last.note;
    const signed = noteText(signNote(checkpointText({ origin, ...head }), origin, key));
    if (last === null || last.size < head.size) await keepCheckpoint(tx, { ...head, note: signed });
    return signed;
  };
  // A log that grew while it was signed is signed again.
  for (let left = 5; ; left -= 1) {
    try {
      return await server.store.as(systemActor, sign);
    } catch (error) {
      const grew =
        error instanceof PolyprismError && error.issue.code === 'store.checkpoint_differs';
      if (!grew || left === 0) throw error;
    }
  }
}
