import type { SheetAnswer, VerdictSheet } from '../model/appraisal.ts';
import type { Pack } from '../model/provision.ts';
import type { Report } from '../model/report.ts';

const says_max = 3;

/** The sheets of the packs with what the run answered; questions nothing was judged for stay. */
export function verdictSheets(report: Report, packs: readonly Pack[]): VerdictSheet[] {
  return packs
    .flatMap(({ sheets }) => sheets)
    .map(({ id, title, note, questions }) => ({
      id,
      title,
      note,
      questions: questions.map(({ title: question, provisions }) => ({
        title: question,
        answers: provisions.flatMap((one) => answerOf(report, one)),
      })),
    }));
}

function answerOf(report: Report, id: string): SheetAnswer[] {
  const told = report.verdicts.by_provision.find(({ provision }) => provision === id);
  // Texts in force on the day judged as of come last.
  const text = report.provisions.findLast((one) => one.id === id);
  if (!told || !text) return [];
  return [
    {
      provision: id,
      title: text.title,
      cites: text.cites.map(({ article }) => article),
      verdict: told.verdict,
      finds: text.finds,
      findings: told.findings,
      needs: told.needs,
      says: report.findings
        .filter(({ provision }) => provision === id)
        .slice(0, says_max)
        .map(({ explanation }) => explanation),
    },
  ];
}
