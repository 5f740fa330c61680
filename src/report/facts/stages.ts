import { momentOf } from '../../model/moment.ts';
import type { Moment } from '../../model/moment.ts';
import type { ProvisionVerdict } from '../../model/provision.ts';
import type { Report, ReportProvision } from '../../model/report.ts';
import { sumOf } from './sums.ts';

/** The verdicts, what matters most first. */
export const verdicts = ['breach', 'cannot_tell', 'no_breach'] as const;

export type Verdict = ProvisionVerdict['verdict'];

/** A provision id with what it says about the data and its versions, the latest first. */
export interface JudgedProvision {
  readonly verdict: ProvisionVerdict;
  readonly latest: ReportProvision;
  readonly versions: readonly ReportProvision[];
}

export const severities = ['high', 'medium', 'low'];

/** Every judged provision of a moment: breaches first, then by severity and id. */
export function provisionsOf(report: Report, moment: Moment): JudgedProvision[] {
  const versions = Map.groupBy(report.provisions, ({ id }) => id);
  return report.verdicts.by_provision
    .flatMap((verdict) => {
      const known = (versions.get(verdict.provision) ?? []).toReversed();
      const latest = known[0];
      return latest && momentOf(latest) === moment ? [{ verdict, latest, versions: known }] : [];
    })
    .toSorted((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ verdict, latest }: JudgedProvision): number {
  return verdicts.indexOf(verdict.verdict) * 10 + severities.indexOf(latest.severity);
}

export interface VerdictCounts extends Readonly<Record<Verdict, number>> {
  readonly total: number;
}

/** How many provisions of some moments got each verdict. */
export function countVerdicts(report: Report, ...at: readonly Moment[]): VerdictCounts {
  const judged = at.flatMap((moment) => provisionsOf(report, moment));
  const counts = { breach: 0, cannot_tell: 0, no_breach: 0 };
  for (const { verdict } of judged) counts[verdict.verdict] += 1;
  return { ...counts, total: sumOf(Object.values(counts)) };
}
