import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findingStatement } from '../../evidence/statement/inspection-statements.ts';
import type { Statement } from '../../evidence/statement/statement.ts';
import { jsonOrNull } from '../../model/json-or-null.ts';
import type { Report } from '../../model/report.ts';
import { folderOf } from '../inspections/inspection-folder.ts';
import type { MatterEvidence } from './matter-evidence.ts';

export interface FindingStatements {
  readonly ids: readonly string[];
  readonly statements: readonly Statement[];
}

/**
 * The statements of findings, made from the reports of their inspections as those of any bag. An
 * inspection whose report is no longer there brings its digests alone.
 */
export async function findingStatements(
  workspace: string,
  { inspections, findings }: Pick<MatterEvidence, 'inspections' | 'findings'>,
): Promise<FindingStatements> {
  const found: { readonly id: string; readonly statement: Statement }[] = [];
  for (const { inspection_id, tenant_id } of inspections) {
    const folder = folderOf({ workspace, tenant_id }, inspection_id);
    const text = await readFile(join(folder, 'out', 'report.json'), 'utf8').catch(() => '');
    // Written by the inspection's own process: its schema is all that is asked.
    const report = jsonOrNull(text) as Report | null;
    if (report?.schema !== 'polyprism.report/1') continue;
    const wanted = new Set(
      findings
        .filter((one) => one.inspection_id === inspection_id)
        .map(({ finding }) => finding.id),
    );
    for (const finding of report.findings) {
      if (!wanted.has(finding.id)) continue;
      found.push({ id: finding.id, statement: findingStatement(report, finding) });
    }
  }
  return { ids: found.map(({ id }) => id), statements: found.map((one) => one.statement) };
}
