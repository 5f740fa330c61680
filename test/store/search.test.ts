import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvents } from '../../src/store/matters/append-events.ts';
import { openStore } from '../../src/store/open-store.ts';
import { searchMatters } from '../../src/store/search/search-matters.ts';
import { words } from '../../src/store/search/words.ts';
import type { Store } from '../../src/store/store.ts';
import { actorOf, eventOf, opening } from '../support/casework-histories.ts';
import { migratedPostgres } from '../support/migrated-postgres.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { addTenants } from '../support/store-tenants.ts';

let server: PostgresServer;
let store: Store;
const officer = actorOf('office', 'u1');

/** What matters are about: the title of each, by id; the second text is a later note. */
const texts: Readonly<Record<string, readonly [string, string]>> = {
  entry: ['缴纳入门费后拉人头返佣', '平台拒絕退還保證金'],
  refund: ['退货退款纠纷', 'Refund was refused, twice'],
  order: ['订单佣金返还', '返利佣金'],
  naming: ["O'Reilly \\ 商城 ＡＢＣ", 'naïve Ｐｙｒａｍｉｄ scheme'],
};

beforeAll(async () => {
  server = await migratedPostgres();
  store = await openStore({ database_url: server.url });
  await addTenants(store, 'office', 'mall', 'other');
  for (const [id, [title, note]] of Object.entries(texts)) {
    const first = opening(id, officer, 'office', 'c1', 'mall', title);
    const second = eventOf(id, 2, 'note', officer, { text: note });
    await store.as(officer, async (tx) => await appendEvents(tx, id, 0, [first, second]));
  }
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const find = async (question: string, who = officer): Promise<string[]> =>
  (await store.as(who, async (tx) => await searchMatters(tx, question))).toSorted();

describe('words of a text', () => {
  it('are words where there are spaces, and pairs where there are none', () => {
    expect(words('拒絕退款, Pyramid 12！')).toEqual([
      { text: '拒绝', place: 1 },
      { text: '绝退', place: 2 },
      { text: '退款', place: 3 },
      { text: '款', place: 4 },
      { text: 'pyramid', place: 6 },
      { text: '12', place: 8 },
    ]);
  });
});

describe('the search', () => {
  it.each([
    // In order and side by side: 返佣 is not 佣金返还, nor 返利佣金.
    ['返佣', ['entry']],
    ['佣金', ['order']],
    ['返', ['entry', 'order']],
    ['金', ['entry', 'order']],
    // Either script finds the other.
    ['退还保证金', ['entry']],
    ['退還', ['entry']],
    ['訂單', ['order']],
    // All terms, wherever in the matter they stand.
    ['入门费 退还', ['entry']],
    ['退货 refused', ['refund']],
    ['退货 返佣', []],
    // Other scripts: case, width, accents; a word finds what begins with it.
    ['REFUND', ['refund']],
    ['refus', ['refund']],
    ['fused', []],
    ['abc', ['naming']],
    ['naive pyramid', ['naming']],
    ["o'reilly \\", ['naming']],
    ["'; DROP TABLE event; --", []],
    ['货退', ['refund']],
    ['款纠纷退', []],
    ['', []],
    ['？！', []],
  ])('finds %s', async (question, matters) => {
    expect(await find(question)).toEqual(matters);
  });

  it('finds for a party only what it sees', async () => {
    // A complaint that nobody has accepted is not told to those it is about.
    const mall = actorOf('mall', 'p1', 'platform');
    expect(await find('返佣', mall)).toEqual([]);
    const accept = eventOf('entry', 3, 'accept', officer);
    await store.as(officer, async (tx) => await appendEvents(tx, 'entry', 2, [accept]));
    expect(await find('返佣', mall)).toEqual(['entry']);
    // The note stays with the office.
    expect(await find('保证金', mall)).toEqual([]);
    expect(await find('保证金')).toEqual(['entry']);
    expect(await find('返佣', actorOf('other', 'o1'))).toEqual([]);
    expect(await find('返佣', actorOf('public', 'c1', 'consumer', []))).toEqual(['entry']);
    expect(await find('返佣', actorOf('public', 'c2', 'consumer', []))).toEqual([]);
  });
});
