import { entryBundle } from '../../../evidence/log/entry-bundle.ts';
import { readTilePath, tile_width } from '../../../evidence/log/tile.ts';
import { checkpointText } from '../../../evidence/note/checkpoint.ts';
import { noteText, signNote } from '../../../evidence/note/signed-note.ts';
import { key_types, verifierKey, verifierKeyText } from '../../../evidence/note/verifier-key.ts';
import { sameHash } from '../../../evidence/log/merkle-hash.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { keepCheckpoint, lastCheckpoint } from '../../../store/log/keep-checkpoint.ts';
import { logHead, readEntries, readTile } from '../../../store/log/read-log.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import { logKeyOf } from '../../auth/log-key.ts';
import { logCheckpoint, logKey, logTile } from '../../contract/public.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';

/** Which log, as its checkpoints name it: the address people type, without a scheme. */
function originOf({ config }: Server): string {
  const host = config.public_url === null ? 'localhost' : new URL(config.public_url).host;
  return `${host}/log`;
}

const checkpoint = handle(logCheckpoint)(async ({ server }) => {
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
  const note = await signed(server, sign);
  return plain(note, 'public, max-age=5');
});

/** A log that grew while it was signed is signed again. */
async function signed(server: Server, sign: (tx: StoreTx) => Promise<string>): Promise<string> {
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

const keyText = handle(logKey)(async ({ server }) => {
  const key = await logKeyOf(server.workspace);
  const text = verifierKeyText(verifierKey(originOf(server), key_types.note, key.public_key));
  return plain(`${text}\n`, 'public, max-age=3600');
});

const tile = handle(logTile)(async ({ server, asked }) => {
  const read = readTilePath(`tile/${asked.params.tile_path}`);
  if (read === null) throw new PolyprismError('http.not_found');
  const { kind, tile } = read;
  const bytes = await server.store.as(systemActor, async (tx) =>
    kind === 'entries'
      ? await entriesOf(tx, tile.index * tile_width, tile.width)
      : await readTile(tx, tile.level, tile.index, tile.width),
  );
  if (bytes === null) throw new PolyprismError('http.not_found');
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    },
    bytes: new Blob([Uint8Array.from(bytes)]).stream(),
  };
});

async function entriesOf(tx: StoreTx, start: number, width: number): Promise<Uint8Array | null> {
  const entries = await readEntries(tx, start, start + width);
  return entries.length === width ? entryBundle(entries) : null;
}

function plain(text: string, cache: string) {
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cache },
    bytes: new Blob([text]).stream(),
  } as const;
}

export const logHandlings = [checkpoint, keyText, tile];
