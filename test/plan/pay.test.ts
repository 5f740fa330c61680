import { describe, expect, it } from 'vitest';
import { seeded } from '../../src/generate/random.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { PlanEvent } from '../../src/model/plan-event.ts';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import { compilePlan } from '../../src/plan/pay/compile-plan.ts';
import { ledgerRows } from '../../src/plan/pay/ledger-rows.ts';
import { restart, startRun } from '../../src/plan/pay/plan-run.ts';
import { playEvent, playEvents } from '../../src/plan/pay/play-events.ts';
import { shareOf } from '../../src/plan/pay/share.ts';
import { slowPay } from '../oracle/slow-pay.ts';
import { randomEvent, randomPlan } from './random-plan.ts';

function planOf(text: string): Plan {
  const { plan, diagnostics } = parsePlan(text, 'plan.yaml');
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return plan;
}

const head = `
schema: polyprism.plan/1
id: test
title: {zh: 试, en: Test}
currency: CNY
`;

const join = (recruiter: number | null, rank: string, day = 0): PlanEvent => ({
  kind: 'join',
  recruiter,
  rank,
  way: 0,
  day,
});

/** 'beneficiary<source@level minor rule', in order. */
function told(plan: Plan, events: readonly PlanEvent[]): string[] {
  const { run, refused } = playEvents(compilePlan(plan), events);
  expect(refused).toBeNull();
  return ledgerRows(run).map(
    (row) =>
      `${row.beneficiary}<${row.source ?? '-'}@${row.level} ${row.minor} ${row.rule ?? 'limit'}` +
      (row.reversed ? ' reversed' : ''),
  );
}

describe('the pay engine', () => {
  const levels = planOf(`${head}
products: [{id: tea, price: 99.99, cost: 40}]
ranks:
  - {id: guest, recruits: false}
  - {id: star, enter: [{fee: 128, refund_days: 7}, {if: {recruits: {at_least: 2, of: star}}}]}
rules:
  - {id: head, base: headcount, amount: 5, payer_ranks: [star]}
  - {id: fee, base: entry_fee, depth: 1..2, rate: [40%, 12.5%], ranks: [star]}
  - {id: sale, base: downline_sale, depth: 0..2, rate: [1%, 10%, 5%], ranks: [star]}
`);

  it('pays each level its share, down to the fen, and nobody without the rank', () => {
    const events: PlanEvent[] = [
      join(null, 'star'),
      join(0, 'star'),
      join(1, 'star'),
      join(1, 'guest'),
      { kind: 'buy', member: 3, product: 'tea', quantity: 2, day: 1 },
      { kind: 'sell', seller: 2, customer: 0, product: 'tea', quantity: 1, day: 1 },
    ];
    // 12,800 x 40 % = 5,120; x 12.5 % = 1,600. 19,998 x 10 % = 1,999.8; x 5 % = 999.9.
    // 9,999 x 10 % = 999.9 to the seller, x 5 % = 499.95 to the one above.
    expect(told(levels, events)).toEqual([
      '0<1@1 500 head',
      '0<1@1 5120 fee',
      '1<2@1 500 head',
      '1<2@1 5120 fee',
      '0<2@2 1600 fee',
      '1<3@1 1999 sale',
      '0<3@2 999 sale',
      '2<-@1 999 sale',
      '1<-@2 499 sale',
    ]);
  });

  it('takes back what was paid out of money that comes back, and nothing after its days', () => {
    const events: PlanEvent[] = [join(null, 'star', 0), join(0, 'star', 0)];
    const late = [...events, { kind: 'refund', event: 1, day: 8 }] as const;
    expect(playEvents(compilePlan(levels), late).refused).toBe(2);
    expect(told(levels, [...events, { kind: 'refund', event: 1, day: 7 }])).toEqual([
      '0<1@1 500 head reversed',
      '0<1@1 5120 fee reversed',
    ]);
    const again = [
      ...events,
      { kind: 'refund', event: 1, day: 7 },
      { kind: 'refund', event: 1, day: 7 },
    ] as const;
    expect(playEvents(compilePlan(levels), again).refused).toBe(3);
  });

  it('gives ranks that come by themselves after paying by the ranks there were', () => {
    const climbing = planOf(`${head}
ranks:
  - {id: one}
  - {id: two, enter: [{if: {team: 2}}]}
rules:
  - {id: low, base: headcount, amount: 1, ranks: [one]}
  - {id: high, base: headcount, amount: 7, ranks: [two]}
  - {id: risen, base: headcount, amount: 100, payer_ranks: [two]}
`);
    const events = [join(null, 'one'), join(0, 'one'), join(1, 'one'), join(1, 'one')];
    // The third makes 0 a two, and so pays nobody above; the fourth makes 1 a two: 0 is paid.
    expect(told(climbing, events)).toEqual([
      '0<1@1 100 low',
      '1<2@1 100 low',
      '1<3@1 100 low',
      '0<1@1 10000 risen',
    ]);
  });

  it('pays differences of level so that they add up to the highest', () => {
    const steps = planOf(`${head}
products: [{id: tea, price: 9.99}]
ranks: [{id: a}, {id: b, enter: [{by: appointment}]}, {id: c, enter: [{by: appointment}]}]
rules: [{id: step, base: level_difference, by_rank: {a: 3.3333%, b: 10%, c: 15.5%}}]
`);
    const events: PlanEvent[] = [
      join(null, 'c'),
      join(0, 'b'),
      join(1, 'b'),
      join(2, 'a'),
      { kind: 'sell', seller: 3, customer: 0, product: 'tea', quantity: 1, day: 0 },
    ];
    // 999 fen: 33.3, 99.9, 154.845 whole: 33, 99 and 154; the differences are 33, 66 and 55.
    expect(told(steps, events)).toEqual(['3<-@1 33 step', '2<-@2 66 step', '0<-@4 55 step']);
  });

  it('passes over those who do not qualify where levels are compressed', () => {
    const text = (compressed: string): string => `${head}
ranks: [{id: a}, {id: b, enter: [{by: appointment}]}]
rules: [{id: fee, base: headcount, depth: 1..2, amount: [2, 1], ranks: [b]${compressed}}]
`;
    const events = [join(null, 'b'), join(0, 'a'), join(1, 'b'), join(2, 'a')];
    const before = ['0<1@1 200 fee'];
    expect(told(planOf(text('')), events)).toEqual([...before, '0<2@2 100 fee', '2<3@1 200 fee']);
    expect(told(planOf(text(', compressed: true')), events)).toEqual([
      ...before,
      '0<2@1 200 fee',
      '2<3@1 200 fee',
      '0<3@2 100 fee',
    ]);
  });

  it('holds the month to its share of own sales, and caps what a rule pays in it', () => {
    const held = planOf(`${head}
products: [{id: tea, price: 100}]
ranks: [{id: a}]
rules:
  - {id: team, base: downline_sale, depth: 1..2, rate: 40%, cap: {amount: 60, per: month}}
limit: {rate: 30%, of: own_sales}
`);
    const sell = (seller: number, customer: number, day: number): PlanEvent => ({
      kind: 'sell',
      seller,
      customer,
      product: 'tea',
      quantity: 1,
      day,
    });
    const events: PlanEvent[] = [
      join(null, 'a'),
      join(0, 'a'),
      sell(1, 0, 1),
      sell(1, 0, 2),
      { kind: 'month_end', day: 30 },
      sell(0, 1, 31),
      { kind: 'month_end', day: 60 },
    ];
    // First month: 40 + 20 each. 1 sold 200 and may have 60; 0 sold nothing.
    expect(told(held, events)).toEqual([
      '1<-@1 4000 team',
      '0<-@2 4000 team',
      '1<-@1 2000 team',
      '0<-@2 2000 team',
      '0<-@0 -6000 limit',
      '0<-@1 4000 team',
      '0<-@0 -1000 limit',
    ]);
  });

  it('fills the places of a matrix level by level', () => {
    const matrix = planOf(`${head}
ranks: [{id: a, enter: [{fee: 10}]}]
placement: {width: 2}
rules: [{id: slot, base: entry_fee, tree: placement, depth: 2, rate: 100%}]
`);
    // 1 and 2 stand under 0; 3 and 4 under 1; 5 under 2. All were brought in by 0.
    const events = [join(null, 'a'), ...Array.from({ length: 5 }, () => join(0, 'a'))];
    expect(told(matrix, events)).toEqual(['0<3@2 1000 slot', '0<4@2 1000 slot', '0<5@2 1000 slot']);
  });

  it('agrees with the slow engine on random plans and events', () => {
    let rows = 0;
    const bases = new Set<string>();
    for (let seed = 1; seed <= 500; seed++) {
      const random = seeded(seed);
      const plan = randomPlan(random);
      const run = startRun(compilePlan(plan), 1);
      const events: PlanEvent[] = [];
      for (let tries = 0; tries < 60; tries++) {
        const event = randomEvent(random, plan, run.members.length, events.length);
        if (playEvent(run, event)) events.push(event);
      }
      const fast = ledgerRows(run);
      expect(fast, `seed ${seed}`).toEqual(slowPay(plan, events));
      rows += fast.length;
      for (const { rule } of fast) {
        bases.add(plan.rules.find(({ id }) => id === rule)?.base ?? 'limit');
      }
      restart(run);
      for (const event of events) playEvent(run, event);
      expect(ledgerRows(run), `seed ${seed} again`).toEqual(fast);
    }
    expect(rows).toBeGreaterThan(3_000);
    expect(bases.size).toBe(6);
  });
});

describe('a share of an amount', () => {
  it('is exact where a floating product is not', () => {
    const random = seeded(7);
    for (let i = 0; i < 20_000; i++) {
      const minor = random.below(1e15);
      const ppm = random.below(1_000_001);
      const exact = BigInt(minor) * BigInt(ppm);
      expect(shareOf(minor, ppm, false)).toBe(Number(exact / 1_000_000n));
      expect(shareOf(minor, ppm, true)).toBe(Number((exact + 500_000n) / 1_000_000n));
    }
    expect(shareOf(-5, 500_000, true)).toBe(0);
  });
});
