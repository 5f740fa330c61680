import type { CalendarYear } from '../model/calendar.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic, PackFile } from './diagnostic.ts';
import { confidence, localised, url } from './front-matter.ts';
import {
  day,
  list,
  needed,
  nodeAt,
  nullable,
  parseYaml,
  record,
  wholeNumber,
  wrong,
} from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

const calendarYear = record({
  year: needed(wholeNumber),
  sources: needed(
    list(
      record({ url: needed(nullable(url)), checked: needed(day), confidence: needed(confidence) }),
      1,
    ),
  ),
  days_off: needed(
    list(record({ name: needed(localised), from: needed(day), to: needed(day) }), 1),
  ),
  work_days: needed(list(day, 0)),
});

/** The years of working days a pack brings: `calendar/<year>.yaml`, sorted. */
export function parseCalendars(
  files: readonly PackFile[],
  diagnostics: Diagnostic[],
): CalendarYear[] {
  const known = files.filter(({ name }) => /^calendar\/[^/]*\.yaml$/.test(name));
  return known
    .flatMap((file) => parseYear(file, known, diagnostics) ?? [])
    .toSorted((a, b) => a.year - b.year);
}

function parseYear(
  file: PackFile,
  known: readonly PackFile[],
  diagnostics: Diagnostic[],
): CalendarYear | undefined {
  const yaml = parseYaml(file.text, 0, reporterFor(file, diagnostics));
  const read = yaml ? calendarYear(yaml, yaml.document.contents, null) : undefined;
  if (yaml && read) {
    checkYear(yaml, read, file.name);
    checkGap(yaml, read.year, known);
  }
  return read;
}

/** Working days are counted through the years: one that lacks would be counted as none. */
function checkGap(yaml: Yaml, year: number, known: readonly PackFile[]): void {
  const before = known
    .map(({ name }) => Number(name.replace(/\D/g, '')))
    .filter((one) => one < year);
  if (before.length === 0 || before.includes(year - 1)) return;
  wrong(yaml, nodeAt(yaml, ['year']), null, `calendar/${year - 1}.yaml`);
}

/** Each day lies in the year its file is named after; only weekends are worked to make up. */
function checkYear(yaml: Yaml, { year, days_off, work_days }: CalendarYear, file: string): void {
  if (file !== `calendar/${year}.yaml`) {
    wrong(yaml, nodeAt(yaml, ['year']), null, file.replace(/\D/g, '') || 'calendar/<year>.yaml');
  }
  days_off.forEach(({ from, to }, i) => {
    for (const [key, value] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (value.startsWith(`${year}-`)) continue;
      wrong(yaml, nodeAt(yaml, ['days_off', i, key]), null, `${year}-…`);
    }
    if (from > to) {
      const node = nodeAt(yaml, ['days_off', i, 'to']);
      wrong(yaml, node, null, `≥ ${from}`);
    }
  });
  work_days.forEach((day_worked, i) => {
    const free = days_off.some(({ from, to }) => from <= day_worked && day_worked <= to);
    const weekday = new Date(`${day_worked}T00:00:00Z`).getUTCDay() % 6 !== 0;
    if (!free && !weekday && day_worked.startsWith(`${year}-`)) return;
    const node = nodeAt(yaml, ['work_days', i]);
    wrong(yaml, node, null, `Saturday | Sunday, ${year}, not in days_off`);
  });
}
