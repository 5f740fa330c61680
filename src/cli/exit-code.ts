import type { Finding } from '../model/provision.ts';
import type { Report } from '../model/report.ts';

/** What the command's exit status says; documented in docs/reference/cli.md. */
export const exitCode = {
  clean: 0,
  breaches: 1,
  could_not_run: 2,
  could_not_check: 3,
  interrupted: 130,
} as const;

export function exitCodeOf(report: Report): number {
  if (report.findings.some(isToActOn)) return exitCode.breaches;
  return report.verdicts.cannot_tell > 0 ? exitCode.could_not_check : exitCode.clean;
}

/** A breach nobody decided to let rest. */
function isToActOn({ verdict, waiver }: Finding): boolean {
  return verdict === 'breach' && waiver === undefined;
}
