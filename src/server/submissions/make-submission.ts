import { createHmac } from 'node:crypto';
import { PolyprismError } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import type { PartDifference } from '../../submissions/difference.ts';
import type { Receipt } from '../../submissions/receipt.ts';
import { childLines } from '../inspections/child-lines.ts';
import type { Server } from '../server.ts';

/** What the server orders of the process that makes a report. */
export interface SubmissionOrder {
  /** Of the inspection. */
  readonly folder: string;
  /** Where files to be handed over go. */
  readonly out: string;
  readonly report: string;
  /** The pack whose deadlines and calendar it is due by. */
  readonly jurisdiction: string;
  readonly reference_on: string;
  /** CSV; read and kept nowhere but in what is handed over. */
  readonly identities: string | null;
  /** JSON of the last receipt. */
  readonly last: string | null;
  /** Base64. */
  readonly key: string;
  readonly language: 'zh' | 'en';
  readonly submitted_on: string;
  readonly submitted_by: string;
}

export interface MadeSubmission {
  readonly receipt: Receipt;
  readonly difference: Readonly<Record<string, PartDifference>> | null;
}

/** The key of a tenant's receipts: one for all, so that each can be held against the last. */
export function receiptsKey(
  { sealing_key }: Pick<Server, 'sealing_key'>,
  tenant_id: string,
): string {
  return createHmac('sha256', sealing_key).update(`submissions ${tenant_id}`).digest('base64');
}

/** Makes a report in a process of its own; throws why it cannot be made. */
export async function makeSubmission(
  { submission_command, stopping }: Pick<Server, 'submission_command' | 'stopping'>,
  order: SubmissionOrder,
): Promise<MadeSubmission> {
  const lines: (MadeSubmission | { readonly refused: Issue })[] = [];
  await childLines(submission_command, order, stopping, async (told) => {
    // Lines of submission-job.ts.
    lines.push(told as unknown as MadeSubmission | { readonly refused: Issue });
    return await Promise.resolve();
  });
  const [made] = lines;
  if (made === undefined) throw new PolyprismError('http.internal');
  if ('refused' in made) throw new PolyprismError(made.refused.code, made.refused.params);
  return made;
}
