import type { MarketName } from '../lawful/markets/market.ts';
import { associationViolations } from './association/association.ts';
import { cnViolations } from './cn/cn.ts';
import { euViolations } from './eu/eu.ts';
import { indiaViolations } from './in/india.ts';
import { usViolations } from './us/us.ts';
import type { Stage, Violation } from './violation.ts';

/** By shipped pack: what violates each version of each provision that is not listed. */
export const violations = {
  cn: cnViolations,
  'association-group-buying': associationViolations,
  eu: euViolations,
  in: indiaViolations,
  us: usViolations,
} as const satisfies Record<string, readonly Violation[]>;

/** What can be planted on the lawful platform of a market. */
export const marketViolations: Readonly<Record<MarketName, readonly Violation[]>> = {
  cn: [...cnViolations, ...associationViolations],
  eu: euViolations,
  in: indiaViolations,
  us: usViolations,
};

/** Those planted at a stage, as `generateLawful` is told of them: id@date of each version. */
export function namesAt(all: readonly Violation[], stage: Stage): string[] {
  return all
    .filter((one) => (one.stage ?? 'today') === stage)
    .map(({ provision, version }) => `${provision}@${version}`);
}
