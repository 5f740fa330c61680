import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../evidence/digest.ts';
import { canonicalJson } from '../../evidence/canonical-json.ts';
import type { InboxEntry } from '../../live/data-event.ts';
import type { EventInbox } from '../../live/event-inbox.ts';
import type { LiveContext, LiveState } from '../../live/live-state.ts';
import { liveSnapshot, restoreState } from '../../live/snapshot.ts';
import { PolyprismError } from '../../model/issue.ts';

/** Digests are 64 characters; the bytes of the snapshot follow the first of them. */
const digest_bytes = 64;

/** Where the latest snapshot of a platform lies. */
export function stateFolder(workspace: string, tenant_id: string): string {
  return join(workspace, 'live', tenant_id);
}

/**
 * Saves a state, all of it or nothing: the file before stays until the new one is on the disk.
 * It begins with the digest of the entry the state ends with.
 */
export async function saveState(
  folder: string,
  inbox: Pick<EventInbox, 'read'>,
  state: LiveState,
): Promise<void> {
  // The parts are views of the state: they are taken before anything is waited for.
  const bytes = Buffer.concat(liveSnapshot(state));
  const digest = await digestAt(inbox, state.position);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'state.new');
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(digest);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(path, join(folder, 'state'));
}

/**
 * The saved state, if it is of this very inbox and context and not ahead of `position_max`; null
 * where there is none to go on from. A store restored from a backup has entries of its own.
 */
export async function loadState(
  folder: string,
  inbox: Pick<EventInbox, 'read'>,
  context: LiveContext,
  position_max: number,
): Promise<LiveState | null> {
  const bytes = await readFile(join(folder, 'state')).catch(() => null);
  if (bytes === null) return null;
  let state: LiveState;
  try {
    state = restoreState(bytes.subarray(digest_bytes), context);
  } catch (error) {
    if (error instanceof PolyprismError && error.issue.code === 'live.snapshot_bad') return null;
    throw error;
  }
  if (state.position === 0 || state.position > position_max) return null;
  const digest = bytes.subarray(0, digest_bytes).toString('latin1');
  return digest === (await digestAt(inbox, state.position)) ? state : null;
}

async function digestAt(inbox: Pick<EventInbox, 'read'>, position: number): Promise<string> {
  const [entry]: readonly (InboxEntry | undefined)[] = await inbox.read(position - 1, 1);
  return sha256(canonicalJson(entry ?? null));
}
