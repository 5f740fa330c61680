import type { Localised } from '../../model/localised.ts';
import { stages } from '../../model/moment.ts';
import type { Report } from '../../model/report.ts';
import { texts } from '../texts.ts';
import { countVerdicts, provisionsOf } from './stages.ts';

export interface Headline {
  /** The sentence a report begins with: duties that are not met. */
  readonly duties: Localised;
  /** Criminal alert lines, in a sentence of their own; null when none was judged. */
  readonly lines: Localised | null;
  /** What fills both sentences. */
  readonly values: Readonly<Record<string, number>>;
}

export function headlineOf(report: Report): Headline {
  const duties = countVerdicts(report, ...stages);
  const lines = countVerdicts(report, 'line');
  const line = new Set(provisionsOf(report, 'line').map(({ latest }) => latest.id));
  const breaches = report.findings.filter(({ verdict }) => verdict === 'breach');
  const lineFindings = breaches.filter(({ provision }) => line.has(provision)).length;
  return {
    duties: dutiesSentence(duties.breach),
    lines: lines.total === 0 ? null : texts.lines_reached,
    values: {
      breach: duties.breach,
      provisions: duties.total,
      no_breach: duties.no_breach,
      cannot_tell: duties.cannot_tell,
      lines: lines.total,
      reached: lines.breach,
      findings: breaches.length - lineFindings,
      indications: report.findings.length - breaches.length,
      line_findings: lineFindings,
    },
  };
}

function dutiesSentence(breach: number): Localised {
  if (breach === 0) return texts.headline_clean;
  return breach === 1 ? texts.headline_one : texts.headline_breach;
}

/** Findings somebody decided to let rest. */
export function waivedIn({ findings }: Report): number {
  return findings.filter(({ waiver }) => waiver !== undefined).length;
}
