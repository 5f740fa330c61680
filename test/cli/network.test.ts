import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { polyprism } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-network-'));
const out = join(folder, 'out');

beforeAll(async () => {
  await generateCase(folderWriter(join(folder, 'in')), cases.baoyue);
  await polyprism(['inspect', join(folder, 'in'), '-o', out, '--format', 'json']);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('polyprism network', () => {
  it('tells the network of the last day, and what came since another', async () => {
    // Nine join from 1 May 2021 on, one every 60/9 days: the ninth on 23 June.
    const run = await polyprism(['network', out, '--since', '2021-06-22', '--member', '3', '2']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('9 member(s) in 1 structure(s), 4 level(s)');
    expect(run.stdout).toContain('Per level: 1 / 2 / 3 / 3');
    expect(run.stdout).toMatch(/^3 +2 +1 +2 +2 +1 › 3$/m);
    expect(run.stdout).toContain('1 joined, 0 had another upline.');
  });

  it('speaks Chinese, and JSON', async () => {
    const chinese = await polyprism(['--lang', 'zh', 'network', out, '--as-of', '2021-05-01']);
    expect(chinese.stdout).toContain('2021-05-01 终了时：会员 1 名，顶点 1 个，最深 1 层');
    const json = await polyprism(['network', out, '--as-of', '2021-05-01', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ on: { members: 1, levels: 1 }, change: null });
  });

  it('says where there is no inspection', async () => {
    const { code, stderr } = await polyprism(['network', join(folder, 'in')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('input.not_found')]);
  });
});
