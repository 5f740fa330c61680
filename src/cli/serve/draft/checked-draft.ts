import type { SqlEngine } from '../../../engine/sql-engine.ts';
import { describeIssue, severityOf } from '../../../model/issue.ts';
import type { CheckedPack } from '../../../packs/check-pack.ts';
import { checkPackFiles } from '../../../packs/load-packs.ts';
import type { DraftFile } from '../../../server/drafts/draft-order.ts';

export async function checkedDraft(
  engine: SqlEngine,
  files: readonly DraftFile[],
): Promise<CheckedPack> {
  const bytes = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  return await checkPackFiles(engine, bytes);
}

/** What is told of a draft that was checked. */
export function shownCheck({ pack, diagnostics }: CheckedPack) {
  return {
    pack: pack && {
      id: pack.id,
      version: pack.version,
      digest: pack.digest,
      provisions: pack.provisions.length,
    },
    diagnostics: diagnostics.map((one) => ({
      code: one.code,
      ...describeIssue(one),
      severity: severityOf(one.code),
      ...one.place,
      length: one.length,
    })),
  };
}
