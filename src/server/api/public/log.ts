import { entryBundle } from '../../../evidence/log/entry-bundle.ts';
import { readTilePath, tile_width } from '../../../evidence/log/tile.ts';
import { key_types, verifierKey, verifierKeyText } from '../../../evidence/note/verifier-key.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { readEntries, readTile } from '../../../store/log/read-log.ts';
import { systemActor } from '../../../store/store.ts';
import type { StoreTx } from '../../../store/store.ts';
import { logKeyOf } from '../../auth/log-key.ts';
import { logCheckpoint, logKey, logTile } from '../../contract/public.ts';
import { originOf, signedCheckpoint } from '../../log/signed-checkpoint.ts';
import { handle } from '../../server.ts';

const checkpoint = handle(logCheckpoint)(async ({ server }) =>
  plain(await signedCheckpoint(server), 'public, max-age=5'),
);

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
