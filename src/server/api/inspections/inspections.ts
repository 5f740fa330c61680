import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseMapping } from '../../../intake/map/parse-mapping.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { reserveDisk } from '../../../store/disk/disk-use.ts';
import { systemActor } from '../../../store/store.ts';
import { newId } from '../../auth/new-id.ts';
import * as contract from '../../contract/inspections.ts';
import type { RouteShape } from '../../contract/route.ts';
import {
  beginInspection,
  folderOf,
  listInspections,
  readFindings,
  readInspection,
  setJob,
  setMapping,
} from '../../inspections/inspection-folder.ts';
import type { InspectionPlace, InspectionView } from '../../inspections/inspection-folder.ts';
import { leaveStandards, wantedEditions } from '../../inspections/used-standards.ts';
import { assertAbout } from '../../inspections/assert-about.ts';
import { keepSent } from '../../files/keep-sent.ts';
import { newJobId } from '../../jobs/queue.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import type { Call } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { readUpload } from '../../uploads/upload-folder.ts';

function placeOf<R extends RouteShape>(call: Call<R>): InspectionPlace {
  return { workspace: call.server.workspace, tenant_id: signedIn(call).actor.tenant_id };
}

const create = handle(contract.inspectionsCreate)(async (call) => {
  const { server, asked } = call;
  const { uploads, as_of, time_zone, currency, platform_id, mapping, ...rest } = asked.body;
  const { standards: editions, ...wanted } = rest;
  // What is wrong with it is told now, with its line and column.
  if (mapping !== undefined) parseMapping(mapping, 'mapping.yaml');
  const { user_id, tenant_id } = signedIn(call).actor;
  const place = placeOf(call);
  if (platform_id !== undefined) await assertAbout(call, platform_id);
  const standards = await wantedEditions(server.store, tenant_id, editions, server.now());
  const inputs = await Promise.all(
    uploads.map(async (id) => {
      const { name, size_bytes, sha256 } = await readUpload(place, id);
      if (sha256 === null) throw new PolyprismError('upload.unfinished', { name });
      return { name, bytes: size_bytes, sha256 };
    }),
  );
  // Before anything is made of them: what is being removed just now is told as missing.
  await keepSent(server, signedIn(call).actor, inputs);
  const id = newId(server.now());
  const most = server.config.tenant_disk_bytes_max;
  await server.store.as(systemActor, async (tx) => {
    await reserveDisk(tx, { tenant_id, kind: 'inspection', id }, 0, most);
  });
  await beginInspection(place, {
    id,
    ...wanted,
    standards,
    created_at: server.now().toISOString(),
    created_by: user_id,
    inputs,
    as_of: as_of ?? null,
    time_zone: time_zone ?? null,
    currency: currency ?? null,
    platform_id: platform_id ?? null,
    connector_id: null,
  });
  await leaveStandards(server.store, place, id, standards);
  if (mapping !== undefined) await setMapping(place, id, mapping);
  const job_id = newJobId();
  await setJob(place, id, job_id);
  await server.jobs.send({ tenant_id, kind: 'inspection', subject: id }, job_id);
  return { status: 201, body: shown(await readInspection(place, id)) };
});

const list = handle(contract.inspectionsList)(async (call) => {
  const { limit, cursor } = call.asked.query;
  const rows = await listInspections(placeOf(call), afterOf(cursor), limit + 1);
  return { status: 200, body: pageOfRows(rows.map(shown), limit, ({ id }) => id) };
});

const read = handle(contract.inspectionsRead)(async (call) => ({
  status: 200,
  body: shown(await readInspection(placeOf(call), call.asked.params.inspection_id)),
}));

const findings = handle(contract.inspectionsFindings)(async (call) => {
  const { limit, cursor } = call.asked.query;
  const from = Number(afterOf(cursor) || 0);
  if (!Number.isSafeInteger(from)) throw new PolyprismError('http.not_found');
  const { inspection_id } = call.asked.params;
  const found = await readFindings(placeOf(call), inspection_id, from, limit + 1);
  const page = pageOfRows(found, limit, () => String(from + limit));
  return { status: 200, body: page };
});

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

const file = handle(contract.inspectionsFile)(async (call) => {
  const { inspection_id, file: name } = call.asked.params;
  await readInspection(placeOf(call), inspection_id);
  const path = join(folderOf(placeOf(call), inspection_id), 'out', name);
  const size = (await stat(path).catch(() => null))?.size;
  if (size === undefined) throw new PolyprismError('http.not_found');
  return {
    status: 200,
    headers: {
      'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'content-length': String(size),
      // Saved, not shown: a report in the origin of the API could act as its reader.
      'content-disposition': `attachment; filename="${name}"`,
    },
    bytes: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
  };
});

function shown(row: InspectionView) {
  return { ...row, inputs: [...row.inputs], standards: [...(row.standards ?? [])] };
}

export const inspectionHandlings = [create, list, read, findings, file];
