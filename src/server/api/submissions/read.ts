import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { StoreTx } from '../../../store/store.ts';
import type { PartDifference } from '../../../submissions/difference.ts';
import { acknowledge as acknowledged } from '../../../submissions/receipt.ts';
import type { Acknowledgement } from '../../../submissions/receipt.ts';
import { readReceipt } from '../../../submissions/read-receipt.ts';
import * as contract from '../../contract/submissions.ts';
import { afterOf, pageOfRows } from '../../page-of-rows.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { submissionFolder } from '../../submissions/submission-folder.ts';
import { madeOf, receiptRows, submissionRow } from './submission-shape.ts';

const list = handle(contract.submissionsList)(async (call) => {
  const { actor } = signedIn(call);
  const { limit, cursor, platform_id } = call.asked.query;
  const after = afterOf(cursor);
  const rows = await call.server.store.as(actor, async (tx) => {
    let found = receiptRows(tx, actor);
    if (platform_id !== undefined) found = found.where('tenant_id', '=', platform_id);
    // Ids rise with time.
    if (after !== '') found = found.where('id', '<', after);
    return await found
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
  });
  const page = pageOfRows(rows, limit, ({ id }) => id);
  return { status: 200, body: { ...page, items: page.items.map(submissionRow) } };
});

const read = handle(contract.submissionsRead)(async (call) => {
  const { actor } = signedIn(call);
  return await call.server.store.as(actor, async (tx) => {
    const row = await oneOf(tx, actor, call.asked.params.submission_id);
    const receipt = readReceipt(row.receipt, row.report);
    const difference: Readonly<Record<string, PartDifference>> | null =
      row.difference === null ? null : JSON.parse(row.difference);
    const files = receipt.files.map((one) => ({ ...one }));
    const body = { ...submissionRow(row), ...madeOf(receipt, difference), files };
    return { status: 200, body };
  });
});

async function oneOf(tx: StoreTx, actor: Actor, id: string) {
  const row = await receiptRows(tx, actor)
    .select(['receipt', 'difference'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new PolyprismError('http.not_found');
  return row;
}

/** Files hold what identities were given: to the platform itself alone. */
const file = handle(contract.submissionsFile)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { submission_id, file: name } = asked.params;
  const row = await server.store.as(actor, async (tx) => await oneOf(tx, actor, submission_id));
  const known = readReceipt(row.receipt, row.report).files.some((one) => one.name === name);
  if (row.tenant_id !== actor.tenant_id || (!known && name !== 'gaps.csv')) {
    throw new PolyprismError('http.not_found');
  }
  const path = join(submissionFolder(server.workspace, actor.tenant_id, submission_id), name);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) throw new PolyprismError('http.not_found');
  const headers = {
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="${name}"`,
  };
  return { status: 200, headers, bytes: new Blob([bytes]).stream() };
});

/** Once the authority has the report, what it holds is not kept here any more. */
const acknowledge = handle(contract.submissionsAcknowledge)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { submission_id } = asked.params;
  const row = await server.store.as(actor, async (tx) => {
    const before = await oneOf(tx, actor, submission_id);
    if (before.tenant_id !== actor.tenant_id) throw new PolyprismError('http.not_found');
    const receipt = readReceipt(before.receipt, before.report);
    // Put there below.
    const known = before.acknowledged as Acknowledgement | null;
    const now = acknowledged({ ...receipt, acknowledged: known }, asked.body).acknowledged;
    if (known === null) {
      await tx.db
        .updateTable('submission')
        .set({ acknowledged: JSON.stringify(now) })
        .where('id', '=', submission_id)
        .execute();
    }
    return await receiptRows(tx, actor).where('id', '=', submission_id).executeTakeFirstOrThrow();
  });
  const folder = submissionFolder(server.workspace, actor.tenant_id, submission_id);
  await rm(folder, { recursive: true, force: true });
  return { status: 200, body: submissionRow(row) };
});

export const receiptHandlings = [list, read, file, acknowledge];
