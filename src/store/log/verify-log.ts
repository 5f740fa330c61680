import { sql } from 'kysely';
import { sameBytes } from '../../evidence/bytes.ts';
import { growingTree } from '../../evidence/log/growing-tree.ts';
import { sameHash } from '../../evidence/log/merkle-hash.ts';
import { logEntry } from '../../evidence/statement/log-entry.ts';
import type { StoreTx } from '../store.ts';
import { logHead } from './read-log.ts';

/** What is wrong with the log; empty where nothing is. */
export interface LogFault {
  readonly what: 'hole' | 'root' | 'checkpoint' | 'event_missing' | 'event_twice' | 'event_differs';
  /** Index of a leaf, size of a checkpoint or position of an event. */
  readonly at: number;
}

const batch = 10_000;

/**
 * Goes through the whole log and all events, as the program: indexes without holes, the root, each
 * checkpoint, each event once and with the bytes its entry is of.
 */
export async function verifyLog(tx: StoreTx): Promise<LogFault[]> {
  const faults: LogFault[] = [];
  const seen = new Set<string>();
  const checkpoints = new Map(
    (await tx.db.selectFrom('checkpoint').select(['size', 'root']).execute()).map((one) => [
      one.size,
      one.root,
    ]),
  );
  const tree = growingTree();
  for (let rows = await leaves(tx, 0); rows.length > 0; rows = await leaves(tx, tree.size())) {
    for (const { index, entry, source } of rows) {
      if (index !== tree.size()) return [...faults, { what: 'hole', at: tree.size() }];
      tree.append(entry);
      if (seen.has(source)) faults.push({ what: 'event_twice', at: index });
      seen.add(source);
      const root = checkpoints.get(tree.size());
      if (root !== undefined && !sameHash(root, tree.root()))
        faults.push({ what: 'checkpoint', at: tree.size() });
    }
  }
  const head = await logHead(tx);
  if (head.size !== tree.size() || !sameHash(head.root, tree.root()))
    faults.push({ what: 'root', at: head.size });
  for (const size of checkpoints.keys())
    if (size > tree.size()) faults.push({ what: 'checkpoint', at: size });
  return [...faults, ...(await eventFaults(tx))];
}

async function leaves(tx: StoreTx, from: number) {
  return await tx.db
    .selectFrom('log_leaf')
    .select(['index', 'entry', 'source'])
    .where('index', '>=', from)
    .orderBy('index')
    .limit(batch)
    .execute();
}

async function eventFaults(tx: StoreTx): Promise<LogFault[]> {
  const faults: LogFault[] = [];
  for (let after = 0; ;) {
    const rows = await tx.db
      .selectFrom('event')
      .leftJoin('log_leaf', (join) =>
        join.on(sql<boolean>`log_leaf.source = 'event/' || event.position`),
      )
      .select(['position', 'payload', 'salt', 'event.entry as own', 'log_leaf.entry as logged'])
      .where('position', '>', after)
      .orderBy('position')
      .limit(batch)
      .execute();
    for (const { position, payload, salt, own, logged } of rows) {
      const entry = logEntry(Buffer.from(payload), salt);
      if (logged === null) faults.push({ what: 'event_missing', at: position });
      else if (!sameBytes(entry, logged) || !sameBytes(entry, own))
        faults.push({ what: 'event_differs', at: position });
    }
    const last = rows.at(-1);
    if (last === undefined) return faults;
    after = last.position;
  }
}
