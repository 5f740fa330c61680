import { sha256 } from '../../evidence/digest.ts';
import { limits } from '../../model/limits.ts';
import type { Plan } from '../../model/plan.ts';
import { reporterFor } from '../../packs/diagnostic.ts';
import type { Diagnostic } from '../../packs/diagnostic.ts';
import { nodeAt, parseYaml } from '../../packs/yaml-shape.ts';
import { checkPlan } from './check-plan.ts';
import { inWordsOfPlans } from './in-words-of-plans.ts';
import { currencyText, planFile } from './plan-file.ts';
import { planFrom } from './plan-from-file.ts';

export interface ParsedPlan {
  /** null where anything is wrong. */
  readonly plan: Plan | null;
  /** Everything wrong with the text, in its order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A plan's text read strictly: every mistake with its place and what to write. */
export function parsePlan(source: string, file: string): ParsedPlan {
  const diagnostics: Diagnostic[] = [];
  const report = inWordsOfPlans(
    reporterFor({ name: file, text: source, sha256: sha256(source) }, diagnostics),
  );
  if (Buffer.byteLength(source) > limits.plan_bytes_max) {
    report('plan.too_large', { limit: limits.plan_bytes_max, example: 'plans/' }, 0);
    return { plan: null, diagnostics };
  }
  const yaml = parseYaml(source, 0, report);
  if (yaml === null) return { plan: null, diagnostics };
  const mute = { ...yaml, report: () => undefined };
  const currency = currencyText(mute, nodeAt(yaml, ['currency']), null) ?? 'CNY';
  const read = planFile(currency)(yaml, yaml.document.contents, null);
  if (read !== undefined) checkPlan(yaml, read);
  const sorted = diagnostics.toSorted(
    (a, b) =>
      (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0),
  );
  const plan = read === undefined || sorted.length > 0 ? null : planFrom(read);
  return { plan, diagnostics: sorted };
}
