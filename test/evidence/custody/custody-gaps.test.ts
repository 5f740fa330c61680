import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/evidence/canonical-json.ts';
import { readCustody } from '../../../src/evidence/custody/custody-gaps.ts';
import { custody, item } from '../small-bag.ts';

const gaps = (items: unknown, raw: readonly string[] = []): readonly string[] =>
  readCustody({ ...custody, items }, raw).gaps;
const digest = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

describe('a record of custody', () => {
  it('is complete with every field, its raw files and its reviews', () => {
    expect(readCustody(custody, [item.sha256]).gaps).toEqual([]);
    expect(readCustody(custody, ['ff'.repeat(32)]).gaps).toEqual([`sha256:${'ff'.repeat(32)}`]);
    expect(readCustody({ ...custody, schema: 'x' }, []).gaps).toEqual(['schema']);
    expect(readCustody(null, []).gaps).toEqual(['schema']);
    expect(gaps([])).toEqual(['items']);
  });

  it.each(Object.keys(item))('is missed without %s', (field) => {
    const { [field as keyof typeof item]: _, ...without } = item;
    expect(gaps([without])).toEqual([`items[0].${field}`]);
  });

  it.each([
    ['lawful_basis', ''],
    ['lawful_basis', null],
    ['sha256', 'AB'],
    ['bytes', -1],
    ['collectors', []],
    ['collectors', [item.collectors[0]]],
    ['collectors', [item.collectors[0], item.collectors[0]]],
    ['ended_at', '2024-06-30T00:59:59Z'],
    ['previous_sha256', '00'.repeat(32)],
    ['reviews', item.reviews.slice(1)],
    ['reviews', [item.reviews[0], item.reviews[2]]],
    ['reviews', [{ ...item.reviews[0], at: '2024-06-30T01:59:59Z' }]],
  ])('is refused with %s %j', (field, value) => {
    expect(gaps([{ ...item, [field]: value }])[0]).toContain(`items[0].${field}`);
  });

  it('asks one collector of who does not enforce', () => {
    const own = { ...item, enforcement: false, collectors: [item.collectors[0]] };
    expect(gaps([own])).toEqual([]);
  });

  it('ties each item to the one before', () => {
    const second = { ...item, id: 'E2', previous_sha256: digest(item) };
    expect(gaps([item, second])).toEqual([]);
    expect(gaps([{ ...item, bytes: 1 }, second])).toEqual(['items[1].previous_sha256']);
    expect(gaps([item, { ...second, previous_sha256: null }])).toEqual([
      'items[1].previous_sha256',
    ]);
    expect(gaps([item, { ...second, id: 'E1' }])).toEqual(['items[].id']);
  });
});
