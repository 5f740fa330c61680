import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureRoles } from '../../src/store/ensure-roles.ts';
import { checksumOf, migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/all.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { rowsByVersion, rowsFor } from '../support/store-rows.ts';
import { freshDatabase } from '../support/store-workspace.ts';

let server: PostgresServer;
let databases = 0;
const open: Client[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  for (const client of open) await client.end();
  await server.stop();
});

async function database(): Promise<Client> {
  const url = await freshDatabase(server.url, `m${(databases += 1)}`);
  const client = new Client({ connectionString: url });
  await client.connect();
  open.push(client);
  await ensureRoles(client, null);
  return client;
}

/** Everything an application sees of a schema: tables, columns, policies, rights, triggers. */
async function shapeOf(client: Client): Promise<unknown> {
  const ask = async (sql: string) => (await client.query(sql)).rows;
  await client.query('SET search_path = polyprism');
  return [
    await ask(`SELECT table_name, column_name, data_type, is_nullable, column_default
      FROM information_schema.columns WHERE table_schema = 'polyprism' ORDER BY 1, 2`),
    await ask(`SELECT tablename, policyname, roles, cmd, qual, with_check
      FROM pg_policies WHERE schemaname = 'polyprism' ORDER BY 1, 2`),
    await ask(`SELECT grantee, table_name, column_name, privilege_type
      FROM information_schema.column_privileges
      WHERE table_schema = 'polyprism' ORDER BY 1, 2, 3, 4`),
  ];
}

/** Columns of the one finding of version 5, which had neither an operator nor a moment. */
const firstFinding = [
  ['operator_id'],
  ['provision_id', 'cn.x'],
  ['scheme_id'],
  ['severity'],
  ['stage'],
  ['subject_kind', 'member'],
  ['verdict', 'breach'],
].map(([name, ...texts]) => ({ name, texts, places: texts.length === 0 ? '0000' : '0001' }));

describe('migrations', () => {
  it('are numbered from 1 without holes', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, i) => i + 1));
  });

  it('have rows to be tested with at every version', () => {
    expect(rowsByVersion).toHaveLength(migrations.length);
  });

  it('lead from every version, with rows in it, to the same schema', async () => {
    const whole = await database();
    expect(await migrate(whole, migrations)).toBe(migrations.length);
    const wanted = await shapeOf(whole);
    for (let version = 1; version <= migrations.length; version += 1) {
      const client = await database();
      await migrate(client, migrations.slice(0, version));
      await client.query('SET search_path = polyprism');
      for (let rows = 1; rows <= version; rows += 1) {
        await client.query(rowsFor(rows, 't1', 'u1'));
      }
      expect(await migrate(client, migrations)).toBe(migrations.length - version);
      expect(await shapeOf(client)).toEqual(wanted);
      const kept = await client.query('SELECT name FROM app_user');
      expect(kept.rows).toEqual([{ name: '张三' }]);
      // Findings there were before they were counted by columns are in them too.
      const columns = await client.query(`SELECT name, texts, encode(places, 'hex') AS places
        FROM finding_column WHERE first = 1 ORDER BY name`);
      expect(columns.rows).toEqual(version < 5 ? [] : firstFinding);
      // Whoever was there before there were jurisdictions goes on by Chinese law.
      if (version >= 24) continue;
      const laws = await client.query('SELECT DISTINCT jurisdiction FROM tenant');
      expect(laws.rows).toEqual([{ jurisdiction: 'cn' }]);
    }
  });

  it('are taken by one process at a time', async () => {
    const first = await database();
    const url = `${server.url.replace(/\/[^/]*$/, '')}/m${databases}`;
    const second = new Client({ connectionString: url });
    await second.connect();
    open.push(second);
    const counts = await Promise.all([migrate(first, migrations), migrate(second, migrations)]);
    expect(counts.toSorted()).toEqual([0, migrations.length]);
  });

  it('refuse a past step that differs, and a database from the future', async () => {
    const client = await database();
    await migrate(client, migrations);
    const [first, ...rest] = migrations;
    const changed = [{ number: 1, name: 'people', sql: `${first?.sql} ` }, ...rest];
    await expect(migrate(client, changed)).rejects.toMatchObject({
      issue: { code: 'store.migration_changed', params: { name: '0001-people' } },
    });
    // The last step lets programs of the version before work on, and none before them.
    expect(await migrate(client, migrations.slice(0, -1))).toBe(0);
    await expect(migrate(client, migrations.slice(0, -2))).rejects.toMatchObject({
      issue: {
        code: 'store.newer_database',
        params: { found: migrations.length, version: migrations.length - 2 },
      },
    });
  });

  it('leave nothing of a step that fails', async () => {
    const client = await database();
    const number = migrations.length + 1;
    const bad = { number, name: 'bad', sql: 'CREATE TABLE half (a int); SELECT 1 / 0;' };
    await expect(migrate(client, [...migrations, bad])).rejects.toThrow('division by zero');
    expect(await migrate(client, migrations)).toBe(0);
    const half = await client.query("SELECT to_regclass('polyprism.half') AS half");
    expect(half.rows).toEqual([{ half: null }]);
  });

  it('are what they were when published', () => {
    expect(migrations.map((step) => `${step.name} ${checksumOf(step)}`)).toEqual([
      'people 4e1c2a243bc1786f8ac1fc280cf4776d3b8f42e23eff5565126c90557c0ce819',
      'sign-in 513b5af2b955575f628c071d441050dc4d21f909ad08d593a15b7a3a201dae80',
      'matters 7867f11edd6aa6ba78893a4ce10e6cc065f342e1fc77a7793611c6fe6d45de8d',
      'log cb228184a7dedd6291bb7ee0bbea91faf55f6648a09c6cc33db33187eb9024c6',
      'supervision 265d95c0b7f6e62394c0bfca84d25df53169f933e07abd7739ad88bb4d396f6e',
      'live ed38995a5c74bb4deddfafcd0c89a6c99f6a656c7927e4c01deb6e86d691abc6',
      'faces 8f3d913634451b5370abbde10f91a3b91ce6e2b5c5694da004b703e8b3ce12d2',
      'connectors 95f7b1d7eecb90e1642c2692dd9d01e75faf31bfffc71ef739413db0b0238ff4',
      'appends 0d9d16581c722d5c9f5ed25a9e9ce9631841eae90625545684e770e530f77716',
      'webhooks 07031d42aa2f87e3c57159ef869d8f3c6702bec5a5db10d262da3340230e23e3',
      'publications da237a8f6752607f38c78a9e1c9b7f286c3aeca4c907dc56a84f6303dbdd54d8',
      'sign-ins 62508f4bc67b84c0f61e36964e6d6742b41a086f35bb4eb6618e3aab521eb9cb',
      'status-links 8ad9314d3b3ef58d73373abe311fc8250cf03d137423838405da2c476ffe0349',
      'guidance c74e3127ce46596dc45e2e5eb92ec481ba055e045cfd8f19a8349d50a0e7e2f3',
      'submissions ff0e6439eda4d2adfee1a6e600fac6675f628dd924c1fd2e5dccf5405c885f01',
      'deliveries 59ba4acfb2d545e87012760df5f8133c681912978e466e472f33838c5a573070',
      'disk-use 2bbfd9ffe4ebabfcae05f1a72ec6c8da887024944c04d7b4bc7c3158e7dd15b1',
      'seats 6c797c809b30f70445ca9a2241361f446da83e4c4934a1fe23128196e999e867',
      'finding-facets 29724852cb9e4e95a91587dd5680a469ff86a55c407ff6a68277c3d7da99493d',
      'timestamps b7333fefecaaa1fadfe3da9d04bd54ed6926a77e0423e0f583601e0825904941',
      'plans c87c85fc1f3b1a61497fac197863fac1da06953da59c8ebfccf9d66a05cddd0c',
      'drafts 7bb21e841735cc99dee43273399a2fc2fa0ba9d431a2248238b975a6775dc8df',
      'standards f3d7690970396af1cb6789372cdc2c5dab9b9a59ef3182b31c1497c552e4830f',
      'disclosure a7211d7b5d97f485819c19d726bbd908ed9a0c7921c059288262464edb71281c',
      'lines 1e7b18de3c4c84f05ffb67c6e46311336cfa40aca0940893f29c3ed4b8cb9029',
      'finding-columns 4264f1c5f5074551d1d623b720a212507d91f40d79a84b00f717d7dbe069a17e',
      'tenant-changes 910ca6a0ab61fb71bd1f0d7a86f0a4fb28ef9e4d3b39eaa7ee6a89e9c1dba1a3',
      'market b3937bb47adab622977d1b4f9740cef75e206ba3f214bd497c617cb3f28e5ab4',
    ]);
  });
});
