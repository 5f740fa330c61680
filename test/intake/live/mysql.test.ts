import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveSource } from '../../../src/intake/live/live-source.ts';
import { stageInputs } from '../../../src/intake/stage-inputs.ts';
import { startMariadb } from '../../support/mariadb-server.ts';
import type { MariadbServer } from '../../support/mariadb-server.ts';
import { CollectingSink } from '../../support/collecting-sink.ts';

const without = process.env['POLYPRISM_WITHOUT_SERVERS'] === '1';
let server: MariadbServer;
const directory = mkdtempSync(join(tmpdir(), 'live-test-'));

beforeAll(async () => {
  if (without) return;
  server = await startMariadb();
  await server.run(`
    CREATE DATABASE mall CHARACTER SET utf8mb4;
    USE mall;
    CREATE TABLE member (
      id bigint(20) unsigned NOT NULL,
      name varchar(50) CHARACTER SET gbk DEFAULT NULL COMMENT '昵称;0 未知',
      phone char(11) NOT NULL,
      spread_uid int DEFAULT 0 COMMENT '上级',
      money decimal(20,4) DEFAULT NULL,
      ratio double DEFAULT NULL,
      joined datetime DEFAULT NULL,
      seen timestamp NULL DEFAULT NULL,
      born date DEFAULT NULL,
      flag bit(1) DEFAULT NULL,
      bits bit(10) DEFAULT NULL,
      raw varbinary(20) DEFAULT NULL,
      extra json DEFAULT NULL,
      PRIMARY KEY (id), UNIQUE KEY phone (phone), UNIQUE KEY start (name(2))
    ) ENGINE=InnoDB COMMENT='会员';
    INSERT INTO member VALUES
      (18446744073709551615, '乗"俓''\\\\', '15550000002', 1, 12345678901234.5678, 0.1,
       '2024-02-29 23:59:59', NULL, '0000-00-00', b'1', b'1000000001', x'00ff', '{"a": 1}'),
      (1, '', '15550000001', 0, -0.0001, 1e300, '0000-00-00 00:00:00', NULL, NULL, b'0', NULL,
       'text', NULL);
    SET time_zone = '+08:00';
    UPDATE member SET seen = '2024-01-01 08:00:00' WHERE id = 1;
    CREATE TABLE no_key (a int, b text) ENGINE=MyISAM;
    INSERT INTO no_key VALUES (2, 'x\\ny'), (1, NULL);
    CREATE TABLE \`odd \`\` name\` (\`sel"ect\` int NOT NULL, UNIQUE KEY u (\`sel"ect\`));
    INSERT INTO \`odd \`\` name\` VALUES (3), (1), (2);
    CREATE TABLE past (id int PRIMARY KEY) WITH SYSTEM VERSIONING;
    INSERT INTO past VALUES (1), (2);
    DELETE FROM past WHERE id = 1;
    CREATE VIEW v AS SELECT id FROM member;
    CREATE DATABASE empty;
    CREATE USER reader@'%' IDENTIFIED BY 'p@ss:w/rd';
    GRANT SELECT ON mall.no_key TO reader@'%'`);
});
afterAll(async () => {
  if (!without) await server.stop();
  rmSync(directory, { recursive: true });
});

async function read(url: string): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await liveSource(url)?.read(sink, 0, {});
  return sink;
}

describe.skipIf(without)('a live MySQL database', () => {
  it('is read as a dump of it would be, by key', async () => {
    const sink = await read(server.url('mall'));
    expect([...sink.tables.keys()].toSorted()).toEqual(['member', 'no_key', 'odd ` name', 'past']);
    expect(sink.values('past')).toEqual([['2']]);
    expect(sink.values('member')).toEqual([
      [
        '1',
        '',
        '15550000001',
        '0',
        '-0.0001',
        '1e300',
        '0000-00-00 00:00:00',
        '2024-01-01 00:00:00+00:00',
        null,
        '0',
        null,
        'text',
        null,
      ],
      [
        '18446744073709551615',
        '乗"俓\'\\',
        '15550000002',
        '1',
        '12345678901234.5678',
        '0.1',
        '2024-02-29 23:59:59',
        null,
        '0000-00-00',
        '1',
        '513',
        '0x00FF',
        '{"a": 1}',
      ],
    ]);
    expect(sink.table('member').lines).toEqual([1, 2]);
    expect(sink.values('no_key')).toEqual([
      ['2', 'x\ny'],
      ['1', null],
    ]);
    expect(sink.values('odd ` name')).toEqual([['1'], ['2'], ['3']]);
    expect(sink.codes()).toEqual(['live.not_consistent']);
  });

  it('brings its comments, types and keys', async () => {
    const { shape } = (await read(server.url('mall'))).table('member');
    expect(shape).toMatchObject({
      comment: '会员',
      primary_key: ['id'],
      unique_keys: [['phone']],
    });
    expect(shape?.columns.slice(0, 5)).toEqual([
      { name: 'id', type: 'bigint(20) unsigned', comment: null },
      { name: 'name', type: 'varchar(50)', comment: '昵称;0 未知' },
      { name: 'phone', type: 'char(11)', comment: null },
      { name: 'spread_uid', type: 'int(11)', comment: '上级' },
      { name: 'money', type: 'decimal(20,4)', comment: null },
    ]);
  });

  it('stands still while others write', async () => {
    await server.run(
      'CREATE DATABASE busy; CREATE TABLE busy.a (id int PRIMARY KEY);' +
        'CREATE TABLE busy.b (id int PRIMARY KEY); INSERT INTO busy.b VALUES (1)',
    );
    const sink = new CollectingSink();
    const open = sink.open.bind(sink);
    sink.open = async (table, columns, file) => {
      // The snapshot has begun: what is written from here on must not show.
      if (table === 'a')
        await server.run('INSERT INTO busy.b VALUES (2); UPDATE busy.b SET id = 9 WHERE id = 1');
      return await open(table, columns, file);
    };
    await liveSource(server.url('busy'))?.read(sink, 0, {});
    expect(sink.values('b')).toEqual([['1']]);
  });

  it('gives rows by the ten thousand and takes an abort', async () => {
    await server.run(`CREATE DATABASE big; USE big;
      CREATE TABLE t (id int PRIMARY KEY, x varchar(100));
      INSERT INTO t SELECT seq, repeat('x', 100) FROM seq_1_to_50000`);
    const sink = await read(server.url('big'));
    expect(sink.table('t').rows).toHaveLength(50_000);
    expect(sink.table('t').rows[49_999]).toEqual({ id: '50000', x: 'x'.repeat(100) });
    const abort = new AbortController();
    const reading = stageInputs([server.url('big')], {
      directory,
      signal: abort.signal,
      progress: ({ step }) => step === 'read' && abort.abort(),
    });
    await expect(reading).rejects.toThrow('aborted');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('has one digest as long as its rows are the same', async () => {
    const digest = async (): Promise<string | undefined> => {
      const { stage, files } = await stageInputs([server.url('mall')], { directory });
      await stage.remove();
      expect(files).toMatchObject([{ name: 'mysql://localhost/mall', format: 'mysql-live' }]);
      return files[0]?.sha256;
    };
    const first = await digest();
    expect(await digest()).toBe(first);
    await server.run(`UPDATE mall.member SET money = money + 0.0001 WHERE id = 1`);
    expect(await digest()).not.toBe(first);
  });

  it('writes nothing: the transaction is read-only', async () => {
    const connection = await createConnection({ socketPath: server.socket, user: 'root' });
    const [before] = await connection.query('SHOW GLOBAL STATUS LIKE "Handler_write"');
    await connection.query('SET GLOBAL general_log = ON, GLOBAL log_output = "TABLE"');
    await read(server.url('mall'));
    await connection.query('SET GLOBAL general_log = OFF');
    const [rows] = await connection.query(
      `SELECT DISTINCT substr(argument, 1, 6) AS word FROM mysql.general_log
       WHERE command_type = 'Query' AND argument NOT LIKE '%GLOBAL%' ORDER BY 1`,
    );
    await connection.end();
    expect(before).toHaveLength(1);
    expect((rows as { word: Buffer }[]).map(({ word }) => String(word))).toEqual([
      'SELECT',
      'SET SE',
      'START ',
    ]);
  });

  it.each([
    ['live.access_denied', () => `mysql://reader:wrong@127.0.0.1:${server.port}/mall`],
    ['live.access_denied', () => `mysql://nobody:p%40ss@127.0.0.1:${server.port}/mall`],
    ['live.no_database', () => server.url('nothing')],
    ['live.no_tables', () => server.url('empty')],
    ['live.unreachable', () => 'mysql://u:p%40ss@127.0.0.1:1/mall'],
    ['live.unreachable', () => 'mysql://u:p%40ss@localhost/mall?socket=/nowhere/s'],
    ['live.unreachable', () => 'mysql://u:p%40ss@no-such-host.invalid/mall'],
  ])('that cannot be read: %s', async (code, url) => {
    const error = await read(url()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ issue: { code } });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/p@ss|wrong|p%40ss/);
  });

  it('with a damaged table is read but for that table', async () => {
    await server.run(`CREATE DATABASE torn; USE torn; CREATE TABLE a (x int) ENGINE=MyISAM;
      INSERT INTO a VALUES (1); CREATE TABLE b (x int); INSERT INTO b VALUES (2); FLUSH TABLES`);
    rmSync(join(server.data, 'torn', 'a.MYD'));
    const sink = await read(server.url('torn'));
    expect(sink.values('b')).toEqual([['2']]);
    const place = { file: 'mysql://localhost/torn', line: null };
    expect(sink.issues).toMatchObject([
      { code: 'live.not_consistent', params: { table: 'a' } },
      { code: 'live.table_failed', params: { table: 'a' }, ...place },
    ]);
  });

  it('that goes away while it is read ends the import', async () => {
    await server.run(
      'CREATE DATABASE cut; CREATE TABLE cut.a (x int); INSERT INTO cut.a VALUES (1)',
    );
    const sink = new CollectingSink();
    sink.declare = () => void killed.push(kill());
    const killed: Promise<void>[] = [];
    const kill = async (): Promise<void> => {
      const root = await createConnection({ socketPath: server.socket, user: 'root' });
      const [rows] = await root.query(
        `SELECT id FROM information_schema.processlist WHERE db = 'cut'`,
      );
      await root.query(`KILL ${(rows as { id: number }[])[0]?.id}`);
      await root.end();
    };
    const open = sink.open.bind(sink);
    sink.open = async (table, columns, file) => {
      await Promise.all(killed);
      return await open(table, columns, file);
    };
    await expect(liveSource(server.url('cut'))?.read(sink, 0, {})).rejects.toMatchObject({
      issue: { code: 'live.lost', params: { table: 'a' } },
    });
  });

  it('is read as far as the user may', async () => {
    const password = encodeURIComponent('p@ss:w/rd');
    const sink = await read(`mariadb://reader:${password}@127.0.0.1:${server.port}/mall`);
    expect([...sink.tables.keys()]).toEqual(['no_key']);
    const url = `mysql://reader:${password}@127.0.0.1:${server.port}/mall`;
    const { stage, files } = await stageInputs([url], { directory });
    const kept = JSON.stringify([files, stage.tables, stage.issues.list()]);
    await stage.remove();
    expect(files[0]?.name).toBe(`mysql://127.0.0.1:${server.port}/mall`);
    expect(kept).not.toMatch(/p@ss|p%40ss|reader/);
  });
});
