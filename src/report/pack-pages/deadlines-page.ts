import type { Term } from '../../model/calendar.ts';
import type { Deadline, DeadlineClause } from '../../model/deadline.ts';
import type { Localised } from '../../model/localised.ts';
import type { Pack } from '../../model/provision.ts';
import { articleLabel } from '../article.ts';
import { needLabel, word } from '../labels.ts';
import { grid, plain, say } from '../markdown/escape.ts';
import type { Language } from '../show.ts';
import { packTexts } from './pack-texts.ts';

/** The deadlines of a pack: what each runs from, and every text that has set it. */
export function deadlinesPage(pack: Pack, language: Language): string {
  const blocks = [
    `# ${plain(pack.title[language])} — ${packTexts.deadlines[language]}`,
    `[\`${pack.id}\`](index.md)`,
    packTexts.deadlines_note[language],
    ...pack.deadlines.flatMap((one) => deadlineBlocks(one, language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function deadlineBlocks(deadline: Deadline, language: Language): string[] {
  const { id, title, kind, event, act, duty_bearer, clauses } = deadline;
  const heads = [packTexts.from_to, packTexts.term, packTexts.source, packTexts.rank];
  const bearers = duty_bearer.map((one) => plain(word(one)[language])).join(', ');
  return [
    `## ${plain(title[language])}`,
    `\`${id}\` · ${bearers} · ${say(kinds[kind], language, {
      event: plain(event === null ? '—' : needLabel(event)[language]),
      act: plain(act === null ? '—' : needLabel(act)[language]),
    })}`,
    grid(
      heads.map((head) => head[language]),
      clauses.map((one) => clauseRow(one, language)),
    ),
  ];
}

const kinds = {
  act_by: packTexts.act_by,
  keep_until: packTexts.keep_until,
  notice_before: packTexts.notice_before,
};

function clauseRow(clause: DeadlineClause, language: Language): string[] {
  const { from, to, cite, term, last_day, excluded, extension } = clause;
  const terms = [
    termLabel(term)[language],
    ...(last_day === 'stays' ? [] : [lastDays[last_day][language]]),
    ...(excluded
      ? [say(packTexts.leaving_out, language, { what: plain(excluded[language]) })]
      : []),
    ...(extension
      ? [
          say(packTexts.may_add, language, {
            term: termLabel(extension.term)[language],
            condition: plain(extension.condition[language]),
          }),
        ]
      : []),
  ];
  return [
    `${from} – ${to ?? packTexts.open_end[language]}`,
    terms.join('<br>'),
    `${plain(cite.law[language])} ${plain(articleLabel(cite.article)[language])}`,
    word(cite.rank)[language],
  ];
}

const lastDays = {
  after_holiday: packTexts.after_holiday,
  next_working_day: packTexts.next_working_day,
};

const units: Readonly<Record<Term['unit'], Localised>> = {
  working_day: packTexts.working_days,
  calendar_day: packTexts.calendar_days,
  month: packTexts.months,
  year: packTexts.years,
};

function termLabel({ value, unit }: Term): Localised {
  const { en, zh } = units[unit];
  return { en: `${value} ${en}`, zh: `${value} ${zh}` };
}
