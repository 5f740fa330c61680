import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageEnd } from '../../../src/engine/spark/message-end.ts';
import { readReply } from '../../../src/engine/spark/read-thrift.ts';
import { readColumns, readRows } from '../../../src/engine/spark/row-set.ts';
import { structIn } from '../../../src/engine/spark/read-thrift.ts';
import { writeCall } from '../../../src/engine/spark/write-thrift.ts';
import { PolyprismError } from '../../../src/model/issue.ts';
import { limits } from '../../../src/model/limits.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_129);

/** Bytes written as hexadecimal, text in quotes: `80 01 "Open"`. */
function bytes(text: string): Buffer {
  const parts = text.match(/"[^"]*"|[0-9a-f]{2}/gi) ?? [];
  return Buffer.concat(
    parts.map((part) =>
      part.startsWith('"') ? Buffer.from(part.slice(1, -1)) : Buffer.from(part, 'hex'),
    ),
  );
}

const head = '80 01 00 02 00 00 00 05 "Fetch" 00 00 00 07';
const good = '0c 00 01 08 00 01 00 00 00 00 00';

/**
 * Two columns, i64 (5, NULL, 2^53 + 1) and text ('a', '', '微'), as FetchResults answers: of the
 * bits that say NULL, those of the second value are set.
 */
const fetched = bytes(`${head} 0c 00 00 ${good}
  0c 00 03
    0a 00 01 00 00 00 00 00 00 00 00
    0f 00 02 0c 00 00 00 00
    0f 00 03 0c 00 00 00 02
      0c 00 05
        0f 00 01 0a 00 00 00 03
          00 00 00 00 00 00 00 05  00 00 00 00 00 00 00 00  00 20 00 00 00 00 00 01
        0b 00 02 00 00 00 01 02 00 00
      0c 00 07
        0f 00 01 0b 00 00 00 03 00 00 00 01 "a" 00 00 00 00 00 00 00 03 e5 be ae
        0b 00 02 00 00 00 00 00 00
    00 00 00`);

const columns = [
  { name: 'n', type: 4 },
  { name: 's', type: 7 },
];

const rows = [
  { n: 5, s: 'a' },
  { n: null, s: '' },
  { n: '9007199254740993', s: '微' },
];

describe('a call', () => {
  it('is written as the protocol says', () => {
    const call = writeCall('Open', 258, [
      [1, { i32: 9 }],
      [2, { text: '微' }],
      [3, { bool: true }],
      [4, { texts: { a: 'b' } }],
      [5, { i64: -2 }],
      [300, { struct: [[1, { i16: 1 }]] }],
      [6, { bytes: Buffer.from([255]) }],
    ]);
    const expected = bytes(`80 01 00 01 00 00 00 04 "Open" 00 00 01 02 0c 00 01
      08 00 01 00 00 00 09
      0b 00 02 00 00 00 03 e5 be ae
      02 00 03 01
      0d 00 04 0b 0b 00 00 00 01 00 00 00 01 "a" 00 00 00 01 "b"
      0a 00 05 ff ff ff ff ff ff ff fe
      0c 01 2c 06 00 01 00 01 00
      0b 00 06 00 00 00 01 ff
      00 00`);
    expect(call.toString('hex')).toBe(expected.toString('hex'));
  });
});

describe('an answer', () => {
  it('gives rows of columns, with what is NULL', () => {
    const set = structIn(readReply(fetched, 'Fetch', 7), 3);
    expect(readRows(set, columns)).toEqual(rows);
  });

  it('ends where it ends, in whatever pieces it comes', () => {
    for (let first = 0; first <= fetched.length; first += 1) {
      const end = messageEnd(limits);
      const seen = [];
      for (let to = first; to < fetched.length; to += 3) seen.push(end(fetched.subarray(0, to)));
      expect(new Set(seen)).toEqual(new Set(seen.length > 0 ? [null] : []));
      expect(end(fetched)).toBe(fetched.length);
    }
  });

  it('to another call, or without a result, is none', () => {
    for (const [method, no] of [
      ['Fetch', 8],
      ['Open', 7],
    ] as const) {
      expect(() => readReply(fetched, method, no)).toThrow('spark.broken_answer');
    }
    expect(() => readReply(bytes(`${head} 00`), 'Fetch', 7)).toThrow('without a result');
    const exception = `80 01 00 03 00 00 00 05 "Fetch" 00 00 00 07 0b 00 01 00 00 00 02 "no" 00`;
    expect(() => readReply(bytes(exception), 'Fetch', 7)).toThrow('Fetch: no');
  });

  it.each([
    ['other first bytes', '80 02 00 02 00 00 00 00'],
    ['a call', '80 01 00 01 00 00 00 00'],
    ['HTTP', '"HTTP/1.1 400 Bad"'],
    ['a negative length', `${head} 0b 00 01 ff ff ff ff`],
    ['a length without end', `${head} 0b 00 01 7f ff ff ff`],
    ['values without end', `${head} 0f 00 01 0c 0f ff ff ff`],
    ['a type nobody knows', `${head} 09 00 01`],
  ])('%s is refused before its end', (_, text) => {
    expect(() => messageEnd(limits)(bytes(text))).toThrow('spark.broken_answer');
  });

  it('keeps to the limits', () => {
    const longest = { ...limits, spark_message_bytes_max: fetched.length };
    expect(messageEnd(longest)(fetched)).toBe(fetched.length);
    const shorter = { ...limits, spark_message_bytes_max: fetched.length - 2 };
    expect(() => messageEnd(shorter)(fetched.subarray(0, -1))).toThrow('too long');
    // Lists of 0, 2, 3 and 3 values; one struct in another, in a list, in two more.
    expect(messageEnd({ ...limits, spark_message_values_max: 8 })(fetched)).toBe(fetched.length);
    expect(() => messageEnd({ ...limits, spark_message_values_max: 7 })(fetched)).toThrow('values');
    expect(messageEnd({ ...limits, spark_message_depth_max: 7 })(fetched)).toBe(fetched.length);
    expect(() => messageEnd({ ...limits, spark_message_depth_max: 6 })(fetched)).toThrow('deep');
  });

  it('that is damaged is refused or read, and nothing else happens', () => {
    const damage = fc.array(fc.tuple(fc.nat(fetched.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(fetched.length), (changes, cut) => {
        const hurt = Buffer.from(fetched);
        for (const [at, byte] of changes) hurt[at] = byte;
        try {
          const end = messageEnd(limits)(hurt.subarray(0, cut));
          if (end === null) return;
          readRows(structIn(readReply(hurt.subarray(0, end), 'Fetch', 7), 3), columns);
        } catch (error) {
          if (!(error instanceof PolyprismError)) throw error;
          expect(error.issue.code).toBe('spark.broken_answer');
        }
      }),
      { numRuns: 20_000, seed },
    );
  });
});

describe('a result', () => {
  it('names its columns and their types', () => {
    // Two columns: `n` BIGINT, `s` an array, which is no primitive type.
    const schema = bytes(`${head} 0c 00 00 0f 00 01 0c 00 00 00 02
      0b 00 01 00 00 00 01 "n" 0c 00 02 0f 00 01 0c 00 00 00 01
        0c 00 01 08 00 01 00 00 00 04 00 00 00 00
      0b 00 01 00 00 00 01 "s" 0c 00 02 0f 00 01 0c 00 00 00 01
        0c 00 02 08 00 01 00 00 00 00 00 00 00 00
      00 00`);
    expect(readColumns(readReply(schema, 'Fetch', 7))).toEqual(columns);
  });

  it('without columns has no rows, with or without a list of them', () => {
    const setOf = (text: string) => structIn(readReply(bytes(text), 'Fetch', 7), 3);
    const start = `${head} 0c 00 00 ${good} 0c 00 03 0a 00 01 00 00 00 00 00 00 00 00`;
    const none = '0f 00 02 0c 00 00 00 00';
    expect(readRows(setOf(`${start} ${none} 0f 00 03 0c 00 00 00 00 00 00 00`), columns)).toEqual(
      [],
    );
    expect(readRows(setOf(`${start} ${none} 00 00 00`), columns)).toEqual([]);
    const one = '0f 00 02 0c 00 00 00 01 0f 00 01 0c 00 00 00 00 00';
    expect(() => readRows(setOf(`${start} ${one} 00 00 00`), columns)).toThrow('one by one');
  });

  it('with columns of unlike lengths, or another number of them, is none', () => {
    const set = structIn(readReply(fetched, 'Fetch', 7), 3);
    expect(() => readRows(set, columns.slice(1))).toThrow('columns');
    const first = bytes('0f 00 01 0a 00 00 00 03');
    const at = fetched.indexOf(first);
    const shorter = Buffer.concat([
      fetched.subarray(0, at),
      bytes('0f 00 01 0a 00 00 00 02'),
      fetched.subarray(at + first.length, at + first.length + 16),
      fetched.subarray(at + first.length + 24),
    ]);
    const unlike = structIn(readReply(shorter, 'Fetch', 7), 3);
    expect(() => readRows(unlike, columns)).toThrow('unlike');
  });
});
