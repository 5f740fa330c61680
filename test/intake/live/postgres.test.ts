import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveSource } from '../../../src/intake/live/live-source.ts';
import { CollectingSink } from '../../support/collecting-sink.ts';
import { startPostgres } from '../../support/postgres-server.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';

const without = process.env['POLYPRISM_WITHOUT_SERVERS'] === '1';
let server: PostgresServer;

async function run(sql: string, database = 'postgres'): Promise<void> {
  const client = new Client({ connectionString: url(database) });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function url(database: string, user = 'postgres'): string {
  return `postgres://${user}@127.0.0.1:${server.port}/${database}`;
}

beforeAll(async () => {
  if (without) return;
  server = await startPostgres();
  await run('CREATE DATABASE mall');
  await run(
    `
    CREATE TABLE member (
      id bigint PRIMARY KEY, name varchar(50), phone char(11) NOT NULL UNIQUE, money numeric(20,4),
      ratio double precision, joined timestamp, seen timestamptz, born date, flag boolean,
      raw bytea, extra jsonb, tags text[], gone int);
    ALTER TABLE member DROP COLUMN gone;
    COMMENT ON TABLE member IS '会员';
    COMMENT ON COLUMN member.name IS '昵称';
    INSERT INTO member VALUES
      (9223372036854775807, '乗"俓''\\', '15550000002', 12345678901234.5678, 0.1,
       '2024-02-29 23:59:59.123', '2024-01-01 08:00:00+08', '2024-02-29', true, '\\x00ff',
       '{"a": 1}', '{a,"b c"}'),
      (-1, '', '15550000001', -0.0001, 1e300, NULL, '2024-01-01 00:00:00.5+00', NULL, false,
       'text', NULL, NULL);
    CREATE TABLE no_key (a int, b text);
    INSERT INTO no_key VALUES (2, E'x\\ny'), (1, NULL);
    CREATE SCHEMA shop;
    CREATE TABLE shop."odd "" name" ("sel""ect" int NOT NULL UNIQUE);
    INSERT INTO shop."odd "" name" VALUES (3), (1), (2);
    CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY RANGE (id);
    CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
    CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (10) TO (20);
    INSERT INTO parted VALUES (11), (1);
    CREATE VIEW v AS SELECT id FROM member;
    CREATE ROLE reader LOGIN;
    GRANT SELECT ON no_key TO reader`,
    'mall',
  );
});
afterAll(async () => {
  if (!without) await server.stop();
});

async function read(address: string): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await liveSource(address)?.read(sink, 0, {});
  return sink;
}

describe.skipIf(without)('a live PostgreSQL database', () => {
  it('is read as text, by key, partitions as one table', async () => {
    const sink = await read(url('mall'));
    expect([...sink.tables.keys()]).toEqual(['member', 'no_key', 'parted', 'shop.odd " name']);
    expect(sink.values('member')).toEqual([
      [
        '-1',
        '',
        '15550000001',
        '-0.0001',
        '1e+300',
        null,
        '2024-01-01 00:00:00.5+00:00',
        null,
        '0',
        'text',
        null,
        null,
      ],
      [
        '9223372036854775807',
        '乗"俓\'\\',
        '15550000002',
        '12345678901234.5678',
        '0.1',
        '2024-02-29 23:59:59.123',
        '2024-01-01 00:00:00+00:00',
        '2024-02-29',
        '1',
        '0x00FF',
        '{"a": 1}',
        '{a,"b c"}',
      ],
    ]);
    expect(sink.values('no_key')).toEqual([
      ['2', 'x\ny'],
      ['1', null],
    ]);
    expect(sink.values('parted')).toEqual([['1'], ['11']]);
    expect(sink.values('shop.odd " name')).toEqual([['1'], ['2'], ['3']]);
    expect(sink.issues).toEqual([]);
  });

  it('brings its comments, types and keys', async () => {
    const { shape } = (await read(url('mall'))).table('member');
    expect(shape).toMatchObject({
      comment: '会员',
      primary_key: ['id'],
      unique_keys: [['phone']],
    });
    expect(shape?.columns.slice(0, 4)).toEqual([
      { name: 'id', type: 'bigint', comment: null },
      { name: 'name', type: 'character varying(50)', comment: '昵称' },
      { name: 'phone', type: 'character(11)', comment: null },
      { name: 'money', type: 'numeric(20,4)', comment: null },
    ]);
  });

  it('stands still while others write', async () => {
    await run('CREATE DATABASE busy');
    await run('CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b AS SELECT 1 AS id', 'busy');
    const sink = new CollectingSink();
    const open = sink.open.bind(sink);
    sink.open = async (table, columns, file) => {
      // The snapshot has begun: what is written from here on must not show.
      if (table === 'a') await run('INSERT INTO b VALUES (2); UPDATE b SET id = 9', 'busy');
      return await open(table, columns, file);
    };
    await liveSource(url('busy'))?.read(sink, 0, {});
    expect(sink.values('b')).toEqual([['1']]);
  });

  it('gives rows by the ten thousand', async () => {
    await run('CREATE DATABASE big');
    await run('CREATE TABLE t AS SELECT i AS id FROM generate_series(1, 50000) i', 'big');
    const sink = await read(url('big'));
    expect(sink.table('t').rows).toHaveLength(50_000);
  });

  it('that goes away while it is read ends the import', async () => {
    await run('CREATE DATABASE cut');
    await run('CREATE TABLE a AS SELECT 1 AS x', 'cut');
    const sink = new CollectingSink();
    const open = sink.open.bind(sink);
    sink.open = async (table, columns, file) => {
      await run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'cut'`);
      return await open(table, columns, file);
    };
    await expect(liveSource(url('cut'))?.read(sink, 0, {})).rejects.toMatchObject({
      issue: { code: 'live.lost', params: { table: 'a' } },
    });
  });

  it('is read as far as the user may; what it may not is told', async () => {
    const sink = await read(url('mall', 'reader'));
    expect(sink.values('no_key')).toHaveLength(2);
    const told = sink.issues.map(({ code, params }) => `${code} ${params['table']}`);
    expect(told).toEqual(
      ['member', 'parted', 'shop.odd " name'].map((table) => `live.table_failed ${table}`),
    );
  });

  it('tells when a policy hides rows instead of reading fewer', async () => {
    await run('CREATE DATABASE veiled');
    await run(
      `CREATE TABLE t (id int); INSERT INTO t VALUES (1), (2); GRANT SELECT ON t TO reader;
       ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (id = 1)`,
      'veiled',
    );
    const sink = await read(url('veiled', 'reader'));
    expect(sink.table('t').rows).toEqual([]);
    expect(sink.issues).toMatchObject([{ code: 'live.table_failed', params: { table: 't' } }]);
  });

  it.each([
    ['live.no_database', () => url('nothing')],
    ['live.no_database', () => 'postgres://u:p%40ss@127.0.0.1:1/'],
    ['live.no_tables', () => url('template1')],
    ['live.access_denied', () => url('mall', 'nobody')],
    ['live.unreachable', () => 'postgres://u:p%40ss@127.0.0.1:1/mall'],
    ['live.unreachable', () => 'postgresql://u:p%40ss@no-such-host.invalid/mall'],
    ['live.bad_url', () => 'postgres://u:p%40ss@host:x/mall'],
    ['live.bad_url', () => 'postgres://u:p%40ss%ff@host/mall'],
  ])('that cannot be read: %s', async (code, address) => {
    const error = await read(address()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ issue: { code } });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/p@ss|p%40ss/);
  });
});
