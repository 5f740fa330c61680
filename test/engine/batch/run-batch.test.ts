import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/engine/batch/batch.ts';
import { openResults } from '../../../src/engine/batch/open-results.ts';
import { DuckDb, sqlText } from '../../../src/engine/duckdb.ts';
import { sparkSettings } from '../../../src/engine/spark/spark.ts';
import { inspect, inspectSnapshot } from '../../../src/inspect/inspect.ts';
import { batchFolder, writeBatch } from '../../../src/inspect/write-batch.ts';
import { sampleDump } from '../../support/sample-input.ts';
import { shippedPacks } from '../../support/shipped-packs.ts';
import { sparkHome } from '../../support/spark-server.ts';
import { sparkSubmit } from '../../support/spark-submit.ts';
import { root } from '../../tidy/repository.ts';

/** The whole sample takes minutes. */
const everything = process.env['POLYPRISM_SPARK'] === 'all';

const program = join(root, 'src/engine/batch/run.py');

const out = mkdtempSync(join(tmpdir(), 'polyprism-batch-'));
afterAll(() => rmSync(out, { recursive: true }));

/** Values of every type. */
const values = String.raw`SELECT 1 AS i, CAST(9007199254740993 AS BIGINT) AS far, 0.5D AS d,
  CAST(1.50 AS DECIMAL(9, 2)) AS money, CAST(7 AS DECIMAL(38, 0)) AS whole, 'it\'s \\ 好' AS t,
  DATE '2024-02-29' AS day, TIMESTAMP '2024-02-29 12:00:00' AS noon, X'00ff' AS b,
  TIMESTAMP '2024-02-29 12:00:00.25' AS later, CAST(NULL AS BIGINT) AS none, TRUE AS yes`;

describe.runIf(sparkHome() !== null)('a batch that spark-submit runs', () => {
  it('gives rows of what is due, and only of that', { timeout: 600_000 }, async () => {
    const few = join(out, 'few');
    const folder = batchFolder(few);
    mkdirSync(folder, { recursive: true });
    copyFileSync(program, join(folder, 'run.py'));
    const file = join(few, 'numbers.parquet');
    const duckdb = await DuckDb.open({ threads: 1 });
    await duckdb.run(`COPY (SELECT range AS n FROM range(25001)) TO ${sqlText(file)}`);
    duckdb.close();
    const numbers = 'SELECT n, CASE WHEN n % 3 > 0 THEN n END AS m FROM numbers ORDER BY n';
    const none = 'SELECT n FROM numbers WHERE n < 0';
    const asked = [
      { sql: numbers, when: null },
      { sql: none, when: null },
      { sql: 'SELECT 1 AS one', when: { of: [0, 1], rows: 'some' } },
      { sql: 'SELECT 2 AS two', when: { of: [1], rows: 'some' } },
      { sql: 'SELECT 3 AS three', when: { of: [1], rows: 'none' } },
      { sql: 'SELECT 4 AS four', when: { of: [0], rows: 'none' } },
      { sql: values, when: null },
    ] as const;
    const batch: Batch = {
      schema: 'polyprism.batch/1',
      polyprism: 'test',
      inputs: [],
      settings: sparkSettings,
      views: [
        { name: 'numbers', rows: 25_001, file: 'numbers.parquet', bytes: statSync(file).size },
      ],
      rows_max: 25_001,
      statements: asked.map((one) => ({ provision: 'test', ...one })),
    };
    writeFileSync(join(folder, 'batch.json'), JSON.stringify(batch));
    await sparkSubmit(join(folder, 'run.py'), []);
    const results = await openResults(folder);
    expect(await results.rows(numbers)).toEqual(
      Array.from({ length: 25_001 }, (_, n) => ({ n, m: n % 3 > 0 ? n : null })),
    );
    expect(await results.rows(none)).toEqual([]);
    expect(await results.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await results.rows('SELECT 3 AS three')).toEqual([{ three: 3 }]);
    await expect(results.rows('SELECT 2 AS two')).rejects.toThrow('spark.other_statement');
    await expect(results.rows('SELECT 4 AS four')).rejects.toThrow('spark.other_statement');
    expect(await results.rows(values)).toEqual([
      {
        i: 1,
        far: '9007199254740993',
        d: 0.5,
        money: '1.50',
        whole: 7,
        t: "it's \\ 好",
        day: '2024-02-29',
        noon: '2024-02-29T12:00:00Z',
        b: '00ff',
        later: '2024-02-29T12:00:00.25Z',
        none: null,
        yes: true,
      },
    ]);
  });

  it.runIf(everything)('gives the report that DuckDB gives', { timeout: 1_200_000 }, async () => {
    const dump = join(out, 'sample.sql');
    writeFileSync(dump, await sampleDump());
    const directory = join(out, 'snapshot');
    mkdirSync(directory);
    const options = {
      packs: await shippedPacks('cn'),
      polyprism: 'test',
      person_key: Buffer.alloc(32),
    };
    const { report: own, snapshot, engine } = await inspect([dump], { ...options, directory });
    engine.close();
    await writeBatch(snapshot, options, { out });
    const folder = batchFolder(out);
    await sparkSubmit(join(folder, 'run.py'), [`file:${out}`]);
    const results = await openResults(folder);
    const spark = { engine: results, folder: null };
    const told = await inspectSnapshot(snapshot, { ...options, spark });
    told.engine.close();
    const { engine: by, ...digests } = told.report.digests;
    expect(by).toMatchObject({ name: 'spark', version: results.version });
    expect(own.findings.length).toBeGreaterThan(300);
    const { engine: _, ...before } = own.digests;
    expect({ ...told.report, digests }).toEqual({ ...own, digests: before });
  });

  it.runIf(everything)('stops at tables that are not those of the batch', async () => {
    const folder = batchFolder(join(out, 'few'));
    const file = join(folder, 'batch.json');
    const batch = JSON.parse(readFileSync(file, 'utf8')) as Batch;
    const views = batch.views.map((one) => ({ ...one, bytes: 1 }));
    writeFileSync(file, JSON.stringify({ ...batch, views }));
    const run = sparkSubmit(join(folder, 'run.py'), []);
    await expect(run).rejects.toThrow('and the batch is for one of 1');
    await expect(openResults(folder)).rejects.toThrow('spark.no_results');
  });
});
