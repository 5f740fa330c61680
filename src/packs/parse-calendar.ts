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
  return files
    .filter(({ name }) => /^calendar\/[^/]*\.yaml$/.test(name))
    .flatMap((file) => parseYear(file, diagnostics) ?? [])
    .toSorted((a, b) => a.year - b.year);
}

function parseYear(file: PackFile, diagnostics: Diagnostic[]): CalendarYear | undefined {
  const yaml = parseYaml(file.text, 0, reporterFor(file, diagnostics));
  const read = yaml ? calendarYear(yaml, yaml.document.contents, null) : undefined;
  if (yaml && read) checkYear(yaml, read, file.name);
  return read;
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
