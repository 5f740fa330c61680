import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { generateUnknown } from '../../src/generate/generate-unknown.ts';
import { generateMall } from '../../src/generate/mall/generate-mall.ts';
import { inspect } from '../../src/inspect/inspect.ts';
import type { Report } from '../../src/model/report.ts';

const home = mkdtempSync(join(tmpdir(), 'polyprism-forest-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function reportBy(forest: 'kernels' | 'sql' | 'both', input: string): Promise<Report> {
  const directory = join(home, forest);
  mkdirSync(directory);
  const { report, engine } = await inspect([join(home, input)], {
    directory,
    packs: [],
    polyprism: 'test',
    person_key: Buffer.alloc(32),
    forest,
  });
  engine.close();
  rmSync(directory, { recursive: true });
  return report;
}

describe('an inspection whose network SQL has worked out', () => {
  it('makes the report of the kernels, of a mall with dirty recruiters', async () => {
    await generateMall(folderWriter(join(home, 'mall')), { members: 600, seed: 4 });
    const report = await reportBy('kernels', 'mall');
    expect(report.network.trees[0]).toMatchObject({ members: 600 });
    expect(report.network.trees[0]!.cycles).toBeGreaterThan(0);
    expect(await reportBy('sql', 'mall')).toEqual(report);
  });

  it('makes the report of both, of two trees', async () => {
    await generateUnknown(folderWriter(join(home, 'exports')), { members: 400 });
    const report = await reportBy('kernels', 'exports');
    expect(report.network.trees.map(({ name }) => name)).toEqual(['sponsor', 'placement']);
    expect(await reportBy('both', 'exports')).toEqual(report);
    expect(readdirSync(home).toSorted()).toEqual(['exports', 'mall']);
  });
});
