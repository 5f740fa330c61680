import { describe, expect, it } from 'vitest';
import type { Provision } from '../../src/model/provision.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { missingNeeds } from '../../src/provisions/needs.ts';
import { sample } from './sample-provision.ts';

type Reads = Provision['reads'];

function reading(...reads: Reads): Provision {
  return { ...sample, reads };
}

function table(
  read: number,
  ...columns_present: string[]
): NonNullable<Snapshot['tables']['member']> {
  return { read, refused: 0, columns_present };
}

const fee = { table: 'fee', required: ['member_id', 'paid_at'], optional: ['tier'] } as const;

describe('missingNeeds', () => {
  it.each([
    ['a table not supplied', {}, ['fee']],
    ['a table no source filled', { fee: table(5) }, ['fee']],
    [
      'an empty table, which proves nothing',
      { fee: table(0, 'member_id', 'paid_at') },
      ['fee rows'],
    ],
    ['a column no source filled', { fee: table(5, 'member_id') }, ['fee.paid_at']],
    ['nothing; the optional column may be absent', { fee: table(5, 'member_id', 'paid_at') }, []],
  ])('names %s', (_, supplied, needs) => {
    expect(missingNeeds(reading(fee), { tables: supplied, currency: 'CNY' })).toEqual(needs);
  });

  it('names every table when all are optional and none is there', () => {
    const either = reading(
      { table: 'plan', required: [], optional: ['enabled'] },
      { table: 'commission', required: [], optional: ['kind'] },
    );
    expect(missingNeeds(either, { tables: {}, currency: 'CNY' })).toEqual(['commission', 'plan']);
    expect(
      missingNeeds(either, { tables: { plan: table(0, 'enabled') }, currency: 'CNY' }),
    ).toEqual(['commission', 'plan rows']);
    expect(
      missingNeeds(either, { tables: { plan: table(1, 'enabled') }, currency: 'CNY' }),
    ).toEqual([]);
  });

  describe('for the recruitment network', () => {
    const network = reading({
      table: 'network_member',
      required: ['member_id', 'levels', 'crossed_30_3_on', 'earned_minor'],
      optional: [],
    });

    it.each([
      ['members', {}, ['member']],
      ['who recruited them', { member: table(9, 'member_id') }, ['member.recruiter_id']],
      ['at least one member', { member: table(0, 'recruiter_id') }, ['member rows']],
      [
        'what the columns are computed from',
        { member: table(9, 'recruiter_id') },
        ['commission.amount_minor', 'member.joined_at'],
      ],
      [
        'nothing more',
        { member: table(9, 'placement_id', 'joined_at'), commission: table(1, 'amount_minor') },
        [],
      ],
    ])('names %s', (_, supplied, needs) => {
      expect(missingNeeds(network, { tables: supplied, currency: 'CNY' })).toEqual(needs);
    });
  });

  describe('for money', () => {
    const supplied = { fee: table(5, 'member_id', 'paid_at') };
    const limit = (unit: string): Provision => ({
      ...reading(fee),
      parameters: [
        { name: 'limit', unit, values: [{ from: '2020-01-01', to: null, value: 1, cite: 'ours' }] },
      ],
    });

    it.each([
      ['euro_cent', 'EUR', []],
      ['euro_cent', 'CNY', ['currency EUR']],
      ['us_cent', 'EUR', ['currency USD']],
      ['fen', 'CNY', []],
      ['fen', 'USD', ['currency CNY']],
      ['day', 'USD', []],
      ['toString', 'USD', []],
    ])('compares %s with amounts in %s: wants %j', (unit, currency, needs) => {
      expect(missingNeeds(limit(unit), { tables: supplied, currency })).toEqual(needs);
    });
  });
});
