import { readFile } from 'node:fs/promises';
import type { Assumptions } from '../../model/assumptions.ts';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import type { Plan } from '../../model/plan.ts';
import { defaultAssumptions } from '../../plan/simulate/default-assumptions.ts';
import { parseAssumptions } from '../../plan/simulate/parse-assumptions.ts';
import type { CommonOptions } from '../common-options.ts';
import { tellDiagnostics } from './tell-diagnostics.ts';

export interface AssumeFlags extends CommonOptions {
  readonly assume?: string;
  readonly runs?: number;
  readonly seed?: number;
}

/** What is assumed about a plan; null, with everything wrong told, where a file is not sound. */
export async function readAssumptions(plan: Plan, flags: AssumeFlags): Promise<Assumptions | null> {
  const { assume } = flags;
  const read = assume === undefined ? byDefault(plan) : await fromFile(plan, assume, flags);
  if (read === null) return null;
  const assumptions = { ...read, runs: flags.runs ?? read.runs, seed: flags.seed ?? read.seed };
  const { population, runs } = assumptions;
  const limit = limits.simulation_people_max;
  if (population * runs > limit) {
    throw new PolyprismError('plan.simulation_too_large', { population, runs, limit });
  }
  return assumptions;
}

function byDefault(plan: Plan): Assumptions {
  const found = defaultAssumptions(plan);
  if (found === null) throw new PolyprismError('plan.nobody_recruits', { path: plan.id });
  return found;
}

async function fromFile(
  plan: Plan,
  file: string,
  flags: CommonOptions,
): Promise<Assumptions | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new PolyprismError('input.not_found', { path: file });
  const { assumptions, diagnostics } = parseAssumptions(text, file, plan);
  if (assumptions === null) tellDiagnostics(diagnostics, text, 'assumptions', flags);
  return assumptions;
}
