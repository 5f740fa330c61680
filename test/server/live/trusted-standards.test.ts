import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as alerts from '../../../src/server/contract/alerts.ts';
import * as events from '../../../src/server/contract/events.ts';
import { plansLint } from '../../../src/server/contract/plans.ts';
import { prechecksCreate, prechecksPlan } from '../../../src/server/contract/prechecks.ts';
import type { Client } from '../../../src/server/client.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer, Person } from '../../support/api-server.ts';
import { eventsOf } from '../../support/event-answer.ts';
import { decideTrust, publishedEdition } from '../../support/published-edition.ts';
import { planStandard } from '../../support/plan-standard.ts';
import { batchOf } from './live-requests.ts';

let api: ApiServer;
let shop: Client;
let hand: Person;
let other: Client;
let edition_id: string;

beforeAll(async () => {
  api = await apiServer();
  await addTenant(api, 'union', 'association');
  for (const id of ['shop', 'other']) await addTenant(api, id, 'platform');
  ({ edition_id } = await publishedEdition(api, 'union', 'ours', planStandard));
  // The second of April: sessions begun before it have ended.
  const as = async (user: string, tenant: string) =>
    api.client((await addPerson(api, user, tenant, ['handler', 'approver'])).headers);
  hand = await addPerson(api, 'hand', 'shop', ['handler', 'approver']);
  shop = api.client(hand.headers);
  other = await as('stranger', 'other');
});
afterAll(async () => await api.end());

const provision = 'ours.refund-in-time';
/** Back on 5 March (Shanghai); refunded on the thirteenth, after eight days, and on the twelfth. */
const row = (after_sale_id: string, day: string) => ({
  after_sale_id,
  received_back_at: '2026-03-05T02:00:00Z',
  refunded_at: `2026-03-${day}T02:00:00Z`,
  refunded_minor: 100,
});
const late = row('late', '13');
const fine = row('fine', '12');
const standard = () => ({
  edition_id,
  standard: 'ours',
  version: '0.1.0',
  publisher: '机构 union',
});

async function checked(by: Client, record: typeof late) {
  const answer = await by(prechecksCreate, { body: { table: 'after_sale', record } });
  if (!answer.ok) throw new Error(answer.problem.en);
  const { verdicts, standards } = answer.body;
  const one = verdicts.find((verdict) => verdict.provision === provision) ?? null;
  return { standards, one };
}

const plan = await readFile(new URL('../../../plans/huasheng-2017.yaml', import.meta.url), 'utf8');

/** The smallest search there is. */
const smallest = {
  packs: ['us'],
  as_of: '2026-03-01',
  members: 1,
  events: 1,
  seconds: 300,
};

async function judgedPlan(by: Client) {
  const answer = await by(prechecksPlan, { body: { plan } });
  if (!answer.ok) throw new Error(answer.problem.en);
  const { standards, tests } = answer.body;
  const law = tests.filter((test) => test.standard === null).length;
  return { standards, law, one: tests.find((test) => test.provision === 'ours.one-level') };
}

async function standing(by: Client) {
  const query = { standing: 'true', about: provision } as const;
  const answer = await by(alerts.alertsList, { query });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.body.items;
}

async function sent(by: Client): Promise<void> {
  const list = [late, fine].map((after_sale) => ({
    id: `refund-${after_sale.after_sale_id}`,
    at: '2026-04-01T00:00:00Z',
    kind: 'order.refunded',
    rows: { after_sale: [after_sale] },
  }));
  const answer = await by(events.eventsAppend, { body: batchOf(list) });
  if (!answer.ok) throw new Error(answer.problem.en);
  expect(answer.body.items.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
}

/** Looked at again every few tenths of a second. */
const soon = { timeout: 60_000, interval: 100 };

describe('a published standard judges records and live data', () => {
  it('of nobody who does not trust its publisher', async () => {
    await sent(shop);
    await sent(other);
    expect(await checked(shop, late)).toEqual({ standards: [], one: null });
    expect(await standing(shop)).toEqual([]);
    expect(await judgedPlan(shop)).toMatchObject({ standards: [], one: undefined });
  });

  it('of whoever trusts it, from then on, and is named with its publisher', async () => {
    await decideTrust(shop, 'union', true);
    await vi.waitFor(async () => {
      expect((await checked(shop, late)).standards).toMatchObject([standard()]);
    }, soon);
    expect((await checked(shop, late)).one).toMatchObject({
      verdict: 'breach',
      standard: standard(),
      evidence: [{ days: 8 }],
    });
    expect((await checked(shop, fine)).one).toMatchObject({ verdict: 'no_breach' });
    const { law: provisions, ...judged } = await judgedPlan(shop);
    expect(provisions).toBeGreaterThan(0);
    // Its table of levels has more than one.
    expect(judged).toMatchObject({
      standards: [standard()],
      one: { verdict: 'met', finds: 'breach', standard: standard() },
    });
    expect((await judgedPlan(other)).one).toBeUndefined();
    // The plan lab is a process of its own, which finds the signature good again.
    const told = await eventsOf(api.url, plansLint, hand.headers, { ...smallest, plan });
    const { packs, tests } = told.at(-1)?.data ?? {};
    expect(packs.map(({ id }: any) => id)).toEqual(['us', 'ours']);
    expect(tests.find((test: any) => test.provision === 'ours.one-level')).toMatchObject({
      verdict: 'met',
      standard: standard(),
    });
    expect(tests.filter((test: any) => test.standard === null).length).toBeGreaterThan(0);
    const untrusted = await other(plansLint, {
      body: { ...smallest, standards: [edition_id], plan },
    });
    expect(!untrusted.ok && untrusted.problem.code).toBe('standards.not_trusted');
    const law = await shop(prechecksCreate, {
      body: { table: 'listing', record: { listing_id: 'L1', title: '全网第一面膜' } },
    });
    expect(law.ok && law.body.verdicts.every((one) => one.standard === null)).toBe(true);
    await vi.waitFor(async () => expect((await standing(shop)).length).toBe(1), soon);
    expect(await standing(shop)).toMatchObject([
      { subject: { table: 'after_sale', id: 'late' }, verdict: 'breach', standard: standard() },
    ]);
    expect(await checked(other, late)).toEqual({ standards: [], one: null });
    expect(await standing(other)).toEqual([]);
  });

  it('and no longer when that is withdrawn', async () => {
    await decideTrust(shop, 'union', false);
    await vi.waitFor(async () => {
      expect(await checked(shop, late)).toEqual({ standards: [], one: null });
    }, soon);
    await vi.waitFor(async () => expect(await standing(shop)).toEqual([]), soon);
    const ended = await shop(alerts.alertsList, { query: { about: provision } });
    // Which standard it was of is still told.
    expect(ended.ok && ended.body.items).toMatchObject([
      { subject: { id: 'late' }, standard: standard(), cleared: { event: 'packs' } },
    ]);
  });
});
