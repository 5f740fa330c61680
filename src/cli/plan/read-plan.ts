import { readFile } from 'node:fs/promises';
import type { Plan } from '../../model/plan.ts';
import { PolyprismError } from '../../model/issue.ts';
import { parsePlan } from '../../plan/language/parse-plan.ts';
import type { CommonOptions } from '../common-options.ts';
import { tellDiagnostics } from './tell-diagnostics.ts';

/** Reads a plan's file; null, with everything wrong told, where it is no sound plan. */
export async function readPlan(file: string, flags: CommonOptions): Promise<Plan | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new PolyprismError('input.not_found', { path: file });
  const { plan, diagnostics } = parsePlan(text, file);
  if (plan === null) tellDiagnostics(diagnostics, text, 'plan', flags);
  return plan;
}
