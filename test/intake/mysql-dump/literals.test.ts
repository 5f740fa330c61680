import { describe, expect, it } from 'vitest';
import { readMysqlDump } from '../../../src/intake/mysql-dump/read.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';

async function read(text: string, chunk_bytes = 65_536): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await readMysqlDump(inputOf(text, 'dump.sql', chunk_bytes), sink);
  return sink;
}

/** The one value of `literal` in a column of `type`; expected values are from the MySQL manual. */
async function valueOf(literal: string, type = 'text'): Promise<string | null | undefined> {
  const sink = await read(
    `CREATE TABLE t (k int, v ${type});\nINSERT INTO t VALUES (1,${literal});\n`,
  );
  expect(sink.table('t').refused).toEqual([]);
  return sink.table('t').rows[0]?.['v'];
}

describe('literals', () => {
  it.each([
    ['NULL', null],
    ['null', null],
    ['TRUE', '1'],
    ['false', '0'],
    ['0', '0'],
    ['-12.50', '-12.50'],
    ['+7', '+7'],
    ['.5', '.5'],
    ['1.', '1.'],
    ['1e10', '1e10'],
    ['-1.5E-3', '-1.5E-3'],
    ['00012', '00012'],
    ["''", ''],
    ["'plain'", 'plain'],
    ['"double"', 'double'],
    [`'say "hi"'`, 'say "hi"'],
    [`"it's"`, "it's"],
    ["'it''s'", "it's"],
    ['"say ""hi"""', 'say "hi"'],
    [`'a' 'b'`, 'ab'],
    [`'a'\n  "b"\t'c''d'`, "abc'd"],
    ["_utf8mb4'中文'", '中文'],
    ["_binary 'abc'", 'abc'],
    ["_latin1 x'4142'", 'AB'],
    ["N'ni'", 'ni'],
    ['0x4D7953514C', 'MySQL'],
    ["x'4D7953514C'", 'MySQL'],
    ["X''", ''],
    ['0xE4B8AD', '中'],
    ['0xFFD8FF', '0xFFD8FF'],
    ['0x00', '0x00'],
    ["'two\nlines'", 'two\nlines'],
    ["'),(1,2),('", '),(1,2),('],
    [`'; INSERT INTO t VALUES (3,"x");'`, '; INSERT INTO t VALUES (3,"x");'],
    ["'-- no comment'", '-- no comment'],
    ["'/* none */'", '/* none */'],
  ])('%s', async (literal, expected) => {
    expect(await valueOf(literal)).toBe(expected);
  });

  it.each([
    ['\\0', '\0'],
    ["\\'", "'"],
    ['\\"', '"'],
    ['\\b', '\b'],
    ['\\n', '\n'],
    ['\\r', '\r'],
    ['\\t', '\t'],
    ['\\Z', '\u001a'],
    ['\\\\', '\\'],
    ['\\%', '\\%'],
    ['\\_', '\\_'],
    ['\\x', 'x'],
    ['\\中', '中'],
  ])('escape %s', async (escape, expected) => {
    expect(await valueOf(`'a${escape}z'`)).toBe(`a${expected}z`);
  });

  it.each([
    ['0x1F', 'int(11)', '31'],
    ["x'FFFFFFFFFFFFFFFF'", 'bigint unsigned', '18446744073709551615'],
    ["b'101'", 'int', '5'],
    ['0b11', 'tinyint', '3'],
    ["b'1'", 'bit(1)', '1'],
    ["b'0'", 'bit(1)', '0'],
    ["'\\0'", 'bit(1)', '0'],
    ["_binary '\u0001'", 'bit(1)', '1'],
    ["'1'", 'bit(1)', '1'],
    ["'1'", 'bit(8)', '49'],
    ["'AB'", 'bit(16)', '16706'],
    ['0x80', 'bit(8)', '128'],
    ["'31'", 'int', '31'],
  ])('%s in a column of %s', async (literal, type, expected) => {
    expect(await valueOf(literal, type)).toBe(expected);
  });

  it.each([
    ["/*!40103 SET TIME_ZONE='+00:00' */;", '2024-01-01 16:00:00+00:00'],
    ['SET time_zone = "+08:00";', '2024-01-01 16:00:00+08:00'],
    ['SET @OLD_TIME_ZONE=@@TIME_ZONE;', '2024-01-01 16:00:00'],
    ["SET TIME_ZONE='+00:00'; SET TIME_ZONE=@OLD_TIME_ZONE;", '2024-01-01 16:00:00'],
  ])('after %s writes the offset of TIMESTAMP columns, and of no others', async (set, instant) => {
    const sink = await read(
      `${set}\nCREATE TABLE t (k int, s timestamp NULL, d datetime, z timestamp);\n` +
        "INSERT INTO t VALUES (1,'2024-01-01 16:00:00','2024-01-01 16:00:00'," +
        "'0000-00-00 00:00:00');",
    );
    expect(sink.values('t')).toEqual([
      ['1', instant, '2024-01-01 16:00:00', '0000-00-00 00:00:00'],
    ]);
  });

  it('keeps what only a server can compute as text, and says so', async () => {
    const sink = await read(
      [
        'CREATE TABLE t (a int, b datetime, c int);',
        'INSERT INTO t VALUES (1,now(),2),(2,CURRENT_TIMESTAMP,3),',
        `(3,concat('a)',"("),4),(4,DEFAULT,5);`,
      ].join('\n'),
    );
    expect(sink.values('t')).toEqual([
      ['1', 'now()', '2'],
      ['2', 'CURRENT_TIMESTAMP', '3'],
      ['3', `concat('a)',"(")`, '4'],
      ['4', null, '5'],
    ]);
    expect(sink.codes()).toEqual(Array.from({ length: 4 }, () => 'dump.computed_value'));
  });

  it('takes a backslash as itself under NO_BACKSLASH_ESCAPES, and only then', async () => {
    const sink = await read(
      [
        'CREATE TABLE t (a text, b text);',
        "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;",
        "INSERT INTO t VALUES ('a\\nb','1');",
        "SET SESSION sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES';",
        "INSERT INTO t VALUES ('C:\\','it''s');",
        '/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;',
        "INSERT INTO t VALUES ('\\'','3');",
      ].join('\n'),
    );
    expect(sink.values('t')).toEqual([
      ['a\nb', '1'],
      ['C:\\', "it's"],
      ["'", '3'],
    ]);
  });

  it.each([
    ["'a'b'", 'dump.value_unreadable'],
    ['12abc', 'dump.value_unreadable'],
    ['2023-01-01', 'dump.value_unreadable'],
    ['0x1G', 'dump.value_unreadable'],
    ["b'2'", 'dump.value_unreadable'],
    ['word', 'dump.value_unreadable'],
    ['', 'dump.value_unreadable'],
    ["'a','b'", 'dump.value_count'],
  ])('refuses %s and reads on', async (literal, code) => {
    const sink = await read(
      `CREATE TABLE t (k int, v text);\nINSERT INTO t VALUES (1,'x'),(2,${literal}),\n  (3,'y');`,
    );
    const { rows, lines, refused } = sink.table('t');
    expect(rows).toEqual([
      { k: '1', v: 'x' },
      { k: '3', v: 'y' },
    ]);
    expect(lines).toEqual([2, 3]);
    expect(refused.map(({ code: seen, line, column }) => [seen, line, column])).toEqual([
      [code, 2, 30],
    ]);
  });

  it('reads the same in pieces of any size', async () => {
    const text = [
      `CREATE TABLE t (a int, b text, c text);`,
      `INSERT INTO t VALUES (1,'中文\\'','x''y'),(-2.5e3,NULL,'a' 'b'),`,
      `(3,_utf8mb4 'z',0x41);`,
      `/*!40101 SET NAMES utf8 */;`,
      `INSERT INTO t (c,a) VALUES ('\\\\',now());`,
    ].join('\n');
    const whole = await read(text);
    expect(whole.table('t').rows).toEqual([
      { a: '1', b: "中文'", c: "x'y" },
      { a: '-2.5e3', b: null, c: 'ab' },
      { a: '3', b: 'z', c: 'A' },
      { c: '\\', a: 'now()' },
    ]);
    for (let size = 1; size <= 40; size += 1) {
      const pieces = await read(text, size);
      expect(pieces.table('t')).toEqual(whole.table('t'));
    }
  });
});
