import type { Calendar } from '../deadlines/calendar.ts';
import { clausesOn } from '../deadlines/deadline-on.ts';
import { dueLeavingOut } from '../deadlines/due-leaving-out.ts';
import type { LeftOut } from '../deadlines/due-leaving-out.ts';
import { noticeBy } from '../deadlines/notice-by.ts';
import { addDays } from '../model/days.ts';
import type { Deadline, DeadlineClause } from '../model/deadline.ts';
import { PolyprismError } from '../model/issue.ts';
import type { Clock, ClockState, Unknown } from './clock.ts';
import { matterRules } from './matter-kinds.ts';
import type { ClockRule } from './rules.ts';
import type { Extension, Mark, MatterState } from './state.ts';

/** Calendar days before its last day from which a term is due soon: ours, no law's. */
export const soon_days = 3;

/**
 * Every run of every term of a matter, as it stands on a day: by the law in force on the day of
 * its event, with the time left out and the extensions its events recorded. In the order of the
 * kind's rules, then of the events.
 */
export function clocksOf(
  state: MatterState,
  deadlines: readonly Deadline[],
  calendar: Calendar,
  today: string,
): Clock[] {
  return Object.entries(matterRules[state.kind].clocks).flatMap(([clock, rule]) =>
    runsOf(state, rule).map((run) =>
      clockOf({ clock, rule, state, run, deadlines, calendar, today }),
    ),
  );
}

/** One time a term ran: what started it, what ended it, and where the next began. */
interface Run {
  readonly start: Mark;
  readonly done: Mark | null;
}

/** A start before anything was done starts the term anew; after that it is another run. */
function runsOf({ marks }: MatterState, rule: ClockRule): Run[] {
  const has = (name: string): boolean => marks.some((mark) => mark.name === name);
  if (rule.given !== undefined && !has(rule.given)) return [];
  if (rule.unless !== undefined && has(rule.unless)) return [];
  const runs: Run[] = [];
  const starts = marks.filter(({ name }) => name === rule.from);
  starts.forEach((start, i) => {
    const same = (mark: Mark): boolean => !rule.per_item || mark.item === start.item;
    const next = starts.slice(i + 1).find(same);
    const done = marks.find(
      (mark) =>
        mark.number >= start.number &&
        mark.number <= (next?.number ?? Infinity) &&
        rule.done.includes(mark.name) &&
        same(mark),
    );
    if (done || !next) runs.push({ start, done: done ?? null });
  });
  return runs;
}

interface Running {
  readonly clock: string;
  readonly rule: ClockRule;
  readonly state: MatterState;
  readonly run: Run;
  readonly deadlines: readonly Deadline[];
  readonly calendar: Calendar;
  readonly today: string;
}

function clockOf(asked: Running): Clock {
  const { clock, rule, run, deadlines, today } = asked;
  const deadline = rule.deadline === null ? null : deadlineNamed(deadlines, rule.deadline);
  const kind = deadline?.kind ?? 'act_by';
  const clause = deadline ? (clausesOn(deadline, run.start.on)[0] ?? null) : null;
  const last = lastDay(asked, deadline, clause);
  const done_on = run.done?.on ?? null;
  const none = deadline !== null && deadline !== undefined && clause === null;
  return {
    clock,
    deadline_id: deadline?.id ?? null,
    kind,
    item: rule.per_item ? run.start.item : null,
    from_on: run.start.on,
    due_on: last.due_on,
    done_on,
    state: none ? 'no_term' : stateOf(kind, last.due_on, done_on, today),
    unknown: last.unknown,
    clause,
    extension: last.extension,
    left_out_days: last.left_out_days,
  };
}

type Last = Pick<Clock, 'due_on' | 'unknown' | 'extension' | 'left_out_days'>;

function lastDay(
  { rule, state, run, calendar, clock }: Running,
  deadline: Deadline | null | undefined,
  clause: DeadlineClause | null,
): Last {
  const start = run.start.on;
  const unknown = (why: Unknown): Last => ({ ...nothing, unknown: why });
  if (deadline === undefined)
    return unknown({ why: 'no_deadline', deadline: rule.deadline ?? clock });
  const granted = extensionsOf(state, clock, rule, run);
  if (deadline === null)
    return withSetTerm({ ...nothing, due_on: run.start.due_on ?? start }, granted);
  if (!clause) return nothing;
  try {
    if (deadline.kind === 'notice_before')
      return { ...nothing, due_on: noticeBy(start, clause.term, calendar) };
    const out = leftOutOf(state, rule, clause);
    const plain = dueLeavingOut(start, [clause.term], clause.last_day, calendar, out);
    if ('open' in plain) return unknown({ why: 'time_left_out', span: plain.open });
    const first: Last = { ...nothing, due_on: plain.due_on, left_out_days: plain.left_out_days };
    const grant = granted.find(({ until }) => until === null);
    if (!grant || clause.extension === null) return withSetTerm(first, granted);
    if (grant.on > plain.due_on) return withSetTerm({ ...first, extension: 'too_late' }, granted);
    const terms = [clause.term, clause.extension.term];
    const longer = dueLeavingOut(start, terms, clause.last_day, calendar, out);
    if ('open' in longer) return unknown({ why: 'time_left_out', span: longer.open });
    const { due_on, left_out_days } = longer;
    return withSetTerm({ ...nothing, due_on, left_out_days, extension: 'granted' }, granted);
  } catch (error) {
    const year = unknownYear(error);
    if (year === null) throw error;
    return unknown({ why: 'calendar_year', year });
  }
}

const nothing: Last = { due_on: null, unknown: null, extension: 'none', left_out_days: 0 };

/** Terms set to a day, in the order they were set: each only while the term still ran. */
function withSetTerm(last: Last, granted: readonly Extension[]): Last {
  let { due_on, extension } = last;
  for (const { until, on } of granted) {
    if (until === null || due_on === null) continue;
    if (on > due_on) extension = 'too_late';
    else if (until > due_on) [due_on, extension] = [until, 'granted'];
  }
  return { ...last, due_on, extension };
}

function extensionsOf(
  { extensions, marks }: MatterState,
  clock: string,
  rule: ClockRule,
  { start }: Run,
): Extension[] {
  const later = marks.find(
    ({ name, item, number }) =>
      name === rule.from && number > start.number && (!rule.per_item || item === start.item),
  );
  return extensions.filter(
    (one) =>
      one.clock === clock &&
      one.number > start.number &&
      one.number < (later?.number ?? Infinity) &&
      (!rule.per_item || one.item === start.item),
  );
}

/** Time is left out only where the text itself leaves some out. */
function leftOutOf({ spans }: MatterState, rule: ClockRule, clause: DeadlineClause): LeftOut[] {
  if (clause.excluded === null) return [];
  return spans
    .filter(({ name }) => rule.leaves_out.includes(name))
    .map(({ name, from, to }) => ({ name, after: from, to }));
}

function stateOf(
  kind: Clock['kind'],
  due_on: string | null,
  done_on: string | null,
  today: string,
): ClockState {
  if (due_on === null) return 'cannot_tell';
  if (kind === 'keep_until') {
    if (done_on !== null) return done_on < due_on ? 'early' : 'in_time';
    return today > due_on ? 'over' : 'running';
  }
  if (done_on !== null) return done_on > due_on ? 'late' : 'in_time';
  if (today > due_on) return 'overdue';
  return today >= addDays(due_on, -soon_days) ? 'due_soon' : 'running';
}

/** Packs put their own name first: `cn.deadline.case.seal` is 'case.seal'. */
function deadlineNamed(deadlines: readonly Deadline[], name: string): Deadline | undefined {
  return deadlines.find(({ id }) => id.endsWith(`.deadline.${name}`));
}

function unknownYear(error: unknown): number | null {
  if (!(error instanceof PolyprismError) || error.issue.code !== 'calendar.unknown_year')
    return null;
  return Number(error.issue.params['year']);
}
