import { growingTree } from '../../evidence/log/growing-tree.ts';
import type { Hash } from '../../evidence/log/merkle-hash.ts';
import type { StoreTx } from '../store.ts';
import { tileHashes } from './keep-full-tiles.ts';

/** How large the log is, and its root. */
export interface LogHead {
  readonly size: number;
  readonly root: Hash;
}

export async function logHead(tx: StoreTx): Promise<LogHead> {
  const state = await tx.db.selectFrom('log_state').selectAll().executeTakeFirstOrThrow();
  const { size, frontier } = state;
  return { size, root: growingTree({ size, hashes: frontier }).root() };
}

/** The bytes of a tile as C2SP tlog-tiles serves it; null where the log has no such tile yet. */
export async function readTile(
  tx: StoreTx,
  level: number,
  index: number,
  width: number,
): Promise<Buffer | null> {
  const bytes = await tileHashes(tx, level, index, width);
  return bytes.length === width * 32 ? bytes : null;
}

/** Entries of leaves from `start` to before `end`. */
export async function readEntries(tx: StoreTx, start: number, end: number): Promise<Uint8Array[]> {
  const rows = await tx.db
    .selectFrom('log_leaf')
    .select('entry')
    .where('index', '>=', start)
    .where('index', '<', end)
    .orderBy('index')
    .execute();
  return rows.map(({ entry }) => entry);
}

/** Where the log has an event; null while it has no index yet. */
export async function leafOfEvent(tx: StoreTx, position: number): Promise<number | null> {
  const row = await tx.db
    .selectFrom('log_leaf')
    .select('index')
    .where('source', '=', `event/${position}`)
    .executeTakeFirst();
  return row?.index ?? null;
}

/** The root the log had with its first `size` leaves, from the leaves; of fewer if it has fewer. */
export async function rootAt(tx: StoreTx, size: number): Promise<Hash> {
  const tree = growingTree();
  while (tree.size() < size) {
    const entries = await readEntries(tx, tree.size(), Math.min(size, tree.size() + 10_000));
    if (entries.length === 0) break;
    for (const entry of entries) tree.append(entry);
  }
  return tree.root();
}
