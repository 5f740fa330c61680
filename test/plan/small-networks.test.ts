import { describe, expect, it } from 'vitest';
import { seeded } from '../../src/generate/random.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { PlanEvent } from '../../src/model/plan-event.ts';
import { smallNetworks } from '../../src/plan/lint/small-networks.ts';
import { compilePlan } from '../../src/plan/pay/compile-plan.ts';
import { ledgerRows } from '../../src/plan/pay/ledger-rows.ts';
import type { PlanRun } from '../../src/plan/pay/plan-run.ts';
import { playEvents } from '../../src/plan/pay/play-events.ts';
import { randomPlan } from './random-plan.ts';

const bound = { members: 3, events: 3, networks: 100_000 };

/** Every list of three events or fewer whatever it is, tried one by one: the plan refuses some. */
function allLists(plan: Plan): PlanEvent[][] {
  const lists: PlanEvent[][] = [[]];
  for (let from = 0, length = 0; length < bound.events; length++) {
    const to = lists.length;
    for (; from < to; from++) {
      for (const event of anything(plan, lists[from]!)) lists.push([...lists[from]!, event]);
    }
  }
  return lists;
}

function anything(plan: Plan, before: readonly PlanEvent[]): PlanEvent[] {
  const members = before.filter(({ kind }) => kind === 'join').length;
  const customer = before.filter(({ kind }) => kind === 'sell').length;
  const out: PlanEvent[] = [];
  const day = 1;
  const wayNumbers = [0, 1, 2];
  for (const { id: rank } of plan.ranks) {
    for (const way of wayNumbers) {
      if (members === 0) out.push({ kind: 'join', recruiter: null, rank, way, day });
      for (let member = 0; member < members; member++) {
        if (members < bound.members) {
          out.push({ kind: 'join', recruiter: member, rank, way, day });
        }
        out.push({ kind: 'upgrade', member, rank, way, day });
      }
    }
  }
  for (let member = 0; member < members; member++) {
    for (const { id: product } of plan.products) {
      out.push({ kind: 'buy', member, product, quantity: 1, day });
      out.push({ kind: 'sell', seller: member, customer, product, quantity: 1, day });
    }
  }
  return out;
}

/** Things a provision might look for. */
const looks: readonly ((run: PlanRun) => boolean)[] = [
  (run) => ledgerRows(run).length > 0,
  (run) => ledgerRows(run).some(({ level }) => level >= 2),
  (run) => ledgerRows(run).reduce((sum, { minor }) => sum + minor, 0) >= 5_000,
  (run) => new Set(ledgerRows(run).map(({ beneficiary }) => beneficiary)).size >= 2,
  (run) => run.acts.of.amount.slice(0, run.acts.length).some((minor) => minor > 20_000),
];

describe('the networks a lint looks at', () => {
  it('hold the smallest that shows a thing, as trying every list of events does', () => {
    let shown = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const drawn = randomPlan(seeded(seed));
      // No sums to reach: lists of the test buy one piece at a time.
      const rules = drawn.rules.map((rule) => ({ ...rule, conditions: [] }));
      const ranks = drawn.ranks.map((rank) => ({
        ...rank,
        ways: rank.ways.map((way) => ({ ...way, conditions: [] })),
      }));
      const plan = { ...drawn, ranks, rules };
      const compiled = compilePlan(plan);
      const found = smallNetworks(compiled, bound, 1);
      expect(found.events).toBe(bound.events);
      const all = allLists(plan).flatMap((events) => {
        const { run, refused } = playEvents(compiled, events);
        return refused === null ? [{ members: run.members.length, events, run }] : [];
      });
      for (const look of looks) {
        const sizes = all
          .filter(({ run }) => look(run))
          .map(({ members, events }) => members * 100 + events.length);
        const best = sizes.length === 0 ? null : Math.min(...sizes);
        const first = found.networks.find(({ events }) => look(playEvents(compiled, events).run));
        const size = first ? first.members * 100 + first.events.length : null;
        expect(size, `seed ${seed}`).toBe(best);
        shown += best === null ? 0 : 1;
      }
    }
    expect(shown).toBeGreaterThan(50);
  });

  it('stop at fewer events where there would be too many, and say so', () => {
    const plan = compilePlan(randomPlan(seeded(3)));
    const few = smallNetworks(plan, { ...bound, networks: 3 }, 1);
    expect(few.events).toBeLessThan(bound.events);
    expect(few.networks.length).toBeLessThanOrEqual(3);
  });
});
