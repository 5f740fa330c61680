import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../src/casework/clocks-of.ts';
import { fold } from '../../src/casework/fold.ts';
import { matterRules } from '../../src/casework/matter-kinds.ts';
import type { MatterState } from '../../src/casework/state.ts';
import { addDays } from '../../src/model/days.ts';
import { matterKinds } from '../../src/model/matter.ts';
import type { MatterEvent, MatterKind } from '../../src/model/matter.ts';
import { seeded } from '../../src/model/random.ts';
import { slowClockDue, slowHistory, slowKinds, slowTakers } from '../oracle/slow-casework.ts';
import type { SlowEvent } from '../oracle/slow-casework.ts';
import { readSlowLaw } from '../oracle/slow-terms.ts';
import { cnLaw } from '../support/cn-law.ts';
import { randomMatter } from '../support/random-matter.ts';
import type { RandomMatter } from '../support/random-matter.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_128);
/** 1,000,000 for a release: some 25 minutes of a core. */
const histories = Number(process.env['POLYPRISM_CASEWORK_HISTORIES'] ?? 20_000);
const pack = new URL('../../packs/cn', import.meta.url).pathname;

const law = await cnLaw();
const slowLaw = readSlowLaw(pack);

interface Tally {
  tried: number;
  events: number;
  clocks: number;
  cannot_tell: number;
  readonly steps: Set<string>;
  readonly statuses: Set<string>;
}

/** What is wrong with a history, by a model that knows its stored events and the pack's files. */
function judge(matter: RandomMatter, deciders: ReadonlySet<string>, tally: Tally): string | null {
  const { kind, events, written, state, today } = matter;
  const stored: readonly (SlowEvent & MatterEvent)[] = JSON.parse(`[${written.join(',')}]`);
  if (JSON.stringify(events) !== `[${written.join(',')}]`) return 'an event was changed';
  const { wrong, status } = slowHistory(kind, stored, deciders);
  if (wrong) return wrong;
  const folded = fold(stored);
  if (JSON.stringify(folded) !== JSON.stringify(state)) return 'not the fold of its events';
  if (!folded) return events.length === 0 ? null : 'no state';
  if (folded.status !== status) return `status ${folded.status}, should be ${status}`;
  for (const clock of clocksOf(folded, law.deadlines, law.calendar, today)) {
    tally.clocks += 1;
    const { due_on, done_on } = clock;
    const told = clock.state === 'no_term' ? 'none' : (due_on ?? 'unknown');
    if (told === 'unknown') tally.cannot_tell += 1;
    const due = slowClockDue(slowLaw, kind, stored, clock);
    if (due !== told) return `${clock.clock} from ${clock.from_on}: ${told}, should be ${due}`;
    const late = due_on !== null && (done_on ?? today) > due_on;
    const says = ['late', 'overdue', 'over'].includes(clock.state);
    const kept = clock.kind === 'keep_until' && done_on !== null;
    if (!kept && says !== late) return `${clock.clock} is ${clock.state}: ${due_on}, ${done_on}`;
  }
  for (const { type } of events) tally.steps.add(`${kind} ${type}`);
  tally.statuses.add(`${kind} ${status}`);
  return null;
}

/** Cases have the longest way to go. */
const kinds: readonly MatterKind[] = [...matterKinds, ...Array(8).fill('case'), 'complaint'];

/** Steps and statuses that 20,000 histories do not reach; case.test.ts and the like take them. */
const seldom = new Set([
  'case serve_by_notice',
  'case defer',
  'case uphold_reconsideration',
  'case uphold_lawsuit',
  'case end_challenge',
  'case demand',
  'case apply_court',
  'case execute',
  'case end_display',
  'recall not_enough',
  'recall close',
  'recall closed',
  'recall unpublish',
  'draw finish',
  'draw finished',
  // An unlock has no side but its owner's: nobody can be added.
  'unlock add_party',
]);

const none = new Map<string, MatterState>();

describe(`${histories} random histories (seed ${seed})`, () => {
  it('break no invariant', { timeout: 0 }, async () => {
    const tally: Tally = {
      tried: 0,
      events: 0,
      clocks: 0,
      cannot_tell: 0,
      steps: new Set(),
      statuses: new Set(),
    };
    for (let i = 0; i < histories; i += 1) {
      // Whoever runs tests gives up a worker that does not answer for a minute.
      if (i % 1_000 === 0) await setImmediate();
      const random = seeded(seed + i);
      const kind = random.pick(kinds);
      const start = addDays('2019-01-01', random.below(365 * 8));
      const measure = kind === 'appeal' ? randomMatter('measure', random, law, none, start) : null;
      const known = measure?.state ? new Map([['measure-1', measure.state]]) : none;
      const deciders = slowTakers(
        (measure?.written ?? []).map((line): SlowEvent => JSON.parse(line)),
        ['decide', 'lift'],
      );
      const matter = randomMatter(kind, random, law, known, measure?.today ?? start);
      tally.tried += matter.tried;
      tally.events += matter.events.length;
      const wrong = judge(matter, deciders, tally);
      if (wrong) expect.fail(`seed ${seed + i}, ${kind}: ${wrong}\n${matter.written.join('\n')}`);
    }
    const { steps, statuses, ...counts } = tally;
    console.log(JSON.stringify({ ...counts, steps: steps.size, statuses: statuses.size }));
    if (histories < 20_000) return;
    // Whatever can happen did, but for the ends of the longest ways: those are walked by hand.
    const all = Object.values(matterRules).flatMap((rules) =>
      Object.keys(rules.steps).map((step) => `${rules.kind} ${step}`),
    );
    expect(all.filter((one) => !steps.has(one) && !seldom.has(one))).toEqual([]);
    const ends = Object.values(matterRules).flatMap((rules) =>
      Object.keys(rules.statuses).map((status) => `${rules.kind} ${status}`),
    );
    expect(ends.filter((one) => !statuses.has(one) && !seldom.has(one))).toEqual([]);
  });

  it('are judged by a table that has every step, and no other', () => {
    for (const [kind, { steps }] of slowKinds) {
      const rules = Object.values(matterRules).find((one) => one.kind === kind);
      expect([...steps.keys()].toSorted()).toEqual(Object.keys(rules?.steps ?? {}).toSorted());
    }
    expect(slowKinds.size).toBe(11);
    // These are about proposals; a step of that name could never be taken.
    const taken = [...slowKinds.values()].flatMap(({ steps }) => [...steps.keys()]);
    const own = taken.filter((name) => /^(propose|approve|reject|retract)$/.test(name));
    expect(own).toEqual([]);
  });
});
