import { PolyprismError } from '../../model/issue.ts';
import { connectorInputs, noteRun } from '../connectors/run-connector.ts';
import type { ConnectorPlace } from '../connectors/run-connector.ts';
import { reserveDisk, setDisk } from '../../store/disk/disk-use.ts';
import { systemActor } from '../../store/store.ts';
import { keepInspection } from '../findings/keep-inspection.ts';
import type { Order } from '../jobs/queue.ts';
import { folderBytes } from './folder-bytes.ts';
import { readInspection } from './inspection-folder.ts';
import { runInspection } from './run-inspection.ts';

/** One inspection from its order to its rows in the store. */
export async function inspectionWork(
  place: ConnectorPlace,
  command: readonly string[],
  { tenant_id, subject }: Order,
  signal: AbortSignal,
): Promise<void> {
  const { store, workspace, now } = place;
  const where = { workspace, tenant_id };
  const { connector_id } = await readInspection(where, subject);
  const thing = { tenant_id, kind: 'inspection', id: subject } as const;
  try {
    await store.as(systemActor, async (tx) => {
      await reserveDisk(tx, thing, 0, place.config.tenant_disk_bytes_max);
    });
    const inputs = connector_id === null ? undefined : await connectorInputs(place, connector_id);
    await runInspection(command, where, subject, signal, inputs);
    const bytes = await folderBytes(where, subject);
    await store.as(systemActor, async (tx) => await setDisk(tx, thing, bytes));
    await keepInspection(store, where, subject, now());
    if (connector_id !== null) await noteRun(place, connector_id, null);
  } catch (error) {
    const code = codeOf(error);
    if (connector_id !== null) await noteRun(place, connector_id, code);
    // The queue keeps the message: no more of an error than its code.
    throw new Error(code, { cause: error });
  }
}

function codeOf(error: unknown): string {
  if (error instanceof PolyprismError) return error.issue.code;
  const message = error instanceof Error ? error.message : '';
  return /^[a-z_]+\.[a-z_]+$/.test(message) ? message : 'http.internal';
}
