import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsList, findingsRead } from '../../src/server/contract/findings.ts';
import { ordersList } from '../../src/server/contract/orders.ts';
import type { Person } from '../support/api-server.ts';
import { consoleServer } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { axe, noise, openPage, shoot } from './seen-page.ts';

let server: ConsoleServer;
let platform: Person;
let inspection_id: string;

beforeAll(async () => {
  server = await consoleServer();
  platform = await server.person('platform', ['handler']);
  inspection_id = await server.inspect();
}, 180_000);
afterAll(async () => await server.end());

const call = () => server.api.client(platform.headers);

/** One finding about a return, with its order. */
async function aFinding(): Promise<{ id: string; explanation: { zh: string; en: string } }> {
  const page = await call()(findingsList, { query: { limit: 1 } });
  expect.assert(page.ok && page.body.items[0] !== undefined);
  return page.body.items[0];
}

const looks = [
  { language: 'zh', width: 1440 },
  { language: 'en', width: 390 },
] as const;

describe.each(looks)('findings in $language at $width px', (look) => {
  const as = () => ({ as: platform, ...look });

  it('are listed with what they say, and quiet', async () => {
    const { explanation } = await aFinding();
    const page = await openPage(server, '/findings', as());
    await page.getByText(explanation[look.language].slice(0, 12)).first().waitFor();
    await shoot(page, `findings-${look.width}-${look.language}`);
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('are read one by one, with law and evidence', async () => {
    const { id, explanation } = await aFinding();
    const page = await openPage(server, `/findings/${id}`, as());
    await page.getByText(explanation[look.language]).first().waitFor();
    const found = await call()(findingsRead, { params: { finding_id: id } });
    expect.assert(found.ok);
    const { provision, version_in_force } = found.body;
    const link = page.getByRole('link', { name: provision, exact: true });
    const to = `/console/standards/cn/${provision}?version=${version_in_force}`;
    expect(await link.getAttribute('href')).toBe(to);
    await shoot(page, `finding-${look.width}-${look.language}`);
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });

  it('lead to the life of an order', async () => {
    const given = { params: { inspection_id }, query: { limit: 1 } };
    const orders = await call()(ordersList, given);
    expect.assert(orders.ok && orders.body.items[0] !== undefined);
    const { order_id } = orders.body.items[0];
    const page = await openPage(server, `/orders/${inspection_id}/${order_id}`, as());
    await page.getByRole('heading', { name: order_id }).first().waitFor();
    await shoot(page, `order-${look.width}-${look.language}`);
    expect(await noise(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });
});
