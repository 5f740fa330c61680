import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/intake/json/read.ts';
import { limits } from '../../../src/model/limits.ts';
import { CollectingSink, inputOf } from '../../support/collecting-sink.ts';

const runs = Number(process.env['POLYPRISM_FUZZ_RUNS'] ?? 2_500);
const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_125);

async function read(text: string, piece_bytes = 7): Promise<CollectingSink> {
  const sink = new CollectingSink();
  await readJson(inputOf(text, 'members.json', piece_bytes), sink);
  return sink;
}

describe('readJson', () => {
  it('keeps the digits of long numbers, and nested values as they are written', async () => {
    const sink = await read(
      '[{"id":1930012345678901234,"amount":12.50,"note":null,"ok":true,"more":{"a": [1]}}]',
    );
    expect(sink.table('members').columns).toEqual(['id', 'amount', 'note', 'ok', 'more']);
    expect(sink.values('members')).toEqual([
      ['1930012345678901234', '12.50', null, 'true', '{"a": [1]}'],
    ]);
  });

  it('reads escapes in keys and values', async () => {
    const sink = await read(String.raw`[{"\u59d3\u540d":"a\n\"b\" \ud83d\ude00"}]`);
    expect(sink.table('members').columns).toEqual(['姓名']);
    expect(sink.values('members')).toEqual([['a\n"b" 😀']]);
  });

  it('reads one object a line, and refuses the line that is none', async () => {
    const sink = await read('{"id":1}\n{"id":2\n\n{"id":3}\n[4]\n');
    expect(sink.values('members')).toEqual([['1'], ['3']]);
    expect(sink.table('members').refused.map(({ code, line }) => [code, line])).toEqual([
      ['json.broken_row', 2],
      ['json.row_not_object', 5],
    ]);
  });

  it('finds rows inside wrapping objects', async () => {
    const sink = await read(
      '{"code":0,"data":{"users":[{"id":1}],"total":1,"orders":[{"no":"A"},{"no":"B"}]},"x":[1,2]}',
    );
    expect(sink.values('users')).toEqual([['1']]);
    expect(sink.values('orders')).toEqual([['A'], ['B']]);
  });

  it("names the tables of phpMyAdmin's export", async () => {
    const sink = await read(
      '[\n{"type":"header","version":"5"},\n{"type":"database","name":"mall"},\n' +
        '{"type":"table","name":"eb_user","database":"mall","data":\n' +
        '[\n{"uid":"1"},\n{"uid":"2"}\n]\n}\n]',
    );
    expect(sink.values('eb_user')).toEqual([['1'], ['2']]);
  });

  it('refuses a row that names a member twice', async () => {
    const sink = await read('[{"id":1,"id":2},{"id":3,"x":4}]');
    expect(sink.values('members')).toEqual([['3', '4']]);
    expect(sink.table('members').refused.map(({ code }) => code)).toEqual([
      'json.duplicate_member',
    ]);
  });

  it('says where a file breaks off', async () => {
    const sink = await read('[{"id":1},\n{"id":2');
    expect(sink.values('members')).toEqual([['1']]);
    expect(sink.codes()).toEqual(['json.truncated']);
    expect(sink.table('members').refused.length).toBe(1);
  });

  it.each([
    [0, 1],
    [1, 0],
  ])('holds json_depth_max at limit + %i', async (over, rows) => {
    const sink = new CollectingSink();
    const depth = 5 + over;
    const text = `[{"id":${'['.repeat(depth)}1${']'.repeat(depth)}}]`;
    await readJson(inputOf(text, 't.json'), sink, { limits: { ...limits, json_depth_max: 5 } });
    expect(sink.values('t')).toHaveLength(rows);
  });

  it('loses one row to one corruption', async () => {
    console.log(`seed ${seed}, ${runs} corruptions`);
    const value = fc.oneof(
      fc.stringMatching(/^[a-z0-9张三 ,{}[\]"\\:]{0,10}$/),
      fc.integer(),
      fc.constant(null),
      fc.record({ id: fc.integer(), k: fc.constant('v') }),
    );
    const row = fc.tuple(fc.nat(), value, value).map(([id, a, b]) => ({ id, a, b }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 3, maxLength: 10 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('"', ',', '{', '}', ']', 'x', '', '\\'),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        async (rows, pick, at, insert, drop, lines) => {
          const texts = rows.map((one) => JSON.stringify(one));
          const hit = pick % texts.length;
          const text = texts[hit]!;
          const position = at % text.length;
          const broken = text.slice(0, position) + insert + text.slice(position + drop);
          const all = texts.with(hit, broken);
          const sink = await read(lines ? all.join('\n') : `[${all.join(',')}]`, 64);
          const found = new Set(
            sink
              .table('members')
              .rows.map((one) => JSON.stringify([one['id'], one['a'], one['b']])),
          );
          const wanted = rows
            .filter((_, i) => i !== hit)
            .map(({ id, a, b }) => JSON.stringify([id, a, b].map(shown)));
          // With the bracket that opens the array gone or doubled, the file is another file.
          expect(wanted.filter((one) => !found.has(one))).toEqual([]);
          if (sink.values('members').length < rows.length) {
            expect(sink.table('members').refused.length + sink.codes().length).toBeGreaterThan(0);
          }
        },
      ),
      { seed, numRuns: runs },
    );
  });
});

function shown(value: unknown): string | null {
  if (value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
