import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readUnitCosts } from '../src/cli/plan-run/read-unit-costs.ts';
import { runTrial } from '../src/cli/plan-run/run-trial.ts';
import type { TrialSize } from '../src/cli/plan-run/trial-rows.ts';
import { writeTrialSnapshot } from '../src/cli/plan-run/trial-snapshot.ts';
import { figuresAt } from '../src/cost/figures.ts';
import type { Site } from '../src/cost/load.ts';
import { phasesOf } from '../src/cost/modes.ts';
import type { PhaseName } from '../src/cost/phase.ts';
import type { Pack } from '../src/model/provision.ts';
import { loadPacks } from '../src/packs/load-packs.ts';
import { hardware } from './hardware.ts';

const sizes: readonly TrialSize[] = [
  { members: 300_000, orders: 3_000_000 },
  { members: 1_000_000, orders: 10_000_000 },
];

/** What an inspection spends in the engine's own phases. */
const network: readonly PhaseName[] = ['members', 'money', 'forest', 'dates', 'tables'];

/**
 * Inspects generated data of two sizes and prints what the model foretold of each phase, in seconds
 * of processor, by the costs in POLYPRISM_UNIT_COSTS or those bundled.
 */
export async function benchPlanRun(
  print: (line: string) => void,
  members?: number,
  orders?: number,
): Promise<void> {
  print(`plan-run: ${hardware()}`);
  const packs = await loadPacks([join(import.meta.dirname, '..', 'packs', 'cn')]);
  const asked = members === undefined ? sizes : [{ members, orders: orders ?? members * 10 }];
  for (const size of asked) await checkModel(print, size, packs);
}

async function checkModel(
  print: (line: string) => void,
  size: TrialSize,
  packs: readonly Pack[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-bench-'));
  try {
    const snapshot = await writeTrialSnapshot(folder, size);
    const run = await runTrial(snapshot, packs, '4GB');
    const foretold = await foretell(size);
    const { members, orders } = size;
    print(`plan-run: ${members} members, ${orders} orders, seconds of processor`);
    const say = (what: string, before: number, after: number): void =>
      print(`plan-run: ${what} foretold ${before.toFixed(1)}, measured ${after.toFixed(1)}, ratio
  ${(after / before).toFixed(2)}`);
    const parts = [
      ['network', foretold(network), run.network.cpu_s],
      ['derived', foretold(['derived']), run.derived.cpu_s],
      ['provisions', foretold(['provisions']), run.provisions.cpu_s],
    ] as const;
    for (const [what, before, after] of parts) say(what, before, after);
    const sum = (of: 1 | 2): number => parts.reduce((total, part) => total + part[of], 0);
    say('together', sum(1) + foretold(['start']), sum(2));
    const wall_s = run.network.wall_s + run.derived.wall_s + run.provisions.wall_s;
    print(`plan-run: by the wall ${wall_s.toFixed(1)} s; arrays of the network
  ${(run.network_memory_bytes / members).toFixed(0)} bytes a member, of what is derived
  ${(run.derived_memory_bytes / orders).toFixed(0)} bytes an order`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function foretell(size: TrialSize): Promise<(names: readonly PhaseName[]) => number> {
  const file = process.env['POLYPRISM_UNIT_COSTS'];
  const figures = figuresAt('likely', file === undefined ? undefined : await readUnitCosts(file));
  const load = { ...size, levels: 51, imported: true, derived: true };
  // Seconds of processor are the same wherever they are spent.
  const site: Site = {
    nodes: 1,
    cores: 1,
    memory_bytes: 2 ** 40,
    disk_bytes: null,
    network_bytes_per_s: 1,
  };
  const phases = phasesOf('one_machine', load, site, figures);
  return (names) =>
    phases.filter(({ name }) => names.includes(name)).reduce((sum, { cpu_s }) => sum + cpu_s, 0);
}
