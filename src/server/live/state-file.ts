import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../evidence/digest.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import type { InboxEntry } from '../../live/data-event.ts';
import type { EventInbox } from '../../live/event-inbox.ts';
import type { StateParts } from './open-state.ts';
import type { FarState } from './thread/thread-pool.ts';

/** Digests are 64 characters; the bytes of the snapshot follow the first of them. */
const digest_bytes = 64;

/** Where the latest snapshot of a platform lies. */
export function stateFolder(workspace: string, tenant_id: string): string {
  return join(workspace, 'live', tenant_id);
}

/**
 * Saves a state, all of it or nothing: the file before stays until the new one is on the disk.
 * It begins with the digest of the entry the state ends with; resolves with its position.
 */
export async function saveState(
  folder: string,
  inbox: Pick<EventInbox, 'read'>,
  state: Pick<FarState, 'ask'>,
): Promise<number> {
  const { position, bytes } = await state.ask('snapshot', {});
  const digest = await digestAt(inbox, position);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeForsaken(folder);
  // Other processes save the same state: each to a draft of its own.
  const path = join(folder, `state.${randomUUID()}`);
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(digest);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(path, join(folder, 'state'));
  return position;
}

const forsaken_ms = 3_600_000;

/** Drafts of processes that were killed while they wrote them. */
async function removeForsaken(folder: string): Promise<void> {
  const before_ms = Date.now() - forsaken_ms;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const written_ms = (await stat(path).catch(() => null))?.mtimeMs ?? before_ms;
    if (name.startsWith('state.') && written_ms < before_ms) await rm(path, { force: true });
  }
}

/**
 * The saved state, if it is of this very inbox and context and not ahead of `position_max`; null
 * where there is none to go on from. A store restored from a backup has entries of its own.
 */
export async function loadState(
  { folder, inbox, pool, context }: Pick<StateParts, 'folder' | 'inbox' | 'pool' | 'context'>,
  position_max: number,
): Promise<FarState | null> {
  const bytes = await readFile(join(folder, 'state')).catch(() => null);
  if (bytes === null) return null;
  const state = await pool.open(context, bytes.subarray(digest_bytes));
  if (state === null) return null;
  const { position } = state.at;
  const digest = bytes.subarray(0, digest_bytes).toString('latin1');
  const ours = position > 0 && position <= position_max;
  if (ours && digest === (await digestAt(inbox, position))) return state;
  state.drop();
  return null;
}

async function digestAt(inbox: Pick<EventInbox, 'read'>, position: number): Promise<string> {
  const [entry]: readonly (InboxEntry | undefined)[] = await inbox.read(position - 1, 1);
  return sha256(canonicalJson(entry ?? null));
}
