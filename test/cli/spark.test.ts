import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import type { Batch } from '../../src/engine/batch/batch.ts';
import { platforms } from '../../src/generate/platforms.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-spark-cli-'));
const at = (...parts: string[]): string => join(folder, ...parts);

beforeAll(async () => {
  await platforms.unknown.run({ members: 60 }, folderWriter(at('unknown')));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('spark', () => {
  it('writes a batch, judges nothing, and goes on when there are results of it', async () => {
    const wrote = await inProcess(['spark', 'batch', at('unknown'), '-o', at('out'), '--json']);
    expect({ code: wrote.code, stderr: wrote.stderr }).toEqual({ code: 0, stderr: '' });
    const told = JSON.parse(wrote.stdout) as Record<string, unknown>;
    expect(told['run']).toBe(`spark-submit ${at('out', 'batch', 'run.py')}`);
    expect(told['resume']).toBe(`polyprism spark resume ${at('out')}`);
    expect(readdirSync(at('out')).toSorted()).toEqual(['batch', 'snapshot']);
    const batch = JSON.parse(readFileSync(at('out/batch/batch.json'), 'utf8')) as Batch;
    expect(batch.statements).toHaveLength(Number(told['statements']));
    const files = batch.views.flatMap((one) => ('file' in one ? [[one.file, one.bytes]] : []));
    expect(files).toEqual(files.map(([file]) => [file, readFileSync(at('out', `${file}`)).length]));

    const early = await inProcess(['spark', 'resume', at('out')]);
    expect(early).toMatchObject({ code: 2, stdout: '' });
    expect(early.stderr).toContain('[spark.no_results]');

    const tables = ['--engine-tables', 'iceberg:lake.mall'];
    mkdirSync(at('out/batch/results'));
    writeFileSync(at('out/batch/results/receipt.json'), '{}');
    await inProcess(['spark', 'batch', at('unknown'), '-o', at('out'), ...tables]);
    // Results of the batch before are gone with it.
    const again = await inProcess(['spark', 'resume', at('out')]);
    expect(again.stderr).toContain('[spark.no_results]');
    const { views } = JSON.parse(readFileSync(at('out/batch/batch.json'), 'utf8')) as Batch;
    const derived = views.find(({ name }) => name === 'network_member');
    expect(derived).toMatchObject({ file: 'batch/tables/network_member.parquet' });
    const orders = views.find(({ name }) => name === 'orders');
    expect(orders).toMatchObject({ table: '"lake"."mall"."order"' });
    expect(orders).not.toHaveProperty('file');
  });

  it('refuses what it did not leave', async () => {
    writeFileSync(at('nothing'), '');
    const told = await inProcess(['spark', 'resume', at('nothing'), '--lang', 'zh']);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('[spark.no_batch]');
  });
});
