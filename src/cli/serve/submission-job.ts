import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDb } from '../../engine/duckdb.ts';
import { attachSnapshot } from '../../inspect/attach-snapshot.ts';
import { recallSnapshot } from '../../inspect/snapshot-file.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { SubmissionOrder } from '../../server/submissions/make-submission.ts';
import { keyIdOf, submissionKey } from '../../submissions/line-digests.ts';
import { owedReport } from '../../submissions/owed-reports.ts';
import { prepareSubmission } from '../../submissions/prepare-submission.ts';
import { readIdentities } from '../../submissions/read-identities.ts';
import { readLastReceipt } from '../../submissions/read-receipt.ts';
import { readOrder } from './read-order.ts';
import { shippedLaw } from './shipped-law.ts';

try {
  // Handed over by the server's own code, not by users.
  await make((await readOrder()) as SubmissionOrder);
} catch (error) {
  const refused = error instanceof PolyprismError ? error.issue : null;
  const told = refused === null ? { failed: 'http.internal' } : { refused };
  process.stdout.write(`${JSON.stringify(told)}\n`);
  process.exitCode = refused === null ? 2 : 0;
}

/** Writes the files to be handed over where the order says, and tells receipt and difference. */
async function make(order: SubmissionOrder): Promise<void> {
  const report = owedReport(order.report);
  const snapshot = await recallSnapshot(join(order.folder, 'out', 'snapshot'));
  if (snapshot === null) throw new PolyprismError('input.not_found', { path: 'snapshot' });
  const { identities, last, reference_on, language, submitted_on, submitted_by } = order;
  const key = submissionKey(Buffer.from(order.key, 'base64'));
  const engine = await DuckDb.open({ temporary_directory: snapshot.directory });
  try {
    await attachSnapshot(engine, snapshot);
    const made = await prepareSubmission(engine, {
      report,
      reference_on,
      time_zone: snapshot.time_zone,
      identities: identities === null ? null : readIdentities(identities, report),
      last: last === null ? null : readLastReceipt(last, report.id, keyIdOf(key)),
      key,
      ...(await shippedLaw([order.jurisdiction])),
      language,
      submitted_on,
      submitted_by,
    });
    await mkdir(order.out, { recursive: true, mode: 0o700 });
    for (const { name, text } of [...made.files, made.gaps]) {
      await writeFile(join(order.out, name), text, { mode: 0o600 });
    }
    const { receipt, difference } = made;
    process.stdout.write(`${JSON.stringify({ receipt, difference })}\n`);
  } finally {
    engine.close();
  }
}
