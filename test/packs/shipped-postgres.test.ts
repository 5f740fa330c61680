import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivers } from '../../src/inspect/derivers.ts';
import { groundsOf } from '../../src/packs/test-pack.ts';
import { testProvision } from '../../src/provisions/test-provision.ts';
import { openPostgres } from '../support/postgres-engine.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { checkedPack } from '../support/shipped-packs.ts';
import { root } from '../tidy/repository.ts';

const names = readdirSync(join(root, 'packs'));
const packs = await Promise.all(names.map(checkedPack));
const provisions = packs.flatMap((read) => {
  const grounds = groundsOf(read, derivers);
  return (read.pack?.provisions ?? []).map((provision) => ({
    id: provision.id,
    provision,
    cases: read.tests.get(provision.file),
    grounds,
  }));
});

/** The texts are portable if a second engine gives the same findings, evidence and all. */
describe('shipped provisions on PostgreSQL', () => {
  let server: PostgresServer;
  let engine: Awaited<ReturnType<typeof openPostgres>>;

  beforeAll(async () => {
    server = await startPostgres();
    engine = await openPostgres(server.url);
  });

  afterAll(async () => {
    await engine.end();
    await server.stop();
  });

  it.each(provisions)('$id holds its cases', async ({ provision, cases, grounds }) => {
    expect.assert(cases);
    expect(await testProvision(engine, provision, cases, grounds)).toEqual([]);
  });
});
