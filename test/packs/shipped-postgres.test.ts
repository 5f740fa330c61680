import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testProvision } from '../../src/provisions/test-provision.ts';
import { openPostgres } from '../support/postgres-engine.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { shippedCases } from '../support/shipped-cases.ts';

const { provisions } = await shippedCases();

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
    expect(await testProvision(engine, provision, cases, grounds)).toEqual([]);
  });
});
