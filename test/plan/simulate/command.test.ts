import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../../src/model/limits.ts';
import { inProcess } from '../../cli/in-process.ts';
import { root } from '../../tidy/repository.ts';

const plan = join(root, 'plans', 'huasheng-2017.yaml');
const base = ['plan', 'simulate', plan];
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyprism-simulate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function assume(text: string): Promise<string> {
  const file = join(folder, 'assumptions.yaml');
  await writeFile(file, `schema: polyprism.assumptions/1\n${text}`);
  return file;
}

describe('polyprism plan simulate', () => {
  it('gives the same bytes for the same seed, and other figures for another', async () => {
    const file = await assume('population: 60\nmonths: 8\nruns: 4\n');
    const run = (...more: string[]) => inProcess([...base, '--assume', file, '--json', ...more]);
    const first = await run();
    expect(first.code).toBe(0);
    expect(await run()).toEqual(first);
    expect((await run('--seed', '2')).stdout).not.toBe(first.stdout);
    const said = JSON.parse(first.stdout) as {
      assumptions: { runs: number; seed: number };
      members: { n: number };
    };
    expect(said).toMatchObject({ assumptions: { runs: 4, seed: 1 }, members: { n: 4 } });
    expect(JSON.parse((await run('--runs', '7')).stdout)).toMatchObject({ members: { n: 7 } });
  });

  it('begins with what is assumed, in the language asked for', async () => {
    const file = await assume('population: 60\nmonths: 8\nruns: 2\nstart: 2026-01-01\n');
    const { stdout } = await inProcess([...base, '--assume', file, '--lang', 'zh']);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '花生日记（2018年1月15日以前）',
      '',
      '推演假设',
      '  以下全部数字均由这些假设和方案推算得出，实际情况可能不同。',
      '  · 可能加入者共 60 人；启动时有 1 名会员（超级会员），且一直活跃。',
    ]);
    const headings = ['第 4 个月加入者的预期', '各次推演', '达到各界线之日（第几天）', '按层级'];
    const at = headings.map((heading) => lines.indexOf(heading));
    expect(at.every((line, i) => line > (at[i - 1] ?? 0))).toBe(true);
    expect(stdout).toMatch(/3 层 .*\(2026-\d\d-\d\d\)/);
  });

  it('writes a page that begins with what is assumed, and JSON by its digest', async () => {
    const file = await assume('population: 30\nmonths: 8\nruns: 2\n');
    const out = join(folder, 'out');
    const { code, stdout } = await inProcess([...base, '--assume', file, '-o', out, '--json']);
    expect(code).toBe(0);
    const json = await readFile(join(out, 'simulation.json'), 'utf8');
    expect(JSON.parse(json)).toEqual(JSON.parse(stdout));
    const page = await readFile(join(out, 'simulation.html'), 'utf8');
    const digest = createHash('sha256').update(json).digest('hex');
    expect(page).toContain(digest.slice(0, 16));
    const anchors = [...page.matchAll(/<section id="([a-z]+)"/g)].map(([, name]) => name);
    expect(anchors).toEqual(['assumptions', 'outlook', 'figures', 'lines', 'tenths', 'levels']);
    expect(page).toContain('<span lang="zh-CN">可能加入者共 30 人；');
    expect(page).toContain('<span lang="en">30 people could join; ');
  });

  it('tells what is wrong with assumptions, with a caret', async () => {
    const file = await assume('stops: 0.5\n');
    const { code, stderr } = await inProcess([...base, '--assume', file]);
    expect(code).toBe(2);
    expect(stderr.split('\n').slice(1, 3)).toEqual(['2 | stops: 0.5', '  |        ^^^']);
    const json = await inProcess([...base, '--assume', file, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      assumptions: null,
      diagnostics: [{ code: 'plan.wrong_value', line: 2, column: 8 }],
    });
    const gone = await inProcess([...base, '--assume', join(folder, 'gone.yaml')]);
    expect([gone.code, gone.stderr.includes('input.not_found')]).toEqual([2, true]);
  });

  it('refuses a month beyond the last', async () => {
    const file = await assume('population: 5\nmonths: 3\nruns: 1\n');
    const run = (month: string) => inProcess([...base, '--assume', file, '--join-month', month]);
    expect((await run('3')).code).toBe(0);
    const { code, stderr } = await run('4');
    expect([code, stderr.includes('cli.bad_number')]).toEqual([2, true]);
  });

  it('refuses more people over all runs than are held', async () => {
    const runs = 1_000;
    const most = limits.simulation_people_max / runs;
    const file = await assume(`population: ${most + 1}\nmonths: 1\nruns: ${runs}\n`);
    const { code, stderr } = await inProcess([...base, '--assume', file]);
    expect([code, stderr.includes('plan.simulation_too_large')]).toEqual([2, true]);
    for (const population of [most, most - 1]) {
      const quiet = `population: ${population}\nrecruiting: {per_month: 0}\n`;
      const still = await assume(`${quiet}purchases: {own: 0, customers: 0}\nmonths: 1\n`);
      expect((await inProcess([...base, '--assume', still])).code).toBe(0);
    }
  });

  it('says where nobody can join and recruit', async () => {
    const file = join(folder, 'closed.yaml');
    await writeFile(
      file,
      `schema: polyprism.plan/1
id: closed
title: {zh: 试, en: Test}
currency: CNY
ranks: [{id: guest, recruits: false}]
rules: [{id: head, base: headcount, amount: 1}]
`,
    );
    const { code, stderr } = await inProcess(['plan', 'simulate', file]);
    expect([code, stderr.includes('plan.nobody_recruits')]).toEqual([2, true]);
  });
});
