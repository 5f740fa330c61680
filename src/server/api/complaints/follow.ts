import { statusHolder } from '../../complaints/status-link.ts';
import { publicStatus, publicStep } from '../../contract/complaints.ts';
import { handle } from '../../server.ts';
import { asData } from '../matters/as-data.ts';
import { readMatter } from '../matters/read.ts';
import { takeStep } from '../matters/take-step.ts';

/** What stands in a request is logged by its address at most: the secret comes in a header. */
const status = handle(publicStatus)(async ({ server, asked }) => {
  const secret = asked.headers['status-secret'];
  const { actor, matter_id } = await statusHolder(server.store, secret, server.now());
  const body = await server.store.as(
    actor,
    async (tx) => await readMatter(server, tx, actor, matter_id),
  );
  const headers = { etag: `"${body.number}"`, 'cache-control': 'no-store' };
  return { status: 200, headers, body };
});

const step = handle(publicStep)(async ({ server, asked }) => {
  const secret = asked.headers['status-secret'];
  const { actor, matter_id } = await statusHolder(server.store, secret, server.now());
  const { type, reason = null, expected } = asked.body;
  const data = asData(asked.body.data);
  const body = await server.store.as(
    actor,
    async (tx) => await takeStep(server, tx, actor, { matter_id, expected, type, reason, data }),
  );
  return { status: 201, headers: { 'cache-control': 'no-store' }, body };
});

export const followingHandlings = [status, step];
