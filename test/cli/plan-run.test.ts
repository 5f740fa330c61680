import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measuredCosts } from '../../src/cost/measured-costs.ts';
import type { RunPlan } from '../../src/cost/plan-run.ts';
import { inProcess } from './in-process.ts';

const asked = ['plan-run', '--members', '1e9', '--orders', '1e11', '--nodes', '40'];

async function planned(...args: readonly string[]): Promise<RunPlan> {
  const { code, stdout } = await inProcess(['--json', ...asked, ...args]);
  expect(code).toBe(0);
  return JSON.parse(stdout) as RunPlan;
}

describe('polyprism plan-run', () => {
  it('prints three modes with their phases, where they cross, costs and assumptions', async () => {
    const { code, stdout, stderr } = await inProcess(asked);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('1,000,000,000 members, 51 levels; 100,000,000,000 orders');
    expect(lines[1]).toBe('each machine 16 cores, 64 GiB; cluster of 40 nodes, 10 Gbit/s each');
    expect(lines.filter((line) => line.startsWith('together'))).toHaveLength(3);
    // 51 levels: 7 doublings, 12 for cycles, two passes of 51, 4 more; 150 of the provisions.
    expect(lines.filter((line) => line.startsWith('together'))[2]).toContain('  275 ');
    expect(stdout).toContain('cannot be done there: memory');
    expect(stdout).toContain('Sooner done than on one machine:');
    expect(stdout).toMatch(/^ {2}14 µs +all of the forest of a member in SQL/m);
    expect(stdout).toMatch(/^ {2}0\.43 \(0\.3–0\.7\) × +assumed {3}bytes sent between nodes/m);
  });

  it('says the same in Chinese', async () => {
    const { stdout } = await inProcess(['--lang', 'zh', ...asked]);
    expect(stdout.split('\n')[0]).toBe('会员 1,000,000,000，层级 51；订单 100,000,000,000');
    expect(stdout).toContain('无法完成：内存不足');
    expect(stdout).not.toMatch(/\b(members|orders|together|assumed|likely)\b/);
  });

  it('takes the site, and what is left out', async () => {
    const site = ['--cores', '2', '--memory', '1.5GiB', '--disk', '1TB', '--network-gbit', '1'];
    const plan = await planned('--imported', '--without-derived', '--levels', '9', ...site);
    expect(plan.load).toEqual({
      members: 1e9,
      orders: 1e11,
      levels: 9,
      imported: true,
      derived: false,
    });
    expect(plan.site).toEqual({
      nodes: 40,
      cores: 2,
      memory_bytes: 1_610_612_736,
      disk_bytes: 1e12,
      network_bytes_per_s: 125_000_000,
    });
    const names = plan.modes[0]?.phases.map(({ name }) => name);
    expect(names).toEqual('start members money forest dates tables provisions'.split(' '));
    expect(plan.modes[0]?.obstacles).toEqual(['memory', 'disk']);
  });

  it('takes the unit costs of a file, and refuses what is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polyprism-test-'));
    const file = join(folder, 'unit-costs.json');
    try {
      const costs = { ...measuredCosts.costs, forest_member_us: 1 };
      await writeFile(file, JSON.stringify({ ...measuredCosts, machine: 'another', costs }));
      const plan = await planned('--unit-costs', file);
      expect(plan.measured.machine).toBe('another');
      const forest = plan.modes[0]?.phases.find(({ name }) => name === 'forest');
      // A microsecond each, and 3 % more each time the data double beyond what was measured.
      const doublings = Math.log2(1e9 / measuredCosts.members);
      expect(forest!.cpu_s).toBeCloseTo(1000 * (1 + 0.03 * doublings), 6);
      await writeFile(file, '{}');
      const bad = await inProcess([...asked, '--unit-costs', file]);
      expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('holds no unit costs')]);
      const none = await inProcess([...asked, '--unit-costs', join(folder, 'none')]);
      expect(none.code).toBe(2);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    ['--members', '1.5'],
    ['--members', '0'],
    ['--orders', '1e16'],
    ['--nodes', 'many'],
    ['--memory', '64'],
  ])('refuses %s %s', async (flag, value) => {
    const { code, stderr } = await inProcess([...asked, flag, value]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`'${value}'`)]);
  });

  it('asks for what it cannot do without', async () => {
    const { code, stderr } = await inProcess(['plan-run', '--members', '1e6']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--orders')]);
  });
});
