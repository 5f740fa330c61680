import type { z } from '@hono/zod-openapi';
import type { Actor } from '../../../model/actor.ts';
import type { StoreTx } from '../../../store/store.ts';
import type { PartDifference } from '../../../submissions/difference.ts';
import { owedReports } from '../../../submissions/owed-reports.ts';
import type { Acknowledgement, Receipt } from '../../../submissions/receipt.ts';
import { inspectionSeenBy } from '../../findings/seen-by.ts';
import type { submissionsCreate, submissionsList } from '../../contract/submissions.ts';

export type SubmissionRow = z.input<(typeof submissionsList)['answers'][200]>['items'][number];
export type Made = z.input<(typeof submissionsCreate)['answers'][200]>;

const columns = [
  'id',
  'tenant_id',
  'inspection_id',
  'report',
  'reference_on',
  'opens_on',
  'due_on',
  'submitted_on',
  'at',
  'digest',
  'kept_until',
  'acknowledged',
] as const;

/** Rows of receipts without the receipts: one’s own, and those of platforms one supervises. */
export function receiptRows({ db }: StoreTx, actor: Actor) {
  return db.selectFrom('submission').select(columns).where(inspectionSeenBy(actor));
}

type Row = Awaited<ReturnType<ReturnType<typeof receiptRows>['executeTakeFirstOrThrow']>>;

export function submissionRow(row: Row): SubmissionRow {
  const { id, inspection_id, report, reference_on, submitted_on, at, digest, kept_until } = row;
  return {
    id,
    platform_id: row.tenant_id,
    inspection_id,
    report,
    title: titleOf(report),
    reference_on,
    submitted_on,
    at,
    digest,
    kept_until,
    // Put there by submissions.acknowledge.
    acknowledged: row.acknowledged as Acknowledgement | null,
  };
}

function titleOf(report: string): Made['title'] {
  return owedReports.find(({ id }) => id === report)?.title ?? { zh: report, en: report };
}

/** What a receipt says, without its digests. */
export function madeOf(
  receipt: Receipt,
  difference: Readonly<Record<string, PartDifference>> | null,
): Made {
  const { report, reference_on, window, late, recipient, parts, unplaced } = receipt;
  const known = owedReports.find(({ id }) => id === report)?.parts;
  return {
    report,
    title: titleOf(report),
    recipient,
    reference_on,
    window: window && { opens_on: window.opens_on, due_on: window.due_on },
    late,
    parts: parts.map(({ name, missing, differs, ...counts }) => ({
      ...counts,
      name,
      title: known?.find((one) => one.name === name)?.title ?? { zh: name, en: name },
      missing: { ...missing },
      differs: { ...differs },
    })),
    unplaced: { ...unplaced },
    difference:
      difference &&
      Object.fromEntries(
        Object.entries(difference).map(([part, { added, changed, gone, unchanged }]) => [
          part,
          {
            added: [...added],
            changed: changed.map(({ subject, fields }) => ({ subject, fields: [...fields] })),
            gone: gone.map((one) => ({ ...one })),
            unchanged,
          },
        ]),
      ),
  };
}
