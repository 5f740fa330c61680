import type { ProvisionVerdict, Stage } from '../../model/provision.ts';
import type { Report, ReportProvision } from '../../model/report.ts';

/** Before, during and after the sale: the order in which the report speaks. */
export const stages = ['pre', 'in', 'after'] as const satisfies readonly Stage[];

/** The verdicts, what matters most first. */
export const verdicts = ['breach', 'cannot_tell', 'no_breach'] as const;

export type Verdict = ProvisionVerdict['verdict'];

/** A provision id with what it says about the data and its versions, the latest first. */
export interface JudgedProvision {
  readonly verdict: ProvisionVerdict;
  readonly latest: ReportProvision;
  readonly versions: readonly ReportProvision[];
}

const bySeverity = ['high', 'medium', 'low'];

/** Every judged provision of a stage: breaches first, then by severity and id. */
export function provisionsOf(report: Report, stage: Stage): JudgedProvision[] {
  const versions = Map.groupBy(report.provisions, ({ id }) => id);
  return report.verdicts.by_provision
    .flatMap((verdict) => {
      const known = (versions.get(verdict.provision) ?? []).toReversed();
      const latest = known[0];
      return latest?.stage === stage ? [{ verdict, latest, versions: known }] : [];
    })
    .toSorted((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ verdict, latest }: JudgedProvision): number {
  return verdicts.indexOf(verdict.verdict) * 10 + bySeverity.indexOf(latest.severity);
}

/** How many provisions of a stage got each verdict. */
export function countVerdicts(
  provisions: readonly JudgedProvision[],
): Readonly<Record<Verdict, number>> {
  const counts = { breach: 0, cannot_tell: 0, no_breach: 0 };
  for (const { verdict } of provisions) counts[verdict.verdict] += 1;
  return counts;
}
