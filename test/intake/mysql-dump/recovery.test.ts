import { describe, expect, it } from 'vitest';
import { readMysqlDump } from '../../../src/intake/mysql-dump/read.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Limits } from '../../../src/model/limits.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';

async function read(
  text: string,
  own: Partial<Limits> = {},
  chunk = 4096,
): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await readMysqlDump(inputOf(text, 'dump.sql', chunk), sink, { limits: { ...limits, ...own } });
  return sink;
}

const table = 'CREATE TABLE t (id int, a text, n int);\nINSERT INTO t VALUES ';
const numbers = 'CREATE TABLE p (x int, y int);\nINSERT INTO p VALUES ';

function account(sink: CollectingSink, name = 't'): { ids: unknown[]; codes: string[] } {
  const { rows, refused } = sink.table(name);
  return {
    ids: rows.map((row) => Object.values(row)[0]),
    codes: refused.map(({ code, line, column }) => `${code} ${line}:${column}`),
  };
}

describe('recovery', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'a lost closing quote',
      "(1,'a,5),(2,'b',6),(3,'c',7);",
      ['2', '3'],
      ['dump.value_unreadable 2:22'],
    ],
    [
      'a lost closing quote before a text of separators',
      "(1,'a,5),(2,'),(',6),(3,'c',7);",
      ['2', '3'],
      ['dump.value_unreadable 2:22'],
    ],
    ['a lost opening quote', "(1,a',5),(2,'b',6);", ['2'], ['dump.value_unreadable 2:22']],
    [
      'a lost closing parenthesis',
      "(1,'a',5,(2,'b',6),(3,'c',7);",
      ['2', '3'],
      ['dump.value_unreadable 2:22'],
    ],
    [
      'a lost opening parenthesis',
      "(1,'a',5),2,'b',6),(3,'c',7);",
      ['1', '3'],
      ['dump.row_unreadable 2:31'],
    ],
    ['a lost first parenthesis', "1,'a',5),(2,'b',6);", ['2'], ['dump.row_unreadable 2:22']],
    [
      'a text that reads like rows inside a damaged row',
      "(1,'x(7,8,9),(10,11,12),y'z',5),(2,'b',6);",
      ['2'],
      ['dump.value_unreadable 2:22'],
    ],
    [
      'a lost quote in the last row, and the next statement',
      "(1,'a',5),(2,'b,6);\nINSERT INTO t VALUES (3,'c',7);",
      ['1', '3'],
      ['dump.value_unreadable 2:32'],
    ],
    ['a lost semicolon', "(1,'a',5)\nINSERT INTO t VALUES (2,'b',6);", ['1', '2'], []],
    [
      'too many and too few values, each alone',
      "(1,'a',5,6),(2,'b',6),(3,'c'),(4,'d',8);",
      ['2', '4'],
      ['dump.value_count 2:22', 'dump.value_count 2:44'],
    ],
    ['a file that ends in a row', "(1,'a',5),(2,'b", ['1'], ['dump.row_unclosed 2:32']],
    ['a damaged first word', "(1,'a',5);\nINSE?T INTO t VALUES (2,'b',6);", ['1', '2'], []],
    [
      'a damaged VALUES',
      "(1,'a',5);\nINSERT INTO t VAUES (2,'b',6),(3,'c',7);",
      ['1', '2', '3'],
      [],
    ],
  ])('%s', async (_, rows, ids, codes) => {
    expect(account(await read(table + rows))).toEqual({ ids, codes });
  });

  it('finds the next row where no quote ever closes again', async () => {
    expect(account(await read(`${numbers}(1,'2),(3,4),(5,6),(7,8);\n`), 'p')).toEqual({
      ids: ['3', '5', '7'],
      codes: ['dump.row_unclosed 2:22'],
    });
  });

  it('keeps each statement to its own table', async () => {
    const sink = await read(
      `${table}(1,'a,5);\nCREATE TABLE u (id int, a text, n int);\nINSERT INTO u VALUES (9,'z',1);`,
    );
    expect(account(sink)).toEqual({ ids: [], codes: ['dump.value_unreadable 2:22'] });
    expect(account(sink, 'u')).toEqual({ ids: ['9'], codes: [] });
    expect(sink.table('u').shape?.columns).toHaveLength(3);
  });

  it('counts the values of most rows where nothing names the columns', async () => {
    const sink = await read("INSERT INTO t VALUES (1,'a',0,0),(2,'b'),(3,'c');");
    expect(sink.table('t').columns).toEqual(['column_1', 'column_2']);
    expect(account(sink)).toEqual({ ids: ['2', '3'], codes: ['dump.value_count 1:22'] });
    expect(sink.codes()).toEqual(['dump.columns_unknown']);
  });

  it('gives generated columns no value unless the rows have one', async () => {
    const ddl =
      'CREATE TABLE t (id int, b int AS (id * 2) STORED, v int GENERATED ALWAYS AS (1), z int);\n';
    expect((await read(`${ddl}INSERT INTO t VALUES (1,9);`)).values('t')).toEqual([
      ['1', undefined, undefined, '9'],
    ]);
    expect((await read(`${ddl}INSERT INTO t VALUES (1,2,1,9);`)).values('t')).toEqual([
      ['1', '2', '1', '9'],
    ]);
  });

  it('goes on behind a comment without an end', async () => {
    const sink = await read(`/* never\n${table}(1,'a',5);`);
    expect(account(sink)).toEqual({ ids: ['1'], codes: [] });
    expect(sink.codes()).toEqual(['dump.comment_unclosed']);
  });

  it('reads past a routine written without DELIMITER', async () => {
    const sink = await read(
      [
        `CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW BEGIN`,
        `INSERT INTO t VALUES (7,'no',0);`,
        `IF 1 THEN SET @a = CASE 1 WHEN 1 THEN 'END;' END; END IF;`,
        `END;`,
        `${table}(1,'a',5);`,
      ].join('\n'),
    );
    expect(account(sink)).toEqual({ ids: ['1'], codes: [] });
  });

  it("leaves out the server's own tables, and tells two databases apart", async () => {
    const sink = await read(
      [
        'CREATE TABLE user (id int);INSERT INTO user VALUES (1);',
        'USE `shop`;',
        'CREATE TABLE user (id int, n int);',
        'INSERT INTO user VALUES (2,3);',
        'USE mysql;',
        'CREATE TABLE user (Host char(60));',
        'INSERT INTO user VALUES (4);',
        'CREATE DATABASE x;',
        '',
      ].join('\n'),
    );
    expect([...sink.tables.keys()]).toEqual(['user', 'shop.user']);
    expect(account(sink, 'shop.user').ids).toEqual(['2']);
    expect(account(sink, 'user').ids).toEqual(['1']);
  });

  it('keeps tables without rows and drops the stand-ins of views', async () => {
    const sink = await read(
      [
        "CREATE TABLE empty (a int COMMENT 'x');",
        '/*!50001 CREATE TABLE `v` (`a` tinyint) ENGINE=MyISAM */;',
        '/*!50001 DROP TABLE IF EXISTS `v`*/;',
        '/*!50001 CREATE VIEW `v` AS SELECT 1 AS a */;',
        'CREATE TABLE twin LIKE empty;',
      ].join('\n'),
    );
    expect([...sink.tables.keys()]).toEqual(['empty', 'twin']);
    expect(sink.table('twin').shape?.columns).toEqual([{ name: 'a', type: 'int', comment: 'x' }]);
  });

  it.each([
    [9, []],
    [10, []],
    [11, ['dump.value_too_long 2:22']],
  ])('takes a value of %i bytes under a limit of 10', async (length, codes) => {
    const text = `${table}(1,'${'x'.repeat(length)}',5),(2,'b',6);`;
    const ids = codes.length === 0 ? ['1', '2'] : ['2'];
    expect(account(await read(text, { value_bytes_max: 10 }))).toEqual({ ids, codes });
  });

  it.each([
    [99, []],
    [100, []],
    [101, ['dump.value_too_long 2:22']],
  ])('takes a row of %i bytes under a limit of 100', async (length, codes) => {
    const row = `(1,'${'x'.repeat(length - 8)}',5)`;
    expect(row).toHaveLength(length);
    const text = `${table}${row},(2,'b',6);`;
    const ids = codes.length === 0 ? ['1', '2'] : ['2'];
    expect(account(await read(text, { row_bytes_max: 100 }))).toEqual({ ids, codes });
  });
});

describe('hostile input', () => {
  it.each<[string, string]>([
    ['opening parentheses', `${table}${'('.repeat(500_000)}`],
    ['rows that never end', `${table}${"(1,'".repeat(125_000)}`],
    ['rows of other quotes', `${table}${`(1,'("`.repeat(100_000)}`],
    ['empty strings', `${table}${"(''".repeat(150_000)}`],
    ['comments that never end', '/*\n'.repeat(150_000)],
    ['comments behind rows', `${'INSERT INTO t VALUES (1);/*\n'.repeat(15_000)}`],
    ['heads without rows', 'INSERT INTO t (a,b\n'.repeat(25_000)],
    ['routines that never end', 'CREATE TRIGGER a BEGIN;\n'.repeat(15_000)],
    ['quotes', '\'"`'.repeat(150_000)],
    ['hidden comments', '/*!50000 INSERT INTO t VALUES (1, -- */\n'.repeat(10_000)],
    ['wrong counts', `${table}${"(1,'(2,3'),".repeat(37_500)}`],
    ['semicolons', ';'.repeat(500_000)],
  ])('%s are read in time that is linear', async (_, text) => {
    const began = performance.now();
    await read(text, {}, 65_536);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
