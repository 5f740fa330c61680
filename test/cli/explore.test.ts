import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWriter } from '../../src/cli/folder-writer.ts';
import { cases } from '../../src/generate/cases/cases.ts';
import { generateCase } from '../../src/generate/cases/generate-case.ts';
import { polyprism } from './polyprism.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-explore-'));
const out = join(folder, 'out');
const to = join(folder, 'explorer');

beforeAll(async () => {
  await generateCase(folderWriter(join(folder, 'in')), cases.baoyue);
  await polyprism(['inspect', join(folder, 'in'), '-o', out, '--format', 'json']);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('polyprism explore', () => {
  it('writes the files its index names, and says what is in them', async () => {
    const run = await polyprism(['explore', out, '-o', to]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    // Nine members below one root, in four levels.
    expect(run.stdout).toContain('9 member(s), 1 structure(s), 0 alone, 4 level(s)');
    const index = JSON.parse(readFileSync(join(to, 'index.json'), 'utf8'));
    expect(index).toMatchObject({ members: 9, schemes: 1, alone: 0, levels: 4, change: null });
    for (const name of Object.keys(index.files)) expect(existsSync(join(to, name))).toBe(true);
  });

  it('compares two days, in JSON, and speaks Chinese', async () => {
    const dates = ['--since', '2021-06-22'];
    const json = await polyprism(['explore', out, '-o', to, ...dates, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ change: { since: '2021-06-22' } });
    const chinese = await polyprism(['--lang', 'zh', 'explore', out, '-o', to]);
    expect(chinese.stdout).toContain('会员 9 名，网络 1 个');
  });

  it('says what is missing', async () => {
    const nowhere = await polyprism(['explore', join(folder, 'in'), '-o', to]);
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('input.not_found')]);
    const half = await polyprism(['explore', out, '-o', to, '--until', '2021-06-22']);
    expect(half.stderr).toContain('--since');
  });
});
