import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Finding, Provision } from '../../src/model/provision.ts';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import { printPlan } from '../../src/plan/language/print-plan.ts';
import { lintPlan } from '../../src/plan/lint/lint-plan.ts';
import type { Judge } from '../../src/plan/lint/screen-all.ts';
import { costOf, edited, editNames } from '../../src/plan/mend/edits.ts';
import type { EditName } from '../../src/plan/mend/edits.ts';
import { mendedText } from '../../src/plan/mend/mended-text.ts';
import { mendPlan } from '../../src/plan/mend/mend-plan.ts';
import { moneyEffect } from '../../src/plan/mend/money-effect.ts';
import { planWith, setsOfEdits } from '../../src/plan/mend/sets-of-edits.ts';
import type { RowTables } from '../../src/plan/rows/run-rows.ts';
import { root } from '../tidy/repository.ts';

function sourceOf(name: string): string {
  return readFileSync(join(root, 'plans', `${name}.yaml`), 'utf8');
}

function known(name: string): Plan {
  return parsePlan(sourceOf(name), name).plan!;
}

/** Stand-ins for provisions: each a look at the rows, by id. */
const looks: Readonly<Record<string, (tables: RowTables) => boolean>> = {
  fee: ({ fee }) => (fee ?? []).some((row) => Number(row['amount_minor']) > 0),
  third: ({ commission }) => (commission ?? []).some((row) => Number(row['level']) >= 3),
  entrance: ({ commission }) => (commission ?? []).some((row) => row['kind'] === 'entry_fee'),
  always: () => true,
};

const reads = [
  { table: 'fee', required: ['fee_id', 'amount_minor'], optional: [] },
  { table: 'commission', required: ['commission_id', 'kind', 'level'], optional: [] },
];
const all = Object.keys(looks).map(
  (id) => ({ id, reads, parameters: [], cannot_tell: null }) as unknown as Provision,
);
const provisions = all.filter(({ id }) => id !== 'always');

const judge: Judge = {
  // Everything is asked one by one: what is asked at once is tested where the packs are.
  screen: () => Promise.resolve(new Map()),
  decide: (tables, some) => {
    const met = some.filter(({ id }) => looks[id]!(tables));
    const findings = met.map(({ id }) => ({ provision: id }) as unknown as Finding);
    return Promise.resolve({ findings, verdicts: [] });
  },
};

const bound = { members: 3, events: 4, networks: 20_000 };
const options = { bound, grown_members: 4, as_of: '2026-11-01' };

describe('mending a plan', () => {
  it('finds the cheapest set of changes for each provision and for all', async () => {
    const { mendings, mended } = await mendPlan(known('huasheng-2017'), provisions, judge, options);
    // By hand: the fee goes only with drop_fee, the third level with a cut at two, and pay out
    // of fees with pay_from_sales; without a fee there is nothing to pay out of.
    expect(mendings.map(({ provision, edits }) => [provision.id, edits])).toEqual([
      ['fee', ['drop_fee']],
      ['third', ['depth_2']],
      ['entrance', ['pay_from_sales']],
    ]);
    expect(mended?.edits).toEqual(['depth_2', 'drop_fee']);
    const clears = [...mended!.clears].map(([edit, some]) => [edit, some.map(({ id }) => id)]);
    expect(clears).toEqual([
      ['depth_2', ['third']],
      ['drop_fee', ['fee', 'entrance']],
    ]);
  });

  it('clears a plan of three levels at 10 % with an entry fee by hand', async () => {
    const source = `# Ten per cent three levels up, and a fee.
schema: polyprism.plan/1
id: three
title: {zh: 三层, en: Three}
currency: CNY
products: [{id: goods, price: 100}] # the only goods
ranks:
  - {id: member, enter: [{fee: 50}]}
rules:
  # Paid out of what recruits pay as well.
  - {id: sale, base: downline_sale, depth: 1..3, rate: [10%, 10%, 10%]}
`;
    const { plan } = parsePlan(source, 'three');
    const { mended } = await mendPlan(plan!, provisions, judge, options);
    expect(mended?.edits).toEqual(['depth_2', 'drop_fee']);
    const text = mendedText(source, plan!, mended!.plan);
    // What is changed is spaced by the printer; all other lines stand as they stood.
    const changed = source.split('\n');
    changed[7] = '  - { id: member, enter: [ { by: application } ] }';
    changed[10] = '  - { id: sale, base: downline_sale, depth: 1..2, rate: [ 10%, 10% ] }';
    expect(text).toBe(changed.join('\n'));
    expect(printPlan(parsePlan(text, 'three').plan!)).toBe(printPlan(mended!.plan));
  });

  it('needs every change it names, on known plans', async () => {
    for (const name of ['huasheng-2017', 'yuhang-app', 'yunzai-zhijian', 'baoyue']) {
      const plan = known(name);
      const { mended } = await mendPlan(plan, provisions, judge, options);
      if (mended === null) continue;
      const metUnder = async (edits: readonly EditName[]): Promise<number> => {
        const { tests } = await lintPlan(planWith(plan, edits), provisions, judge, options);
        return tests.filter(({ verdict }) => verdict === 'met').length;
      };
      expect(await metUnder(mended.edits)).toBe(0);
      for (const edit of mended.edits) {
        expect(await metUnder(mended.edits.filter((one) => one !== edit))).toBeGreaterThan(0);
        expect(mended.clears.get(edit)!.length).toBeGreaterThan(0);
      }
    }
  }, 120_000);

  it('says what no change clears, and mends the rest', async () => {
    const { mendings, mended } = await mendPlan(known('huasheng-2017'), all, judge, options);
    expect(mendings.find(({ provision }) => provision.id === 'always')?.edits).toBeNull();
    expect(mended?.edits).toEqual(['depth_2', 'drop_fee']);
  });

  it('changes nothing where nothing is met', async () => {
    const { mendings, mended } = await mendPlan(
      known('two-level-affiliate'),
      provisions,
      judge,
      options,
    );
    expect([mendings, mended]).toEqual([[], null]);
  });
});

describe('the changes', () => {
  it('are tried from the cheapest, each plan once, and can be written down', () => {
    for (const name of ['huasheng-2017', 'yuhang-app', 'forsage-matrix', 'jicunxi']) {
      const plan = known(name);
      const sets = setsOfEdits(plan);
      const costs = sets.map(({ edits }) => costOf(edits));
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      expect(new Set(sets.map((one) => JSON.stringify(one.plan))).size).toBe(sets.length);
      expect(sets.length).toBeGreaterThan(3);
      for (const one of sets) {
        expect(planWith(plan, one.edits)).toEqual(one.plan);
        const text = mendedText(sourceOf(name), plan, one.plan);
        expect(printPlan(parsePlan(text, name).plan!)).toBe(printPlan(one.plan));
        // Comments at the top stay.
        expect(text.split('\n')[0]).toBe(sourceOf(name).split('\n')[0]);
      }
    }
  });

  it('change what each names', () => {
    const plan = known('huasheng-2017');
    const rules = (edit: EditName): unknown =>
      planWith(plan, [edit]).rules.map(({ base, depth_last, pay, buyers }) => [
        base,
        depth_last,
        pay.kind === 'rate' ? pay.ppm : null,
        buyers,
      ]);
    const fee = [400_000, 100_000, 50_000];
    const sale = [180_000, 50_000, 30_000];
    expect(rules('depth_2')).toEqual([
      ['entry_fee', 2, fee.slice(0, 2), 'everyone'],
      ['downline_sale', 2, sale.slice(0, 2), 'everyone'],
    ]);
    expect(rules('pay_from_sales')).toEqual([
      ['downline_sale', 3, fee, 'customers'],
      ['downline_sale', 3, sale, 'everyone'],
    ]);
    expect(rules('retail_only')).toEqual([
      ['entry_fee', 3, fee, 'everyone'],
      ['downline_sale', 3, sale, 'customers'],
    ]);
    expect(planWith(plan, ['drop_fee']).ranks[1]?.ways[0]).toMatchObject({
      fee: null,
      by: 'application',
    });
    const refunded = planWith(plan, ['refund_fee']).ranks[1]?.ways[0]?.fee;
    expect(refunded?.refundable_ppm).toBe(1_000_000);
    expect(planWith(plan, ['limit_30']).limit).toEqual({ rate_ppm: 300_000 });
    expect(edited(known('one-level-affiliate'), 'depth_1')).toBeNull();
    expect(editNames.length).toBe(7);
  });
});

it('plays both plans with the same people, from the same seeds', () => {
  const plan = known('huasheng-2017');
  const same = moneyEffect(plan, plan, 7)!;
  expect(same.after).toEqual(same.before);
  // Without fees the last tenth, who recruit nobody in time, cannot be below nothing.
  const effect = moneyEffect(plan, planWith(plan, ['drop_fee']), 7)!;
  expect(effect.before).toEqual(same.before);
  expect(effect.before.tenths[9]!.net_minor.q50).toBeLessThan(0);
  expect(effect.after.tenths[9]!.net_minor.q50).toBeGreaterThanOrEqual(0);
  expect(effect.after.members).toEqual(effect.before.members);
});
