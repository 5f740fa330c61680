import { readFile } from 'node:fs/promises';
import type { Plan } from '../../model/plan.ts';
import { describeIssue, PolyprismError } from '../../model/issue.ts';
import { formatDiagnostic } from '../../packs/diagnostic.ts';
import { parsePlan } from '../../plan/language/parse-plan.ts';
import type { CommonOptions } from '../common-options.ts';

/** Reads a plan's file; null, with everything wrong told, where it is no sound plan. */
export async function readPlan(file: string, flags: CommonOptions): Promise<Plan | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new PolyprismError('input.not_found', { path: file });
  const { plan, diagnostics } = parsePlan(text, file);
  if (plan !== null) return plan;
  if (flags.json) {
    const told = diagnostics.map((one) => {
      const { en, zh } = describeIssue(one);
      return { code: one.code, ...one.place, length: one.length, message: en, message_zh: zh };
    });
    process.stdout.write(`${JSON.stringify({ plan: null, diagnostics: told })}\n`);
  } else {
    const told = diagnostics.map((one) => formatDiagnostic(one, text, flags.lang));
    process.stderr.write(`${told.join('\n\n')}\n`);
  }
  return null;
}
