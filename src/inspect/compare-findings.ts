import { compareText } from '../model/issue.ts';
import type { Finding, ProvisionVerdict } from '../model/provision.ts';

/** Findings and whom and how much they touch. */
export interface Touched {
  readonly findings: number;
  /** Distinct subjects. */
  readonly subjects: number;
  /** Sum of each `*_minor` column of their evidence, in minor units, as text. */
  readonly money: Readonly<Record<string, string>>;
}

/** What changes for one provision when another version of its pack judges the same data. */
export interface ProvisionDifference {
  readonly provision: string;
  /** null where that version of the pack has no such provision in force. */
  readonly before: ProvisionVerdict['verdict'] | null;
  readonly after: ProvisionVerdict['verdict'] | null;
  readonly kept: number;
  readonly gained: Touched;
  readonly lost: Touched;
  readonly gained_subjects: readonly string[];
  readonly lost_subjects: readonly string[];
}

interface Side {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly ProvisionVerdict[];
}

/**
 * Compares by provision, subject and day of the act: an id of a finding is bound to the text of
 * its provision and changes with it. Every provision of either side, ordered by id.
 */
export function compareFindings(before: Side, after: Side): ProvisionDifference[] {
  const ids = [...before.verdicts, ...after.verdicts].map(({ provision }) => provision);
  const [was, is] = [byPlace(before.findings), byPlace(after.findings)];
  return [...new Set(ids)].toSorted(compareText).map((provision) => {
    const of = (finding: Finding): boolean => finding.provision === provision;
    const gained = after.findings.filter((one) => of(one) && !was.has(placeOf(one)));
    const lost = before.findings.filter((one) => of(one) && !is.has(placeOf(one)));
    return {
      provision,
      before: verdictIn(before, provision),
      after: verdictIn(after, provision),
      kept: after.findings.filter((one) => of(one) && was.has(placeOf(one))).length,
      gained: touchedBy(gained),
      lost: touchedBy(lost),
      gained_subjects: subjectsOf(gained),
      lost_subjects: subjectsOf(lost),
    };
  });
}

function placeOf({ provision, subject, act_on }: Finding): string {
  return [provision, subject.table, subject.id, act_on ?? ''].join('\0');
}

function byPlace(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(placeOf));
}

function verdictIn({ verdicts }: Side, provision: string): ProvisionVerdict['verdict'] | null {
  return verdicts.find((one) => one.provision === provision)?.verdict ?? null;
}

function subjectsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ subject }) => subject.id))].toSorted(compareText);
}

export function touchedBy(findings: readonly Finding[]): Touched {
  const sums = new Map<string, bigint>();
  for (const [column, value] of findings.flatMap(({ evidence }) =>
    evidence.flatMap(Object.entries),
  )) {
    if (!column.endsWith('_minor') || !/^-?\d+$/.test(String(value))) continue;
    sums.set(column, (sums.get(column) ?? 0n) + BigInt(String(value)));
  }
  const sorted = [...sums].toSorted(([a], [b]) => compareText(a, b));
  return {
    findings: findings.length,
    subjects: subjectsOf(findings).length,
    money: Object.fromEntries(sorted.map(([column, sum]) => [column, String(sum)])),
  };
}
