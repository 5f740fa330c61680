import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openResults } from '../../../src/engine/batch/open-results.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'polyprism-batch-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const at = (name: string): string => join(folder, name);

/** Three statements, the second not run, the rows of the third in lines. */
function leave(lines: readonly string[], columns: readonly (readonly [string, string])[]): void {
  const batch = {
    schema: 'polyprism.batch/1',
    statements: ['SELECT 1', 'SELECT 2', 'SELECT 3'].map((sql) => ({ sql })),
  };
  const text = JSON.stringify(batch);
  writeFileSync(at('batch.json'), text);
  mkdirSync(at('results'));
  const rows = lines.map((line) => `${line}\n`).join('');
  writeFileSync(at('results/00000.jsonl'), '');
  writeFileSync(at('results/00002.jsonl'), rows);
  const result = (of: string): object => ({
    rows: 0,
    bytes: of.length,
    sha256: sha256(of),
    columns: columns.map(([name, type]) => ({ name, type })),
  });
  const receipt = {
    schema: 'polyprism.batch_receipt/1',
    batch_sha256: sha256(text),
    engine: { name: 'spark', version: '4.1.4' },
    results: [result(''), null, result(rows)],
  };
  writeFileSync(at('results/receipt.json'), JSON.stringify(receipt));
}

describe('results of a batch', () => {
  it('are values as every engine gives them', async () => {
    const columns = [
      ['n', 'bigint'],
      ['n', 'int'],
      ['far', 'bigint'],
      ['d', 'double'],
      ['much', 'double'],
      ['money', 'decimal(9,2)'],
      ['whole', 'decimal(38,0)'],
      ['day', 'date'],
      ['noon', 'timestamp_ntz'],
      ['yes', 'boolean'],
      ['t', 'string'],
      ['none', 'bigint'],
    ] as const;
    const values = ['1', '2', '9007199254740993', '1.5E10', 'Infinity', '1.50', '7', '2024-02-29'];
    const all = [...values, '2024-02-29 12:00:00', 'true', '1\u2028\n', null];
    // As run.py writes it: in ASCII, for a line ends at U+2028 too.
    const line = JSON.stringify(all).replace('\u2028', String.raw`\u2028`);
    leave([line, line], columns);
    const engine = await openResults(folder);
    expect([engine.name, engine.version, engine.dialect]).toEqual(['spark', '4.1.4', 'spark']);
    const row = {
      n: 1,
      'n:1': 2,
      far: '9007199254740993',
      d: 15_000_000_000,
      much: 'Infinity',
      money: '1.50',
      whole: 7,
      day: '2024-02-29',
      noon: '2024-02-29T12:00:00Z',
      yes: true,
      t: '1\u2028\n',
      none: null,
    };
    expect(await engine.rows('SELECT 3')).toEqual([row, row]);
    expect(await engine.rows('SELECT 1')).toEqual([]);
  });

  it.each(['SELECT 2', 'SELECT 4'])('do not answer %s, which was not run', async (sql) => {
    leave([], []);
    const engine = await openResults(folder);
    await expect(engine.rows(sql)).rejects.toThrow('spark.other_statement');
  });

  it.each([
    ['is gone', (path: string) => rmSync(path)],
    ['is cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, -6))],
    ['is another', (path: string) => writeFileSync(path, '["2"]\n["2"]\n')],
  ] as const)('are an error where a file %s', async (_, damage) => {
    leave(['["1"]', '["2"]'], [['n', 'int']]);
    damage(at('results/00002.jsonl'));
    const engine = await openResults(folder);
    await expect(engine.rows('SELECT 3')).rejects.toThrow('spark.damaged_result');
  });

  it('of another batch are refused, and those that are not there yet', async () => {
    await expect(openResults(folder)).rejects.toThrow('spark.no_batch');
    leave([], []);
    writeFileSync(at('batch.json'), `${readFileSync(at('batch.json'), 'utf8')} `);
    await expect(openResults(folder)).rejects.toThrow('spark.foreign_results');
    rmSync(at('results/receipt.json'));
    await expect(openResults(folder)).rejects.toThrow('spark.no_results');
  });
});
