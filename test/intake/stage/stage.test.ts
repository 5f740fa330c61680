import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { sqlName } from '../../../src/engine/duckdb.ts';
import { StageBuilder } from '../../../src/intake/stage/stage-builder.ts';
import type { StageOptions } from '../../../src/intake/stage/stage-builder.ts';
import type { Stage } from '../../../src/intake/stage/staged-table.ts';
import { limits } from '../../../src/model/limits.ts';

const directory = mkdtempSync(join(tmpdir(), 'stage-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

const file = { index: 0, name: 'a.sql', hashed: false };
const place = { file: 'a.sql', line: 7, column: 3 };

type Cell = string | null;
type Builder = StageBuilder;

async function openStage(options: Partial<StageOptions> = {}): Promise<Builder> {
  return await StageBuilder.open({ directory, threads: 2, ...options });
}

async function insert(
  builder: Builder,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  from = file,
): Promise<void> {
  const writer = await builder.sink(from).open(table, columns, from.index);
  rows.forEach((row, i) => {
    for (const cell of row) {
      if (cell === null) writer.none();
      else writer.text(cell);
    }
    writer.end(i + 1);
  });
}

async function rowsOf(stage: Stage, table: string): Promise<unknown[][]> {
  const staged = stage.tables.find(({ name }) => name === table);
  if (staged === undefined) return [];
  const names = [...staged.columns.map(({ name }) => sqlName(name)), '_file', '_line', '_row'];
  const rows = await stage.engine.rows(
    `SELECT ${names.join(', ')} FROM ${staged.relation} ORDER BY _row`,
  );
  return rows.map((row) => Object.values(row));
}

function declare(builder: Builder, table: string, columns: readonly string[], from = file): void {
  builder.sink(from).declare({
    name: table,
    comment: null,
    columns: columns.map((name) => ({ name, type: 'int', comment: `about ${name}` })),
    primary_key: columns.slice(0, 1),
    unique_keys: [],
  });
}

describe('values', () => {
  it('keeps NULL, empty text, quotes, breaks, NUL and astral characters apart', async () => {
    const builder = await openStage();
    const cells = [null, '', '"', '""', ',', '\n', '\r\n', '\0', 'a\0b', 'NULL', '\\', '𠮷😀'];
    const columns = cells.map((_, i) => `c${i}`);
    await insert(builder, 't', columns, [cells, cells.toReversed()]);
    const stage = await builder.load();
    expect(await rowsOf(stage, 't')).toEqual([
      [...cells, 0, 1, 1],
      [...cells.toReversed(), 0, 2, 2],
    ]);
    await stage.remove();
  });

  it('gives back any text from slices of bytes and from strings', async () => {
    const seed = Date.now() & 0x7fffffff;
    console.info(`seed ${seed}`);
    const cell = fc.option(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: fc.constantFrom('"', '\n', ',', 'a', '字'), maxLength: 400 }),
      ),
    );
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const builder = await openStage();
        const writer = await builder.sink(file).open('t', ['x', 'y', 'z'], 0);
        rows.forEach((cells, line) => {
          cells.forEach((value, i) => {
            if (value === null) return writer.none();
            if (i === 0) return writer.text(value);
            const bytes = Buffer.from(`#${value}#`);
            return writer.bytes(bytes, 1, bytes.length - 1);
          });
          writer.end(line + 1);
        });
        const stage = await builder.load();
        const got = await rowsOf(stage, 't');
        await stage.remove();
        expect(got).toEqual(rows.map((cells, i) => [...cells, 0, i + 1, i + 1]));
      }),
      { seed, numRuns: 60 },
    );
  });

  it('loads texts that look like rows whole, whatever the number of threads', async () => {
    const builder = await openStage({ threads: 4 });
    const trap = `x\n${'"a","b",1,1\n'.repeat(3000)}y`;
    const rows = Array.from({ length: 4000 }, (_, i) => [String(i), trap]);
    const writer = await builder.sink(file).open('t', ['id', 'text'], 0);
    const bytes = Buffer.from(trap);
    rows.forEach(([id], i) => {
      writer.text(id!);
      writer.bytes(bytes, 0, bytes.length);
      writer.end(i + 1);
    });
    const stage = await builder.load();
    const [row] = await stage.engine.rows(`SELECT count(*) AS n, count(DISTINCT _row) AS d,
      sum(CAST(id AS BIGINT)) AS s, min(length("text")) AS a, max(length("text")) AS b
      FROM ${stage.relation('t')}`);
    expect(row).toEqual({ n: 4000, d: 4000, s: 7998000, a: trap.length, b: trap.length });
    await stage.remove();
  });

  it('replaces what is not UTF-8 and says where', async () => {
    const builder = await openStage();
    const writer = await builder.sink(file).open('t', ['x', 'y'], 0);
    for (const [line, bytes] of [
      [1, [0x61]],
      [5, [0xe4, 0xb8]],
      [6, [0x0a, 0xff, 0x22]],
      [9, [0xe4, 0xb8, 0xad]],
    ] as const) {
      writer.bytes(Uint8Array.from(bytes), 0, bytes.length);
      writer.text('ok');
      writer.end(line);
    }
    const stage = await builder.load();
    expect(await rowsOf(stage, 't')).toEqual([
      ['a', 'ok', 0, 1, 1],
      ['\uFFFD', 'ok', 0, 5, 2],
      ['\n\uFFFD"', 'ok', 0, 6, 3],
      ['中', 'ok', 0, 9, 4],
    ]);
    expect(stage.issues.list()).toMatchObject([
      { code: 'stage.not_utf8', params: { table: 't' }, file: 'a.sql', line: 5, count: 2 },
    ]);
    await stage.remove();
  });
});

describe('columns', () => {
  it('aligns other orders, subsets and columns that come later; declared ones first', async () => {
    const builder = await openStage();
    await insert(builder, 't', ['b', 'a'], [['b1', 'a1']]);
    declare(builder, 't', ['a', 'b', 'c']);
    await insert(builder, 't', ['C', 'A'], [['c2', 'a2']]);
    await insert(builder, 't', ['a', 'late', 'b'], [['a3', 'l3', 'b3']]);
    await insert(builder, 't', [], [[]]);
    await insert(builder, 't', ['b', 'a'], [['b5', 'a5']]);
    const stage = await builder.load();
    expect(stage.tables[0]?.columns).toEqual([
      { name: 'b', type: 'int', comment: 'about b' },
      { name: 'a', type: 'int', comment: 'about a' },
      { name: 'c', type: 'int', comment: 'about c' },
      { name: 'late', type: null, comment: null },
    ]);
    expect(await rowsOf(stage, 't')).toEqual([
      ['b1', 'a1', null, null, 0, 1, 1],
      [null, 'a2', 'c2', null, 0, 1, 2],
      ['b3', 'a3', null, 'l3', 0, 1, 3],
      [null, null, null, null, 0, 1, 4],
      ['b5', 'a5', null, null, 0, 1, 5],
    ]);
    await stage.remove();
  });

  it('keeps names apart that SQL would not', async () => {
    const builder = await openStage();
    const names = ['ID', 'id', '', '_row', 'a"b', 'x\0y', 'ID (2)'];
    await insert(builder, 'a"; DROP', names, [['1', '2', '3', '4', '5', '6', '7']]);
    await insert(builder, 'a"; DROP', ['id', 'ID'], [['8', '9']]);
    await insert(builder, 'twice', ['x', 'x'], [['1', '2']]);
    await insert(builder, 'twice', ['x', 'x'], [['3', '4']]);
    const stage = await builder.load();
    expect(stage.tables[0]?.columns.map(({ name }) => name)).toEqual([
      'ID',
      'id (2)',
      'column_3',
      '_row (2)',
      'a"b',
      'x\uFFFDy',
      'ID (2) (2)',
    ]);
    expect(await rowsOf(stage, 'a"; DROP')).toEqual([
      ['1', '2', '3', '4', '5', '6', '7', 0, 1, 1],
      ['9', '8', null, null, null, null, null, 0, 1, 2],
    ]);
    expect(await rowsOf(stage, 'twice')).toEqual([
      ['1', '2', 0, 1, 1],
      ['3', '4', 0, 1, 2],
    ]);
    await stage.remove();
  });

  it('joins tables of one name from several files; tells when their columns differ', async () => {
    const builder = await openStage();
    const second = { index: 1, name: 'b.sql', hashed: false };
    declare(builder, 't', ['id', 'x']);
    await insert(builder, 't', ['id', 'x'], [['1', 'x1']]);
    declare(builder, 't', ['ID', 'y'], second);
    await insert(builder, 't', ['ID', 'y'], [['2', 'y2']], second);
    declare(builder, 'same', ['id']);
    declare(builder, 'same', ['id'], second);
    const stage = await builder.load();
    expect(await rowsOf(stage, 't')).toEqual([
      ['1', 'x1', null, 0, 1, 1],
      ['2', null, 'y2', 1, 1, 2],
    ]);
    expect(stage.tables.map(({ name, files }) => [name, files])).toEqual([
      ['same', [0, 1]],
      ['t', [0, 1]],
    ]);
    expect(stage.tables[1]).toMatchObject({ primary_key: ['id'], declared: true, rows_read: 2 });
    expect(stage.issues.list()).toMatchObject([
      { code: 'stage.tables_joined', params: { table: 't' }, file: 'b.sql', count: 1 },
    ]);
    await stage.remove();
  });
});

describe('refusals', () => {
  it('keeps nothing of a refused row but its place', async () => {
    const builder = await openStage();
    const writer = await builder.sink(file).open('t', ['x', 'y'], 0);
    writer.text('1');
    writer.refuse('csv.broken_quotes', {}, place);
    writer.text('2');
    writer.none();
    writer.end(8);
    writer.refuse('csv.broken_quotes', {}, { ...place, line: 9 });
    const stage = await builder.load();
    expect(await rowsOf(stage, 't')).toEqual([['2', null, 0, 8, 1]]);
    expect(stage.tables[0]).toMatchObject({ rows_read: 1, rows_refused: 2, declared: false });
    expect(stage.issues.list()).toMatchObject([{ code: 'csv.broken_quotes', ...place, count: 2 }]);
    await stage.remove();
  });

  it.each([
    [9, 1],
    [10, 1],
    [11, 0],
  ])('a value of %i bytes where 10 may be: %i row', async (length, kept) => {
    const builder = await openStage({ limits: { ...limits, value_bytes_max: 10 } });
    const writer = await builder.sink(file).open('t', ['x', 'y'], 0);
    const bytes = Buffer.alloc(length, '"');
    for (const write of [
      () => writer.bytes(bytes, 0, length),
      () => writer.text('"'.repeat(length)),
    ]) {
      write();
      writer.text('1');
      writer.end(3);
    }
    writer.text('1');
    writer.text('1');
    writer.end(4);
    const stage = await builder.load();
    expect(stage.tables[0]).toMatchObject({ rows_read: 1 + 2 * kept, rows_refused: 2 - 2 * kept });
    const issue = { code: 'stage.value_too_long', line: 3, count: 2 };
    expect(stage.issues.list()).toMatchObject(kept === 1 ? [] : [issue]);
    await stage.remove();
  });

  it.each([
    [9, 1],
    [10, 1],
    [11, 0],
  ])('a row of %i bytes where 10 may be: %i row', async (length, kept) => {
    const builder = await openStage({ limits: { ...limits, row_bytes_max: 10 } });
    await insert(builder, 't', ['x', 'y'], [['12345', '1'.repeat(length - 5)]]);
    const stage = await builder.load();
    expect(stage.tables[0]).toMatchObject({ rows_read: kept, rows_refused: 1 - kept });
    const issue = { code: 'stage.row_too_long', line: 1, params: { table: 't', limit: 10 } };
    expect(stage.issues.list()).toMatchObject(kept === 1 ? [] : [issue]);
    await stage.remove();
  });

  it.each([
    [2, null],
    [3, null],
    [4, 'stage.too_many_tables'],
  ])('%i tables where 3 may be', async (count, code) => {
    const builder = await openStage({ limits: { ...limits, tables_max: 3 } });
    const open = async (): Promise<void> => {
      for (let i = 0; i < count; i += 1) await insert(builder, `t${i}`, ['x'], []);
    };
    if (code === null) await open();
    else await expect(open()).rejects.toMatchObject({ issue: { code } });
    await builder.remove();
  });

  it.each([
    [2, null],
    [3, null],
    [4, 'stage.too_many_columns'],
  ])('%i columns where 3 may be', async (count, code) => {
    const builder = await openStage({ limits: { ...limits, columns_max: 3 } });
    const columns = Array.from({ length: count }, (_, i) => `c${i}`);
    const open = insert(builder, 't', columns, []);
    if (code === null) await open;
    else await expect(open).rejects.toMatchObject({ issue: { code } });
    await builder.remove();
  });
});

describe('resources', () => {
  it('takes rows of many tables in turn', async () => {
    const builder = await openStage();
    const sink = builder.sink(file);
    const writers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => sink.open(`t${i}`, ['x'], 0)),
    );
    for (let row = 1; row <= 5; row += 1) {
      writers.forEach((writer, i) => {
        writer.text(`${i}/${row}`);
        writer.end(row);
      });
    }
    const stage = await builder.load();
    for (let i = 0; i < 60; i += 1) {
      const wanted = Array.from({ length: 5 }, (_, r) => [`${i}/${r + 1}`, 0, r + 1, r + 1]);
      expect(await rowsOf(stage, `t${i}`)).toEqual(wanted);
    }
    await stage.remove();
  });

  it('says so where its files cannot be written, without naming the folder', async () => {
    const gone = mkdtempSync(join(tmpdir(), 'stage-test-'));
    const builder = await openStage({ directory: gone });
    await insert(builder, 't', ['x'], [['1']]);
    rmSync(gone, { recursive: true });
    const error: unknown = await builder.load().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ issue: { code: 'stage.no_room' } });
    expect(String(error)).not.toContain(gone);
  });

  it('works in a folder whose name looks like a pattern', async () => {
    const odd = join(directory, "a[1]*b'c");
    const builder = await openStage({ directory: odd });
    await insert(builder, 't', ['x'], [['1']]);
    const stage = await builder.load();
    expect(await rowsOf(stage, 't')).toEqual([['1', 0, 1, 1]]);
    await stage.remove();
  });

  it('digests rows the same wherever the file stands among others', async () => {
    const digests = await Promise.all(
      [0, 3].map(async (index) => {
        const builder = await openStage();
        const live = { index, name: 'mysql://h/d', hashed: true };
        await insert(builder, 'u', ['x'], [['1'], [null]], live);
        await insert(builder, 'a', ['x'], [['1']], live);
        const digest = builder.digest(index);
        await builder.remove();
        return digest;
      }),
    );
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(digests[1]).toBe(digests[0]);
  });

  it('stops when told to and leaves nothing behind', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'stage-test-'));
    const abort = new AbortController();
    const builder = await openStage({ directory, signal: abort.signal });
    await insert(builder, 't', ['x'], [['1']]);
    const sink = builder.sink(file);
    await sink.flushed();
    abort.abort();
    await expect(sink.flushed()).rejects.toThrow();
    await expect(builder.load()).rejects.toThrow();
    expect(readdirSync(directory)).toEqual([]);
  });
});
