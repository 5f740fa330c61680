import { PolyprismError } from '../model/issue.ts';
import { breachReport, foodBreachReport, liveBreachReport } from './cn-breaches.ts';
import { liveReport } from './cn-live.ts';
import { sellerReport } from './cn-sellers.ts';
import type { OwedReport } from './owed-report.ts';

/** Every report Polyprism can make. A version is never changed: another one is added. */
export const owedReports: readonly OwedReport[] = [
  sellerReport,
  liveReport,
  breachReport,
  liveBreachReport,
  foodBreachReport,
];

/** The report of an id; throws `submission.unknown_report`. */
export function owedReport(id: string): OwedReport {
  const found = owedReports.find((one) => one.id === id);
  if (found) return found;
  const names = owedReports.map((one) => one.id).join(', ');
  throw new PolyprismError('submission.unknown_report', { id, names });
}

/** Whether a report is one of a jurisdiction's law, which its id names. */
export function isOwedUnder(jurisdiction: string, report: string): boolean {
  return report.startsWith(`report.${jurisdiction}.`);
}
