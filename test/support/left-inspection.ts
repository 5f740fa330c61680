import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  beginInspection,
  folderOf,
  setJob,
} from '../../src/server/inspections/inspection-folder.ts';
import { keepInspection } from '../../src/server/findings/keep-inspection.ts';
import type { ApiServer } from './api-server.ts';
import { writeSmallMall } from './small-mall.ts';

const job = new URL('../../src/cli/serve/inspect-job.ts', import.meta.url).pathname;

/**
 * What the process of an inspection of the small mall leaves, in a workspace: made once for many
 * inspections.
 */
export function leaveSmallMall(workspace: string): void {
  const made = join(workspace, 'left');
  mkdirSync(made, { recursive: true });
  const order = {
    inputs: writeSmallMall(join(workspace, 'small-mall')),
    folder: made,
    packs: ['cn'],
    as_of: '2026-02-01',
    time_zone: 'Asia/Shanghai',
    currency: 'CNY',
    mapping: null,
  };
  execFileSync(process.execPath, [job], { input: JSON.stringify(order) });
}

/** An inspection of a tenant with what `leaveSmallMall` left, kept in the store as well. */
export async function leftInspection(
  api: Pick<ApiServer, 'workspace' | 'store'>,
  tenant_id: string,
  id: string,
): Promise<string> {
  const place = { workspace: api.workspace, tenant_id };
  const blank = { time_zone: 'Asia/Shanghai', currency: 'CNY', platform_id: null };
  const at = '2026-03-02T00:00:00.000Z';
  const by = { created_at: at, created_by: 'a', connector_id: null };
  const note = { id, title: id, inputs: [], packs: ['cn'], as_of: '2026-02-01', ...blank, ...by };
  await beginInspection(place, note);
  await setJob(place, id, 'none');
  for (const name of ['out', 'kept.json', 'findings.ndjson', 'count']) {
    symlinkSync(join(api.workspace, 'left', name), join(folderOf(place, id), name));
  }
  await keepInspection(api.store, place, id, new Date(at));
  return id;
}
