import { jsonOrNull } from '../../model/json-or-null.ts';
import type { Report } from '../../model/report.ts';
import { bag_paths } from '../bag/bag-paths.ts';
import { utf8Text } from '../bytes.ts';
import { finding_predicate, inspection_predicate } from '../statement/inspection-statements.ts';
import type { FindingPredicate, InspectionPredicate } from '../statement/inspection-statements.ts';
import { readLoggedStatement } from '../statement/logged-statement.ts';
import type { LoggedStatement } from '../statement/logged-statement.ts';
import { readStatement } from '../statement/statement.ts';
import type { Statement } from '../statement/statement.ts';
import type { ReadBag } from './bag-source.ts';

/** A line of the bag with what it states. */
export interface Stated<Predicate> {
  readonly line: LoggedStatement;
  readonly statement: Statement<Predicate>;
}

export interface BagStatements {
  readonly inspection: Stated<InspectionPredicate>;
  readonly findings: readonly Stated<FindingPredicate>[];
  readonly report: Report;
}

/** The statements and the report of a bag; the path of the first file that is none of the kind. */
export function readStatements({ contents }: ReadBag): BagStatements | { readonly flaw: string } {
  const text = (path: string): string => utf8Text(contents.get(path) ?? new Uint8Array());
  const inspections = stated<InspectionPredicate>(text(bag_paths.inspection), inspection_predicate);
  const [inspection, ...more] = inspections ?? [];
  if (!inspection || more.length > 0 || !Array.isArray(inspection.statement.predicate.findings))
    return { flaw: bag_paths.inspection };
  const findings = stated<FindingPredicate>(text(bag_paths.findings), finding_predicate);
  if (!findings || !findings.every(hasFinding)) return { flaw: bag_paths.findings };
  const report = jsonOrNull(text(bag_paths.report));
  if (!isReport(report)) return { flaw: bag_paths.report };
  return { inspection, findings, report };
}

/** The statements of a file, one a line; null where it is not exactly that. */
export function stated<Predicate>(text: string, predicate: string): Stated<Predicate>[] | null {
  if (text !== '' && !text.endsWith('\n')) return null;
  const found: Stated<Predicate>[] = [];
  for (const one of text.split('\n').slice(0, -1)) {
    const line = readLoggedStatement(one);
    const statement = line && readStatement(line.payload, predicate);
    if (!line || !statement) return null;
    // Its type says the shape; what is then read of it is compared, never trusted.
    found.push({ line, statement: statement as Statement<Predicate> });
  }
  return found;
}

export function hasFinding({ statement }: Stated<FindingPredicate>): boolean {
  const { finding } = statement.predicate;
  return typeof finding === 'object' && finding !== null && typeof finding.id === 'string';
}

function isReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, findings } = value as Record<string, unknown>;
  return schema === 'polyprism.report/1' && Array.isArray(findings);
}
