import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as alerts from '../../../src/server/contract/alerts.ts';
import * as events from '../../../src/server/contract/events.ts';
import { keysCreate } from '../../../src/server/contract/keys.ts';
import { systemActor } from '../../../src/store/store.ts';
import { addPerson, addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { vendureShop } from '../../support/vendure-shop.ts';
import type { Ask, VendureShop } from '../../support/vendure-shop.ts';

/** Opt-in: Vendure is fetched from npm (425 packages) and takes most of a minute to start. */
const without = process.env['POLYPRISM_VENDURE'] !== '1';

const mapping = new URL('../../../examples/vendure/vendure.yaml', import.meta.url);
const soon = { timeout: 120_000, interval: 500 };
let api: ApiServer;
let shop: VendureShop;

beforeAll(async () => {
  if (without) return;
  api = await apiServer();
  setClock();
  await addTenant(api, 'shop', 'platform');
  const admin = api.client((await addPerson(api, 'boss', 'shop', ['admin', 'handler'])).headers);
  const body = { name: 'vendure', scopes: ['events:write' as const], days: 90 };
  const key = await admin(keysCreate, { body: { ...body, roles: ['handler'] } });
  if (!key.ok) throw new Error(key.problem.en);
  shop = await vendureShop(new URL('/api/v1/hooks/vendure', api.url).href, key.body.token);
  setClock();
}, 900_000);
afterAll(async () => {
  if (without) return;
  await shop.stop();
  await api.end();
});

/** The shop's clock is the machine's, and what is far ahead of ours would be refused. */
function setClock(): void {
  api.wait((Date.now() - api.now().getTime()) / 1_000);
}

/** Registers a customer, who is asked for by the id of whoever recruited it. */
async function register(name: string, referredBy: string | null): Promise<[Ask, string]> {
  const visitor = shop.visitor();
  const emailAddress = `${name}@example.org`;
  const password = 'five quiet clocks';
  const input = { emailAddress, firstName: name, lastName: name, password };
  const made = await visitor<{ registerCustomerAccount: { success?: boolean } }>(
    `mutation ($input: RegisterCustomerInput!) {
      registerCustomerAccount(input: $input) { ... on Success { success } } }`,
    { input: { ...input, customFields: { referredBy } } },
  );
  expect(made.registerCustomerAccount.success).toBe(true);
  const login =
    'mutation ($u: String!, $p: String!) { login(username: $u, password: $p) { __typename } }';
  await visitor(login, { u: emailAddress, p: password });
  const me = await visitor<{ activeCustomer: { id: string } }>('{ activeCustomer { id } }');
  return [visitor, me.activeCustomer.id];
}

/** Puts goods on offer; gives the id of the variant. */
async function offer(admin: Ask, title: string, price: number): Promise<string> {
  const translations = [{ languageCode: 'zh', name: title, slug: 'a', description: '<p>好</p>' }];
  const { createProduct } = await admin<{ createProduct: { id: string } }>(
    'mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }',
    { input: { translations } },
  );
  const variant = {
    productId: createProduct.id,
    sku: 'a',
    price,
    stockOnHand: 100,
    translations: [{ languageCode: 'zh', name: title }],
  };
  const made = await admin<{ createProductVariants: readonly { id: string }[] }>(
    `mutation ($input: [CreateProductVariantInput!]!) {
      createProductVariants(input: $input) { id } }`,
    { input: [variant] },
  );
  return made.createProductVariants[0]?.id ?? '';
}

interface Bought {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly totalWithTax: number;
  readonly lines: readonly { readonly id: string }[];
  readonly payments: readonly { readonly id: string }[];
}

/** Buys two of a variant and pays. */
async function buy(visitor: Ask, variant: string): Promise<Bought> {
  await visitor(
    `mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 2) { __typename } }`,
    { id: variant },
  );
  await visitor(`mutation { setOrderShippingAddress(input: {
    fullName: "a", streetLine1: "a", city: "a", postalCode: "1", countryCode: "CN"
  }) { __typename } }`);
  const { eligibleShippingMethods: ways } = await visitor<{
    eligibleShippingMethods: readonly { id: string }[];
  }>('{ eligibleShippingMethods { id } }');
  await visitor(
    'mutation ($id: [ID!]!) { setOrderShippingMethod(shippingMethodId: $id) { __typename } }',
    {
      id: [ways[0]?.id],
    },
  );
  await visitor('mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }');
  const { eligiblePaymentMethods: methods } = await visitor<{
    eligiblePaymentMethods: readonly { code: string }[];
  }>('{ eligiblePaymentMethods { code } }');
  const paid = await visitor<{ addPaymentToOrder: Bought }>(
    `mutation ($method: String!) { addPaymentToOrder(input: { method: $method, metadata: {} }) {
      ... on Order { id code state totalWithTax lines { id } payments { id } }
      ... on ErrorResult { message } } }`,
    { method: methods[0]?.code },
  );
  return paid.addPaymentToOrder;
}

/** Gives the money of one of two pieces back. */
async function refund(admin: Ask, order: Bought): Promise<void> {
  const lines = order.lines.map(({ id }) => ({ orderLineId: id, quantity: 1 }));
  const input = {
    lines,
    shipping: 0,
    adjustment: 0,
    reason: '不喜欢',
    paymentId: order.payments[0]?.id,
  };
  const { refundOrder } = await admin<{ refundOrder: { id: string; state: string } }>(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) {
      ... on Refund { id state } ... on ErrorResult { message } } }`,
    { input },
  );
  if (refundOrder.state === 'Settled') return;
  await admin(
    `mutation ($id: ID!) { settleRefund(input: { id: $id, transactionId: "r" }) {
      ... on Refund { id } ... on ErrorResult { message } } }`,
    { id: refundOrder.id },
  );
}

/** Rows of a table as the shop's events stated them, in the order in which they came. */
async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const entries = await api.store.as(systemActor, async ({ db }) =>
    db
      .selectFrom('inbox_entry')
      .select('event')
      .where('tenant_id', '=', 'shop')
      .orderBy('position')
      .execute(),
  );
  return entries.flatMap(({ event }) => {
    // Written by the inbox out of checked events.
    const read = event === null ? null : (JSON.parse(event) as { rows: Record<string, object[]> });
    return (read?.rows[table] ?? []).map((row) => ({ ...row }));
  });
}

describe.skipIf(without)('a Vendure shop', () => {
  it('is heard, members, offers, orders and refunds, and what is wrong is found', async () => {
    // Nobody has set the mapping yet: what happens meanwhile is told again until it is taken.
    const [, a] = await register('a', null);
    const [, b] = await register('b', a);
    const { headers } = await addPerson(api, 'boss', 'shop', []);
    const boss = api.client(headers);
    const source = readFileSync(mapping, 'utf8');
    const set = await boss(events.hooksSet, { params: { mapping: 'vendure' }, body: { source } });
    expect(set.status).toBe(200);
    const packs = { packs: ['cn'], currency: 'CNY' };
    expect((await boss(events.liveSet, { body: packs })).ok).toBe(true);
    await vi.waitFor(async () => expect(await rowsOf('member')).toHaveLength(2), soon);
    expect(shop.log()).toContain('CustomerCreated: 404 http.not_found');

    const [buyer, c] = await register('c', b);
    const admin = await shop.admin();
    const variant = await offer(admin, '全网第一面膜', 10_000);
    const order = await buy(buyer, variant);
    expect(order.state).toBe('PaymentSettled');
    // Two at 100.00 and 13 % tax, and 8.00 for the parcel, in which the tax is.
    expect(order.totalWithTax).toBe(2 * 11_300 + 800);
    await refund(admin, order);

    await vi.waitFor(async () => {
      expect(await rowsOf('after_sale')).toMatchObject([
        { order_id: order.code, refunded_minor: 11_300, reason: '不喜欢', status: 'done' },
      ]);
    }, soon);
    const members = await rowsOf('member');
    expect(members.map(({ member_id, recruiter_id }) => [member_id, recruiter_id])).toEqual([
      [a, null],
      [b, a],
      [c, b],
    ]);
    const [paid] = await rowsOf('order');
    expect(paid).toMatchObject({ order_id: order.code, buyer_id: c, paid_minor: 23_400 });
    expect(await rowsOf('order_line')).toMatchObject([{ title: '全网第一面膜', quantity: 2 }]);

    // Three levels below the first, and a claim that advertising law does not allow.
    await vi.waitFor(async () => {
      const found = await boss(alerts.alertsList, { query: { standing: 'true', limit: 100 } });
      if (!found.ok) throw new Error(found.problem.en);
      const told = found.body.items.map(({ line, provision, subject }) => [
        line ?? provision,
        subject.table,
      ]);
      expect(told.filter(([about]) => about === 'levels_3_on')).toHaveLength(1);
      expect(told.filter(([, table]) => table === 'listing').length).toBeGreaterThan(0);
    }, soon);
    // Names, mails and addresses stayed in the shop.
    const all = await api.store.as(systemActor, async ({ db }) =>
      db.selectFrom('inbox_entry').select('event').execute(),
    );
    expect(JSON.stringify(all)).not.toContain('example.org');
    expect(shop.log()).not.toContain('not told');
  }, 600_000);
});
