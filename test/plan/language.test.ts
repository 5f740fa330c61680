import { describe, expect, it } from 'vitest';
import { seeded } from '../../src/generate/random.ts';
import { limits } from '../../src/model/limits.ts';
import { formatDiagnostic } from '../../src/packs/diagnostic.ts';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import { printPlan } from '../../src/plan/language/print-plan.ts';
import { randomPlan } from './random-plan.ts';

const sound = `schema: polyprism.plan/1
id: two-star
title: {zh: 两星, en: Two stars}
currency: CNY
products:
  - {id: tea, price: 99.90, cost: 40}
ranks:
  - {id: guest, recruits: false}
  - {id: star, enter: [{fee: 128, refund_days: 7}, {if: {team: {at_least: 30, of: star}}}]}
rules:
  - {id: fee, base: entry_fee, depth: 1..3, rate: [40%, 12.5%, 0.05%], ranks: [star]}
  - {id: sale, base: downline_sale, depth: 1.., rate: 3%, products: [tea], of: margin}
`;

/** The places and codes of what is wrong, in order. */
function faults(text: string): string[] {
  return parsePlan(text, 'plan.yaml').diagnostics.map(
    ({ place, code }) => `${place.line}:${place.column} ${code}`,
  );
}

describe('a plan in YAML', () => {
  it('is read exactly: amounts in minor units, rates in parts of a million', () => {
    const { plan } = parsePlan(sound, 'plan.yaml');
    expect(plan?.products[0]).toEqual({
      id: 'tea',
      title: null,
      price_minor: 9990,
      cost_minor: 4000,
      market_price_minor: null,
    });
    expect(plan?.ranks[1]?.ways).toEqual([
      {
        fee: { amount_minor: 12_800, refundable_ppm: 1_000_000, refundable_days: 7 },
        buys: null,
        conditions: [],
        by: null,
      },
      {
        fee: null,
        buys: null,
        conditions: [{ measure: 'team', at_least: 30, of: 'star' }],
        by: null,
      },
    ]);
    const [fee, sale] = plan?.rules ?? [];
    expect(fee?.pay).toEqual({ kind: 'rate', ppm: [400_000, 125_000, 500] });
    expect([sale?.depth_first, sale?.depth_last, sale?.of]).toEqual([1, null, 'margin']);
  });

  it('says where it is wrong and what to write, as a compiler does', () => {
    const text = sound.replace('ranks: [star]}', 'ranks: [stern]}');
    const [one] = parsePlan(text, 'plan.yaml').diagnostics;
    expect(formatDiagnostic(one!, text)).toBe(
      `plan.yaml:11:80: plan.unknown_rank: There is no rank 'stern'. ` +
        `Ranks of this plan: guest, star.\n` +
        `11 |   - {id: fee, base: entry_fee, depth: 1..3, rate: [40%, 12.5%, 0.05%], ` +
        `ranks: [stern]}\n` +
        `   | ${' '.repeat(79)}^^^^^`,
    );
    expect(formatDiagnostic(one!, text, 'zh')).toContain(
      '没有等级“stern”。本方案的等级：guest, star。',
    );
  });

  it.each([
    ['no YAML', 'id: two-star', 'id: [two', 'plan.yaml', 'title'],
    ['a date that is none', 'id: two-star', 'id: x\nfrom: 2020-02-30', 'plan.bad_date', '2020'],
    ['a key nobody knows', 'cost: 40', 'kost: 40', 'plan.unknown_key', 'kost'],
    ['no currency', 'currency: CNY\n', '', 'plan.missing_key', 'schema:'],
    ['a third digit of yuan', '99.90', '99.905', 'plan.wrong_value', '99.905'],
    ['a rate without its sign', 'rate: 3%', 'rate: 3', 'plan.wrong_value', '3,'],
    ['a rate above all there is', 'rate: 3%', 'rate: 100.0001%', 'plan.wrong_value', '100.0'],
    ['a depth backwards', '1..3', '3..1', 'plan.wrong_value', '3..1'],
    ['figures that do not match depths', '1..3', '1..2', 'plan.depth_count', '[40%'],
    ['two figures without end', 'rate: 3%', 'rate: [3%, 2%]', 'plan.depth_count', '[3%'],
    ['an id twice', 'id: sale', 'id: fee', 'plan.twice', 'fee, base: down'],
    ['a product that is not sold', '[tea]', '[coffee]', 'plan.unknown_product', 'coffee'],
    ['a rank in a condition', 'of: star}}', 'of: moon}}', 'plan.unknown_rank', 'moon'],
    ['two ways to pay', 'rate: 3%', 'rate: 3%, amount: 5', 'plan.one_pay', 'downline_sale'],
    ['no way to pay', 'rate: 3%, ', '', 'plan.one_pay', 'downline_sale'],
    ['a share of a head', 'base: entry_fee', 'base: headcount', 'plan.one_pay', 'headcount'],
    [
      'a rank out of reach',
      'recruits: false}',
      'recruits: false}\n  - {id: x}',
      'plan.unreached_rank',
      'x}',
    ],
    ['a refund of no fee', 'fee: 128, ', 'by: application, ', 'plan.key_unused', 'refund_days'],
    ['a tree there is not', 'of: margin', 'tree: placement', 'plan.key_unused', 'tree'],
    ['margins without costs', ', cost: 40', '', 'plan.no_cost', 'tea'],
    ['an own sale from afar', 'downline_sale', 'own_sale', 'plan.own_sale_depth', '1..,'],
    ['goods for a fee', '0.05%]', '0.05%], products: [tea]', 'plan.key_for_base', 'products'],
  ])('with %s is refused at its place', (_, old, by, code, pointed) => {
    expect(sound).toContain(old);
    const text = sound.replace(old, by);
    const { plan, diagnostics } = parsePlan(text, 'plan.yaml');
    expect(plan).toBeNull();
    const lines = text.split('\n');
    const seen = diagnostics.map(({ code: told, place }) => ({
      told,
      at: lines[(place.line ?? 0) - 1]?.slice((place.column ?? 0) - 1).startsWith(pointed),
    }));
    expect(seen).toContainEqual({ told: code, at: true });
  });

  it('reads anew as the same plan once printed', () => {
    expect(printPlan(parsePlan(sound, '').plan!)).toBe(`schema: polyprism.plan/1
id: two-star
title:
  zh: 两星
  en: Two stars
currency: CNY
products:
  - id: tea
    price: 99.90
    cost: 40
ranks:
  - id: guest
    recruits: false
  - id: star
    enter:
      - fee: 128
        refund_days: 7
      - if:
          team:
            at_least: 30
            of: star
rules:
  - id: fee
    base: entry_fee
    depth: 1..3
    rate:
      - 40%
      - 12.5%
      - 0.05%
    ranks:
      - star
  - id: sale
    base: downline_sale
    depth: 1..
    rate: 3%
    of: margin
    products:
      - tea
`);
    for (let seed = 1; seed <= 300; seed++) {
      const plan = randomPlan(seeded(seed));
      const { plan: again, diagnostics } = parsePlan(printPlan(plan), `seed-${seed}`);
      expect(diagnostics, `seed ${seed}`).toEqual([]);
      expect(again, `seed ${seed}`).toEqual(plan);
    }
  });

  it('has as many of anything as the limit and no more', () => {
    const most = limits.plan_items_max;
    const ranked = (count: number): string =>
      sound.replace(
        'rules:',
        Array.from(
          { length: count - 2 },
          (_, i) => `  - {id: x${i}, enter: [{by: appointment}]}\n`,
        ).join('') + 'rules:',
      );
    expect(faults(ranked(most - 1))).toEqual([]);
    expect(faults(ranked(most))).toEqual([]);
    expect(faults(ranked(most + 1))).toEqual(['8:3 plan.too_many']);
    const deep = (depth: number): string => sound.replace('depth: 1..,', `depth: ${depth},`);
    const deepest = limits.plan_depth_max;
    expect(faults(deep(deepest - 1))).toEqual([]);
    expect(faults(deep(deepest))).toEqual([]);
    expect(faults(deep(deepest + 1))).toEqual(['12:44 plan.wrong_value']);
    const long = (bytes: number): string => sound + '#'.repeat(bytes - Buffer.byteLength(sound));
    const longest = limits.plan_bytes_max;
    expect(faults(long(longest - 1))).toEqual([]);
    expect(faults(long(longest))).toEqual([]);
    expect(faults(long(longest + 1))).toEqual(['1:1 plan.too_large']);
  });
});
