import { join } from 'node:path';
import * as contract from '../../contract/jobs.ts';
import { folderOf } from '../../inspections/inspection-folder.ts';
import { followJob } from '../../jobs/follow.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';

const list = handle(contract.jobsList)(async (call) => {
  const { limit, cursor } = call.asked.query;
  const all = await call.server.jobs.list(signedIn(call).actor.tenant_id);
  const after = afterOf(cursor);
  const from = after === '' ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const rows = from === 0 && after !== '' ? [] : all.slice(from);
  return { status: 200, body: pageOfRows(rows, limit, ({ id }) => id) };
});

const read = handle(contract.jobsRead)(async (call) => ({
  status: 200,
  body: await call.server.jobs.read(signedIn(call).actor.tenant_id, call.asked.params.job_id),
}));

const events = handle(contract.jobsEvents)(async (call) => {
  const { server, asked } = call;
  const { tenant_id } = signedIn(call).actor;
  const state = async () => await server.jobs.read(tenant_id, asked.params.job_id);
  const { subject } = await state();
  const place = { workspace: server.workspace, tenant_id };
  const path = join(folderOf(place, subject), 'progress.ndjson');
  const after = asked.headers['last-event-id'] ?? 0;
  return { status: 200, events: (signal) => followJob(path, state, after, signal) };
});

const cancel = handle(contract.jobsCancel)(async (call) => ({
  status: 200,
  body: await call.server.jobs.cancel(signedIn(call).actor.tenant_id, call.asked.params.job_id),
}));

const retry = handle(contract.jobsRetry)(async (call) => ({
  status: 200,
  body: await call.server.jobs.retry(signedIn(call).actor.tenant_id, call.asked.params.job_id),
}));

export const jobHandlings = [list, read, events, cancel, retry];
