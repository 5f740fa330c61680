import { describe, expect, it } from 'vitest';
import { measuredCosts } from '../../src/cost/measured-costs.ts';
import { parseUnitCosts, unitCostNames } from '../../src/cost/unit-costs.ts';

const sheet = {
  schema: 'polyprism.unit-costs/1',
  measured_on: '2026-01-02',
  machine: 'a machine',
  members: 1000,
  orders: 10_000,
  costs: { fixed_s: 1.5 },
};

const others: readonly { readonly value: unknown }[] = [
  null,
  [],
  'text',
  { ...sheet, schema: 'polyprism.unit-costs/2' },
  { ...sheet, machine: 1 },
  { ...sheet, measured_on: undefined },
  { ...sheet, members: 0 },
  { ...sheet, orders: Number.NaN },
  { ...sheet, costs: null },
  { ...sheet, costs: { other_s: 1 } },
  { ...sheet, costs: { toString: 1 } },
  { ...sheet, costs: { fixed_s: -1 } },
  { ...sheet, costs: { fixed_s: '1' } },
].map((value) => ({ value }));

describe('a sheet of unit costs', () => {
  it('is read as it was written', () => {
    expect(parseUnitCosts(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
    expect(parseUnitCosts({ ...sheet, note: 'more' })).toEqual(sheet);
  });

  it.each(others)('is nothing else: %j', ({ value }) => {
    expect(parseUnitCosts(value)).toBeNull();
  });

  it('is bundled whole', () => {
    expect(Object.keys(measuredCosts.costs)).toEqual(unitCostNames);
    expect(parseUnitCosts(measuredCosts)).toEqual(measuredCosts);
  });
});
