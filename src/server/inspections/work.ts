import { connectorInputs, noteRun } from '../connectors/run-connector.ts';
import type { ConnectorPlace } from '../connectors/run-connector.ts';
import { reserveDisk, setDisk } from '../../store/disk/disk-use.ts';
import { systemActor } from '../../store/store.ts';
import { keepInspection } from '../findings/keep-inspection.ts';
import { codeOf } from '../jobs/code-of.ts';
import type { Order } from '../jobs/queue.ts';
import { handedOver } from '../jobs/work-on.ts';
import { folderBytes } from './folder-bytes.ts';
import { readInspection } from './inspection-folder.ts';
import { inOwnFolder } from './own-folder.ts';
import { runInspection } from './run-inspection.ts';

/**
 * One inspection from its order to its rows in the store. It may be done twice at once, where a
 * process was given up that is still there: each works in a folder of its own, and is kept once.
 */
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
    await inOwnFolder(where, subject, async (own) => {
      await runInspection(command, where, subject, own, signal, {
        inputs,
        spark: place.config.spark,
      });
      await keepInspection(store, where, subject, now(), own);
    });
    const bytes = await folderBytes(where, subject);
    await store.as(systemActor, async (tx) => await setDisk(tx, thing, bytes));
    if (connector_id !== null) await noteRun(place, connector_id, null);
  } catch (error) {
    const ended = signal.reason !== handedOver;
    if (connector_id !== null && ended) await noteRun(place, connector_id, codeOf(error));
    throw error;
  }
}
