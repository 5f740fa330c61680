import { expect, it } from 'vitest';
import type { TermList } from '../../src/model/terms.ts';
import { shippedPacks } from '../support/shipped-packs.ts';

const packs = await shippedPacks('eu', 'us');
const lists = new Map(packs.flatMap(({ terms }) => terms.map((one) => [one.id, one])));

/** Lists of one kind of claim, and what only one of the two may hold, with the reason. */
const shared = [
  {
    eu: 'eu.ucpd.cure',
    us: 'us.ftc.health',
    // Claims of approval have a list of their own in us; the disclaimer is that of 21 U.S.C. 343.
    only_eu: ['(fda|ema) approved'],
    only_us: ['disclaimer'],
  },
  { eu: 'eu.ucpd.income', us: 'us.ftc.earnings', only_eu: [], only_us: [] },
  { eu: 'eu.ucpd.free', us: 'us.ftc.free', only_eu: [], only_us: [] },
  { eu: 'eu.ucpd.review-reward', us: 'us.ftc.review-reward', only_eu: [], only_us: [] },
];

/** Entries and exceptions as they are looked for, by name. */
function wordsOf(id: string): Map<string, string> {
  const { entries, exceptions } = lists.get(id) as TermList;
  const named = [
    ...entries.map((one): [string, unknown] => [one.term, one]),
    ...exceptions.map(({ id: name, groups, when }): [string, unknown] => [name, { groups, when }]),
  ];
  return new Map(named.map(([name, words]) => [name, JSON.stringify(words)]));
}

it.each(shared)('$eu and $us look for the same, save what is said', (pair) => {
  const [eu, us] = [wordsOf(pair.eu), wordsOf(pair.us)];
  expect(eu.size).toBeGreaterThan(5);
  expect([...eu.keys()].filter((name) => !us.has(name))).toEqual(pair.only_eu);
  expect([...us.keys()].filter((name) => !eu.has(name))).toEqual(pair.only_us);
  const other = [...eu].filter(([name, words]) => us.has(name) && us.get(name) !== words);
  expect(other.map(([name]) => name)).toEqual([]);
});
