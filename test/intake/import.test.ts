import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectMapping } from '../../src/intake/detect-mapping.ts';
import { importInputs } from '../../src/intake/import.ts';
import type { ImportOptions } from '../../src/intake/import.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { columnsOf, tables } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { DuckDb, sqlText } from '../../src/engine/duckdb.ts';
import { tempFolder } from './input/temp-folder.ts';
import { zipBytes } from './input/zip-bytes.ts';

const person_key = new Uint8Array(32).fill(7);

const users = `
  CREATE TABLE users (id int, parent_id int COMMENT '上级', mobile varchar(20), created_at datetime,
    PRIMARY KEY (id)) COMMENT='会员';
  INSERT INTO users VALUES (1,0,'15550000001','2024-01-01 08:00:00'),
    (2,1,'15550000002','2024-01-02 08:00:00'),(3,1,'15550000003','2024-01-03 08:00:00'),
    (4,2,'15550000004','2024-01-04 08:00:00'),(5,2,'15550000005');
`;
const orders = `订单编号,买家ID,实付金额,付款时间
A1,2,100.50,2024-02-01 10:00:00
A2,3,7.00,2024-02-02 10:00:00
A3,4,"1,3.00,2024-02-03 10:00:00
`;
const log = '{"id":1,"text":"a"}\n{"id":2,"text":null}\n';

async function run(inputs: string[], options: Partial<ImportOptions> = {}): Promise<Snapshot> {
  return await importInputs(inputs, { directory: tempFolder(), person_key, ...options });
}

/** Everything an import leaves, but for where it lies. */
function contentOf(snapshot: Snapshot): unknown {
  const files = readdirSync(snapshot.directory).toSorted();
  const digests = files.map((file) => {
    const bytes = readFileSync(join(snapshot.directory, file));
    return [file, createHash('sha256').update(bytes).digest('hex')];
  });
  return { ...snapshot, directory: '', digests };
}

async function rowsOf(snapshot: Snapshot, table: TableName): Promise<unknown[]> {
  const engine = await DuckDb.open();
  const columns = [...columnsOf(table).keys()].map((name) => `"${name}"`).join(', ');
  const file = sqlText(join(snapshot.directory, `${table}.parquet`));
  const rows = await engine.rows(`SELECT ${columns} FROM read_parquet(${file}) ORDER BY ALL`);
  engine.close();
  return rows;
}

describe('an import', () => {
  it('accounts for every file, table and row and leaves nothing but the snapshot', async () => {
    const folder = tempFolder({
      'users.sql': users,
      'orders.csv': orders,
      'log.ndjson': log,
      'photo.jpg': Buffer.from('\xff\xd8\xff', 'latin1'),
    });
    const snapshot = await run([folder]);
    expect(snapshot.files.map(({ name, format, charset }) => [name, format, charset])).toEqual([
      ['log.ndjson', 'ndjson', 'utf-8'],
      ['orders.csv', 'csv', 'utf-8'],
      ['photo.jpg', 'other', null],
      ['users.sql', 'mysql-dump', 'utf-8'],
    ]);
    const accounts = snapshot.raw_tables.map((t) => [t.name, t.rows_read, t.rows_refused]);
    expect(accounts).toEqual([
      ['log', 2, 0],
      ['orders', 2, 1],
      ['users', 4, 1],
    ]);
    const refusals = snapshot.issues.filter(({ file, line }) => file !== null && line !== null);
    expect(refusals.map(({ file, line }) => `${file}:${line}`)).toEqual(
      expect.arrayContaining(['orders.csv:4', 'users.sql:6']),
    );
    const imported = Object.entries(tables).filter(([, table]) => !('derived' in table));
    expect(readdirSync(snapshot.directory).toSorted()).toEqual(
      imported.map(([name]) => `${name}.parquet`).toSorted(),
    );
    expect(snapshot.tables.member).toMatchObject({ read: 4 });
    expect(JSON.stringify(snapshot)).not.toContain(folder);
  });

  it('is the same whatever the order of inputs and the number of threads', async () => {
    const folder = tempFolder({
      'a/users.sql.gz': gzipSync(users),
      'b/all.zip': zipBytes([
        { name: 'orders.csv', data: Buffer.from(orders) },
        { name: 'sub/log.ndjson', data: Buffer.from(log) },
      ]),
      'c/log.ndjson': log,
    });
    const inputs = ['a', 'b/all.zip', 'c/log.ndjson'].map((name) => join(folder, name));
    const first = contentOf(await run(inputs, { threads: 1 }));
    expect(first).toMatchObject({
      files: [
        { name: 'all.zip', format: 'zip' },
        { name: 'all.zip!/orders.csv' },
        { name: 'all.zip!/sub/log.ndjson' },
        { name: 'log.ndjson' },
        { name: 'users.sql.gz', format: 'gzip' },
        { name: 'users.sql.gz!/users.sql' },
      ],
    });
    expect(contentOf(await run(inputs.toReversed(), { threads: 2 }))).toEqual(first);
    expect(contentOf(await run([...inputs.slice(1), inputs[0]!, inputs[1]!]))).toEqual(first);
  });

  it('goes on without a file that cannot be read; stops where there is nothing else', async () => {
    const good = { 'users.sql': users };
    const bad = { 'bad.gz': gzipSync(users).subarray(0, 40), 'x.xls': '<html>' };
    const snapshot = await run([tempFolder({ ...good, ...bad })]);
    expect(snapshot.files.map(({ name }) => name)).toEqual(['bad.gz', 'users.sql', 'x.xls']);
    expect(snapshot.issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'archive.broken', file: 'bad.gz' }),
        expect.objectContaining({ code: 'input.html', file: 'x.xls' }),
      ]),
    );
    await expect(run([tempFolder(bad)])).rejects.toMatchObject({
      issue: { code: 'archive.broken', file: 'bad.gz' },
    });
    await expect(run([tempFolder()])).rejects.toMatchObject({
      issue: { code: 'input.nothing_to_read' },
    });
  });

  it.each(['hash', 'read', 'load', 'detect', 'map'] as const)(
    'stopped while it is at %s leaves no work files',
    async (step) => {
      const directory = join(tempFolder(), 'out');
      const abort = new AbortController();
      const options: Partial<ImportOptions> = {
        directory,
        signal: abort.signal,
        progress: (progress) => progress.step === step && abort.abort(),
      };
      await expect(run([tempFolder({ 'users.sql': users })], options)).rejects.toThrow();
      expect(readdirSync(directory).filter((name) => !name.endsWith('.parquet'))).toEqual([]);
    },
  );

  it('replaces an older snapshot when it is whole, not before', async () => {
    const directory = tempFolder({ 'member.parquet': 'old' });
    const input = tempFolder({ 'users.sql': users });
    const abort = new AbortController();
    const aborted = run([input], {
      directory,
      signal: abort.signal,
      progress: ({ step, subject }) => step === 'map' && subject === 'withdrawal' && abort.abort(),
    });
    await expect(aborted).rejects.toThrow('aborted');
    expect(readdirSync(directory)).toEqual(['member.parquet']);
    expect(readFileSync(join(directory, 'member.parquet'), 'utf8')).toBe('old');
    await run([input], { directory });
    expect(readFileSync(join(directory, 'member.parquet'), 'latin1')).toMatch(/^PAR1/);
  });

  it('reads a dump that is there twice once, and other files twice', async () => {
    const folder = tempFolder({ 'a.sql': users, 'b.sql.gz': gzipSync(users), 'c.csv': orders });
    writeFileSync(join(folder, 'd.csv'), orders);
    const snapshot = await run([folder]);
    expect(snapshot.raw_tables.map(({ name, rows_read }) => [name, rows_read])).toEqual([
      ['c', 2],
      ['d', 2],
      ['users', 4],
    ]);
    expect(snapshot.issues).toContainEqual(
      expect.objectContaining({
        code: 'input.same_content',
        file: 'b.sql.gz!/b.sql',
        params: { other: 'a.sql' },
      }),
    );
  });

  it('clears away what a killed one left, and only that', async () => {
    const directory = tempFolder();
    // No process has this number: it is beyond what the kernel gives.
    const stale = join(directory, '.work-4194305-abcdef');
    const alive = join(directory, `.work-${process.ppid}-abcdef`);
    for (const folder of [stale, alive]) {
      mkdirSync(folder);
      writeFileSync(join(folder, '1-0.csv'), '"15550000001"');
    }
    await run([tempFolder({ 'users.sql': users })], { directory });
    expect(readdirSync(directory).filter((name) => name.startsWith('.'))).toEqual([
      `.work-${process.ppid}-abcdef`,
    ]);
  });

  it('uses a mapping given instead of what it would detect', async () => {
    const snapshot = await run([tempFolder({ 'users.sql': users })], {
      mapping: {
        schema: 'polyprism.mapping/1',
        currency: 'CNY',
        time_zone: 'Asia/Shanghai',
        tables: [
          {
            table: 'operator',
            from: 'users',
            columns: { operator_id: { column: 'id' }, name: { column: 'mobile' } },
          },
        ],
      },
      time_zone: 'UTC',
    });
    expect(snapshot.tables.operator).toMatchObject({ read: 4 });
    expect(snapshot.tables.member).toMatchObject({ read: 0 });
    expect(snapshot).toMatchObject({ currency: 'CNY', time_zone: 'UTC', assumptions: [] });
    expect(await rowsOf(snapshot, 'operator')).toHaveLength(4);
  });
});

describe('detection', () => {
  it('says what an import would make of the inputs', async () => {
    const folder = tempFolder({ 'users.sql': users, 'log.ndjson': log });
    const { mapping, software, skipped } = await detectMapping([folder]);
    expect(software.name).toBeNull();
    expect(mapping.tables.find(({ table }) => table === 'member')).toMatchObject({
      from: 'users',
      columns: { recruiter_id: { column: 'parent_id' } },
    });
    expect(skipped.map(({ table }) => table)).toEqual(['log']);
  });
});
