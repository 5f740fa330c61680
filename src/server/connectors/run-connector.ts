import { PolyprismError } from '../../model/issue.ts';
import { systemActor } from '../../store/store.ts';
import type { Store } from '../../store/store.ts';
import { newId } from '../auth/new-id.ts';
import { unseal } from '../auth/seal.ts';
import type { ServerConfig } from '../config.ts';
import { beginInspection, setJob } from '../inspections/inspection-folder.ts';
import { leaveStandards, wantedEditions } from '../inspections/used-standards.ts';
import { newJobId } from '../jobs/queue.ts';
import type { Jobs } from '../jobs/queue.ts';
import { allowedAddress } from './allowed-address.ts';
import { pinnedAddress } from './pinned-address.ts';

/** What runs of connectors take of the server. */
export interface ConnectorPlace {
  readonly store: Store;
  readonly config: Pick<ServerConfig, 'connector_hosts' | 'spark' | 'tenant_disk_bytes_max'>;
  readonly sealing_key: Uint8Array;
  readonly workspace: string;
  readonly now: () => Date;
}

/** Begins an inspection of what a connector leads to; nothing where it has been ended. */
export async function runConnector(
  { store, workspace, now }: ConnectorPlace,
  send: Jobs['send'],
  tenant_id: string,
  connector_id: string,
): Promise<void> {
  const id = newId(now());
  const at = now().toISOString();
  const row = await store.as(systemActor, async ({ db }) =>
    db
      .updateTable('connector')
      .set({ last_run_at: at, last_inspection_id: id, last_ended_at: null })
      .where('id', '=', connector_id)
      .where('tenant_id', '=', tenant_id)
      .where('ended_at', 'is', null)
      .returning(['name', 'packs', 'platform_id', 'user_id', 'time_zone'])
      .executeTakeFirst(),
  );
  if (row === undefined) return;
  const { name, packs, platform_id, user_id, time_zone } = row;
  const place = { workspace, tenant_id };
  const standards = await wantedEditions(store, tenant_id, undefined, now());
  await beginInspection(place, {
    id,
    title: `${name} ${at.slice(0, 16)}Z`,
    platform_id,
    connector_id,
    created_at: at,
    created_by: user_id,
    inputs: [],
    packs: [...packs],
    standards,
    as_of: null,
    time_zone,
    currency: null,
  });
  await leaveStandards(store, place, id, standards);
  const job_id = newJobId();
  await setJob(place, id, job_id);
  await send({ tenant_id, kind: 'inspection', subject: id }, job_id);
}

/** The address with its password, looked at again: the list may have become shorter. */
export async function connectorInputs(
  { store, config, sealing_key }: ConnectorPlace,
  connector_id: string,
): Promise<string[]> {
  const row = await store.as(systemActor, async ({ db }) =>
    db.selectFrom('connector').select('sealed').where('id', '=', connector_id).executeTakeFirst(),
  );
  const url = row && unseal(sealing_key, row.sealed, `connector ${connector_id}`);
  if (!url) throw new PolyprismError('connector.unreadable');
  return [await pinnedAddress(url, allowedAddress(url, config.connector_hosts))];
}

/** Puts down how a run ended; null where it went well. */
export async function noteRun(
  { store, now }: ConnectorPlace,
  connector_id: string,
  code: string | null,
): Promise<void> {
  await store.as(systemActor, async ({ db }) =>
    db
      .updateTable('connector')
      .set((eb) => ({
        last_ended_at: now().toISOString(),
        last_code: code,
        failures: code === null ? 0 : eb('failures', '+', 1),
      }))
      .where('id', '=', connector_id)
      .execute(),
  );
}
