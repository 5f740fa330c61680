import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * Deadlines and calendar read from a pack's files and counted one day after the other. Shares
 * nothing with src/: neither the reading nor the counting.
 */
export interface SlowLaw {
  readonly deadlines: ReadonlyMap<string, SlowDeadline>;
  /** Day number → whether it is worked and whether it is a holiday; absent: nobody knows. */
  readonly days: ReadonlyMap<number, { readonly works: boolean; readonly holiday: boolean }>;
}

interface SlowTerm {
  readonly value: number;
  readonly unit: string;
}

interface SlowClause {
  readonly from: string;
  readonly to: string | null;
  readonly cite: { readonly rank: string };
  readonly term: SlowTerm;
  readonly last_day?: string;
  readonly excluded?: unknown;
  readonly extension?: { readonly term: SlowTerm };
}

interface SlowDeadline {
  readonly id: string;
  readonly kind: string;
  readonly clauses: readonly SlowClause[];
}

interface SlowYear {
  readonly year: number;
  readonly days_off: readonly { readonly from: string; readonly to: string }[];
  readonly work_days: readonly string[];
}

const day_ms = 86_400_000;
const numberOf = (day: string): number => Date.parse(day) / day_ms;
const texts = new Map<number, string>();
const textOf = (n: number): string => {
  const text = texts.get(n) ?? new Date(n * day_ms).toISOString().slice(0, 10);
  texts.set(n, text);
  return text;
};

export function readSlowLaw(pack: string): SlowLaw {
  const read = (folder: string): string[] =>
    readdirSync(join(pack, folder)).map((name) => readFileSync(join(pack, folder, name), 'utf8'));
  const listed: SlowDeadline[] = read('deadlines').flatMap((file) => parse(file));
  const years: SlowYear[] = read('calendar').map((file) => parse(file));
  const days = new Map<number, { works: boolean; holiday: boolean }>();
  for (const { year, days_off, work_days } of years) {
    for (let day = numberOf(`${year}-01-01`); textOf(day).startsWith(String(year)); day += 1) {
      const on = textOf(day);
      const holiday =
        !work_days.includes(on) && days_off.some(({ from, to }) => from <= on && on <= to);
      const weekday = new Date(day * day_ms).getUTCDay();
      const weekend = weekday === 0 || weekday === 6;
      days.set(day, { holiday, works: work_days.includes(on) || (!holiday && !weekend) });
    }
  }
  const deadlines = new Map(listed.map((one) => [one.id.replace(/^\w+\.deadline\./, ''), one]));
  return { deadlines, days };
}

export interface SlowGrant {
  readonly on: string;
  /** null: the law says how much. */
  readonly until: string | null;
}

export interface SlowGap {
  readonly from: string;
  readonly to: string | null;
}

const unknown = Symbol('unknown');

/** The last day; 'unknown' where it cannot be told, 'none' where no text sets one. */
export function slowDue(
  { deadlines, days }: SlowLaw,
  name: string,
  start: string,
  gaps: readonly SlowGap[],
  grants: readonly SlowGrant[],
): string {
  const deadline = deadlines.get(name);
  if (!deadline) return 'unknown';
  const ranks = [
    'standard',
    'judicial_opinion',
    'departmental_rule',
    'administrative_regulation',
    'law',
  ];
  const rank = (one: SlowClause): number => ranks.indexOf(one.cite.rank);
  const held = deadline.clauses.filter(({ from, to }) => from <= start && (to ?? '9') >= start);
  const [clause] = held.sort((a, b) => rank(b) - rank(a));
  if (!clause) return 'none';
  try {
    if (deadline.kind === 'notice_before') return textOf(back(days, numberOf(start), clause.term));
    const out = clause.excluded ? gaps : [];
    const first = count(days, numberOf(start), clause.term, out);
    let due = moved(days, first, clause.last_day);
    const lawful = grants.find(({ until }) => until === null);
    if (lawful && clause.extension && numberOf(lawful.on) <= due)
      due = moved(days, count(days, first, clause.extension.term, out), clause.last_day);
    return later(textOf(due), grants);
  } catch (error) {
    if (error === unknown) return 'unknown';
    throw error;
  }
}

/** Terms set to a day hold only when they were set in time, and never make a term shorter. */
export function later(due: string, grants: readonly SlowGrant[]): string {
  let last = due;
  for (const { on, until } of grants) {
    if (until !== null && on <= last && until > last) last = until;
  }
  return last;
}

type Days = SlowLaw['days'];

function works(days: Days, day: number): boolean {
  const known = days.get(day);
  if (!known) throw unknown;
  return known.works;
}

function count(days: Days, start: number, term: SlowTerm, gaps: readonly SlowGap[]): number {
  let left = term.unit === 'working_day' ? term.value : plainDays(start, term);
  if (gaps.length === 0 && term.unit !== 'working_day') return start + left;
  let day = start;
  while (left > 0) {
    day += 1;
    const on = textOf(day);
    const gap = gaps.find(({ from, to }) => on > from && (to === null || on <= to));
    if (gap && gap.to === null) throw unknown;
    if (gap) continue;
    if (term.unit !== 'working_day' || works(days, day)) left -= 1;
  }
  return day;
}

/** Calendar days until the same day of a later month, or the last day of a shorter one. */
function plainDays(start: number, { value, unit }: SlowTerm): number {
  if (unit === 'calendar_day') return value;
  const date = new Date(start * day_ms);
  const months = date.getUTCMonth() + value * (unit === 'year' ? 12 : 1);
  let end = Date.UTC(date.getUTCFullYear(), months, date.getUTCDate());
  const wanted = ((months % 12) + 12) % 12;
  while (new Date(end).getUTCMonth() !== wanted) end -= day_ms;
  return end / day_ms - start;
}

function moved(days: Days, end: number, last_day = 'stays'): number {
  if (last_day === 'stays') return end;
  const known = days.get(end);
  if (!known) throw unknown;
  const off = last_day === 'after_holiday' ? known.holiday : !known.works;
  return off ? moved(days, end + 1, last_day) : end;
}

function back(days: Days, event: number, { value }: SlowTerm): number {
  let day = event;
  let apart = 0;
  while (apart < value) {
    apart += works(days, day) ? 1 : 0;
    day -= 1;
  }
  return day;
}
