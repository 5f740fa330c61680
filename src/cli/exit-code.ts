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
  if (report.verdicts.breach > 0) return exitCode.breaches;
  return report.verdicts.cannot_tell > 0 ? exitCode.could_not_check : exitCode.clean;
}
