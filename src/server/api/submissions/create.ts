import { rm } from 'node:fs/promises';
import type { Actor } from '../../../model/actor.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { canonicalJson } from '../../../evidence/canonical-json.ts';
import type { JsonValue } from '../../../model/json.ts';
import type { StoreTx } from '../../../store/store.ts';
import { isOwedUnder } from '../../../submissions/owed-reports.ts';
import { receiptDigest } from '../../../submissions/receipt.ts';
import { newId } from '../../auth/new-id.ts';
import { submissionsCreate } from '../../contract/submissions.ts';
import { jurisdictionOf } from '../../law-of.ts';
import { folderOf } from '../../inspections/inspection-folder.ts';
import { momentOf } from '../../moment-of.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { makeSubmission, receiptsKey } from '../../submissions/make-submission.ts';
import { submissionFolder } from '../../submissions/submission-folder.ts';
import { madeOf, receiptRows, submissionRow } from './submission-shape.ts';

const create = handle(submissionsCreate)(async (call) => {
  const { server, asked } = call;
  const { actor } = signedIn(call);
  const { inspection_id, report, reference_on, submit, by, language, identities } = asked.body;
  const { tenant_id, user_id } = actor;
  const now = server.now();
  const id = newId(now);
  const out = submissionFolder(server.workspace, tenant_id, id);
  const { on, jurisdiction, last } = await server.store.as(actor, async (tx) => {
    await assertOwn(tx, actor, inspection_id);
    const { on } = await momentOf(tx, tenant_id, now);
    const jurisdiction = await jurisdictionOf(tx, tenant_id, reference_on);
    if (!isOwedUnder(jurisdiction, report)) {
      throw new PolyprismError('submission.other_law', { report, jurisdiction });
    }
    return { on, jurisdiction, last: await lastReceipt(tx, tenant_id, report) };
  });
  try {
    const made = await makeSubmission(server, {
      folder: folderOf({ workspace: server.workspace, tenant_id }, inspection_id),
      out,
      report,
      jurisdiction,
      reference_on,
      identities: identities ?? null,
      last,
      key: receiptsKey(server, tenant_id),
      language,
      submitted_on: on,
      submitted_by: by,
    });
    const { receipt, difference } = made;
    const body = madeOf(receipt, difference);
    if (!submit) {
      await rm(out, { recursive: true, force: true });
      return { status: 200, body };
    }
    const kept = await server.store.as(actor, async (tx) => {
      await tx.db
        .insertInto('submission')
        .values({
          id,
          tenant_id,
          user_id,
          inspection_id,
          report,
          reference_on,
          opens_on: receipt.window?.opens_on ?? null,
          due_on: receipt.window?.due_on ?? null,
          submitted_on: on,
          at: now.toISOString(),
          digest: receiptDigest(receipt),
          receipt: canonicalJson(asJson(receipt)),
          difference: difference && canonicalJson(asJson(difference)),
          kept_until: receipt.kept_until,
        })
        .execute();
      return await receiptRows(tx, actor).where('id', '=', id).executeTakeFirstOrThrow();
    });
    return { status: 201, body: { ...submissionRow(kept), ...body } };
  } catch (error) {
    await rm(out, { recursive: true, force: true });
    throw error;
  }
});

/** It came out of our own process as JSON. */
function asJson(value: object): JsonValue {
  return value as JsonValue;
}

/** A report is made of what the platform itself gave to be inspected. */
async function assertOwn({ db }: StoreTx, { tenant_id }: Actor, id: string): Promise<void> {
  const found = await db
    .selectFrom('inspection')
    .select('id')
    .where('id', '=', id)
    .where('tenant_id', '=', tenant_id)
    .executeTakeFirst();
  if (found === undefined) throw new PolyprismError('http.not_found');
}

/** Of the same report, in whichever version. */
async function lastReceipt(
  { db }: StoreTx,
  tenant_id: string,
  report: string,
): Promise<string | null> {
  const found = await db
    .selectFrom('submission')
    .select('receipt')
    .where('tenant_id', '=', tenant_id)
    .where('report', 'like', `${report.replace(/@v\d+$/, '').replaceAll('_', '\\_')}@v%`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.receipt ?? null;
}

export const submittingHandlings = [create];
