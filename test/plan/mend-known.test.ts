import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRowJudge, provisionsAboutPlans } from '../../src/inspect/judge-rows.ts';
import type { RowJudge } from '../../src/inspect/judge-rows.ts';
import type { Provision } from '../../src/model/provision.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { parsePlan } from '../../src/plan/language/parse-plan.ts';
import { mendPlan } from '../../src/plan/mend/mend-plan.ts';
import type { PlanMend } from '../../src/plan/mend/mend-plan.ts';
import { columnsOfRuns } from '../../src/plan/rows/run-rows.ts';
import { root } from '../tidy/repository.ts';

const as_of = '2026-11-01';
const bound = { members: 3, events: 4, networks: 20_000 };

let breaches: readonly Provision[] = [];
let rows: RowJudge | null = null;
beforeAll(async () => {
  const packs = await shippedPacks('cn');
  const about = provisionsAboutPlans(packs, columnsOfRuns, as_of);
  breaches = about.filter(({ finds }) => finds !== 'indication');
  rows = await openRowJudge(packs, 'CNY', columnsOfRuns);
}, 60_000);
afterAll(() => rows?.close());

async function mend(source: string): Promise<PlanMend> {
  const { plan, diagnostics } = parsePlan(source, 'plan');
  expect(diagnostics).toEqual([]);
  const judge = {
    screen: (...[sets, some]: Parameters<Parameters<typeof mendPlan>[2]['screen']>) =>
      rows!.screen(sets, some, as_of),
    decide: (...[tables, some]: Parameters<Parameters<typeof mendPlan>[2]['decide']>) =>
      rows!.decide(tables, some, as_of),
  };
  return await mendPlan(plan!, breaches, judge, { bound, grown_members: 40, as_of });
}

it('clears a fee and three levels of 10 % by dropping the fee and paying two levels', async () => {
  const { mendings, mended } = await mend(`
schema: polyprism.plan/1
id: three
title: {zh: 三层, en: Three}
currency: CNY
direct_selling_licence: none
products: [{id: goods, price: 100}]
ranks:
  - {id: member, enter: [{fee: 50}]}
rules:
  - {id: sale, base: downline_sale, depth: 1..3, rate: [10%, 10%, 10%]}
`);
  const clears = Object.fromEntries(
    mendings.map(({ provision, edits }) => [provision.id, edits?.join(' ')]),
  );
  // Art. 7 (2): the fee. Art. 7 (3): the third level. The criminal line: thirty people in three
  // levels who paid to join.
  expect(clears['cn.pyramid.art7p2']).toBe('drop_fee');
  expect(clears['cn.pyramid.art7p3']).toBe('depth_2');
  expect(clears['cn.criminal.art224-1']).toBe('drop_fee');
  expect(mended?.edits).toEqual(['depth_2', 'drop_fee']);
}, 120_000);

it('finds nothing to change in the two-level plan', async () => {
  const source = readFileSync(join(root, 'plans', 'two-level-affiliate.yaml'), 'utf8');
  const { mendings, mended } = await mend(source);
  expect([mendings, mended]).toEqual([[], null]);
}, 120_000);
