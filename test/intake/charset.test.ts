import { describe, expect, it } from 'vitest';
import { utf8Chunks } from '../../src/intake/charset.ts';
import { encodingOf } from '../../src/intake/charset-names.ts';
import { readMysqlDump } from '../../src/intake/mysql-dump/read.ts';
import { CollectingSink, inputOf } from '../support/collecting-sink.ts';

async function decode(
  bytes: Uint8Array,
  asked?: string,
  chunk_bytes = 7,
): Promise<{ charset: string; text: string; damaged: boolean }> {
  const { charset, chunks, damage } = await utf8Chunks(inputOf(bytes, 'f', chunk_bytes), asked);
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return { charset, text: Buffer.concat(parts).toString('utf8'), damaged: damage.chunks > 0 };
}

/** Bytes of text in an encoding Node cannot write: the inverse of its decoder, by search. */
function encodeIn(charset: string, text: string): Buffer {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && !table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((char) => table.get(char) ?? [char.charCodeAt(0)]));
}

const simplified = '用户名称推广员订单号的一是了我不人在他有这个上们来到时大地为子中你说生国年';
const traditional = '用戶名稱推廣員訂單號的一是了我不人在他有這個上們來到時大地為子中你說生國年';
const dumpOf = (text: string, head = ''): string =>
  `${head}CREATE TABLE t (a text);\nINSERT INTO t VALUES ('${text}');\n`;

describe('the character set', () => {
  it.each<[string, Uint8Array, string | undefined, string]>([
    ['plain ASCII', Buffer.from('abc'), undefined, 'utf-8'],
    ['UTF-8', Buffer.from(dumpOf(simplified)), undefined, 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${dumpOf(simplified)}`), undefined, 'utf-8'],
    ['UTF-8 that says GBK', Buffer.from(dumpOf(simplified, 'SET NAMES gbk;')), undefined, 'utf-8'],
    ['UTF-16 little', Buffer.from(`\ufeff${dumpOf(simplified)}`, 'utf16le'), undefined, 'utf-16le'],
    [
      'UTF-16 big',
      Buffer.from(`\ufeff${dumpOf(simplified)}`, 'utf16le').swap16(),
      undefined,
      'utf-16be',
    ],
    ['UTF-16 unmarked', Buffer.from(dumpOf('abc'), 'utf16le'), undefined, 'utf-16le'],
    ['GBK', encodeIn('gb18030', dumpOf(simplified)), undefined, 'gb18030'],
    [
      'GBK that says UTF-8',
      encodeIn('gb18030', dumpOf(simplified, 'SET NAMES utf8mb4;')),
      undefined,
      'gb18030',
    ],
    [
      'two declared GBK characters',
      encodeIn('gb18030', dumpOf('隆', 'SET NAMES gbk;')),
      undefined,
      'gb18030',
    ],
    ['Big5', encodeIn('big5', dumpOf(traditional)), undefined, 'big5'],
    ['declared Big5', encodeIn('big5', dumpOf('創', 'SET NAMES big5;')), undefined, 'big5'],
    ['Latin 1', Buffer.from(dumpOf('café à Genève'), 'latin1'), undefined, 'windows-1252'],
    ['named by the user', encodeIn('gb18030', dumpOf('乗')), 'GBK', 'gb18030'],
    ['named wrongly by the user', Buffer.from(dumpOf(simplified)), 'no-such', 'utf-8'],
  ])('%s', async (_, bytes, asked, expected) => {
    for (const size of [1, 2, 3, 64, 4096]) {
      const { charset, text, damaged } = await decode(bytes, asked, size);
      expect([charset, damaged]).toEqual([expected, false]);
      expect(text).toBe(new TextDecoder(expected).decode(bytes));
    }
  });

  it('knows the names MySQL uses', () => {
    expect(
      ['utf8mb4', 'utf8', 'GBK', 'gb2312', 'big5', 'latin1', 'sjis', 'euckr', 'binary'].map(
        encodingOf,
      ),
    ).toEqual([
      'utf-8',
      'utf-8',
      'gb18030',
      'gb18030',
      'big5',
      'windows-1252',
      'shift_jis',
      'euc-kr',
      'utf-8',
    ]);
    expect(encodingOf('klingon')).toBeNull();
  });

  it('hands UTF-8 on without copying it', async () => {
    const bytes = Buffer.from('中文,abc\n'.repeat(100));
    const { chunks } = await utf8Chunks(inputOf(bytes, 'f', 1 << 20));
    for await (const chunk of chunks) expect(chunk.buffer).toBe(bytes.buffer);
  });

  it('replaces what is no character, and loses no byte of ASCII beside it', async () => {
    const bytes = Buffer.concat([
      Buffer.from("中('a"),
      Buffer.from([0xe4, 0xb8]),
      Buffer.from("','b"),
      Buffer.from([0xff]),
      Buffer.from("')"),
    ]);
    for (let size = 1; size <= bytes.length; size += 1) {
      const { text, damaged } = await decode(bytes, 'utf8', size);
      expect([text, damaged]).toEqual(["中('a\ufffd','b\ufffd')", true]);
    }
  });

  it('reads all characters of GBK that end in the byte of a backslash', async () => {
    const decoder = new TextDecoder('gb18030');
    const characters: string[] = [];
    const bytes: number[][] = [];
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      const char = decoder.decode(Uint8Array.of(lead, 0x5c));
      // The rows of Chinese characters; A1 to A9 hold symbols.
      if (lead >= 0xa1 && lead <= 0xa9) continue;
      if (!/^\p{Script=Han}$/u.test(char)) continue;
      characters.push(char);
      bytes.push([lead, 0x5c]);
    }
    expect(characters.length).toBeGreaterThanOrEqual(116);
    expect(characters).toEqual(expect.arrayContaining([...'乗俓僜']));
    const rows = bytes.flatMap((pair, i) => [
      ...Buffer.from(`${i === 0 ? '' : ','}(${i},'`),
      ...pair,
      ...Buffer.from("','x')"),
    ]);
    const head =
      'SET NAMES gbk;\nCREATE TABLE t (i int, a varchar(9), b varchar(9));\nINSERT INTO t VALUES ';
    const dump = Buffer.concat([Buffer.from(head), Buffer.from(rows), Buffer.from(';\n')]);
    for (const size of [1, 5, 64, 65_536]) {
      const sink = new CollectingSink();
      const { charset } = await readMysqlDump(inputOf(dump, 'gbk.sql', size), sink);
      expect(charset).toBe('gb18030');
      expect(sink.values('t')).toEqual(characters.map((char, i) => [String(i), char, 'x']));
      expect(sink.table('t').refused).toEqual([]);
    }
  });

  it('counts the values of a dump that hold undecodable bytes', async () => {
    const dump = Buffer.concat([
      Buffer.from(
        "CREATE TABLE t (i int, a text, b blob);\nINSERT INTO t VALUES (1,'中文中文',_binary '",
      ),
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from("'),(2,'二','ok'),(3,'三',_binary '"),
      Buffer.from([0x89, 0x50]),
      Buffer.from("');\n"),
    ]);
    const sink = new CollectingSink();
    await readMysqlDump(inputOf(dump, 'dump.sql'), sink);
    expect(sink.values('t')).toEqual([
      ['1', '中文中文', '\ufffd\ufffd\ufffd\ufffd'],
      ['2', '二', 'ok'],
      ['3', '三', '\ufffdP'],
    ]);
    expect(sink.issues.map(({ code, params, line }) => [code, params['column'], line])).toEqual([
      ['dump.undecodable_value', 'b', 2],
      ['dump.undecodable_value', 'b', 2],
    ]);
  });
});
