import type { Finding } from '../../model/provision.ts';
import type { Report } from '../../model/report.ts';
import { statementOf } from './statement.ts';
import type { Statement } from './statement.ts';

export const finding_predicate = 'urn:polyprism:finding:1';
export const inspection_predicate = 'urn:polyprism:inspection:1';

/** What every statement of an inspection says of how it was made. No time of day is among it. */
export interface MadeWith {
  readonly as_of: string;
  readonly packs: Report['digests']['packs'];
  readonly engine: Report['digests']['engine'];
}

export interface FindingPredicate extends MadeWith {
  /** Without the waiver: somebody's decision, which changes nothing about what was found. */
  readonly finding: Omit<Finding, 'waiver'>;
}

export interface InspectionPredicate extends MadeWith {
  /** SHA-256 of report.json. */
  readonly report_sha256: string;
  /** Ids of all findings, in the order of the report. */
  readonly findings: readonly string[];
  readonly verdicts: Pick<
    Report['verdicts'],
    'provisions' | 'breach' | 'no_breach' | 'cannot_tell'
  >;
}

/** One finding as a statement about the raw files. */
export function findingStatement(report: Report, finding: Finding): Statement<FindingPredicate> {
  const { waiver: _, ...found } = finding;
  const predicate = { ...madeWith(report), finding: found };
  return statementOf(report.digests.inputs, finding_predicate, predicate);
}

/** The inspection as a whole: its report and how many findings belong to it, none more or less. */
export function inspectionStatement(
  report: Report,
  report_sha256: string,
): Statement<InspectionPredicate> {
  const { provisions, breach, no_breach, cannot_tell } = report.verdicts;
  return statementOf(report.digests.inputs, inspection_predicate, {
    ...madeWith(report),
    report_sha256,
    findings: report.findings.map(({ id }) => id),
    verdicts: { provisions, breach, no_breach, cannot_tell },
  });
}

function madeWith({ as_of, digests }: Report): MadeWith {
  return { as_of, packs: digests.packs, engine: digests.engine };
}
