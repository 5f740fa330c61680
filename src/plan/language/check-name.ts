import { keyAt, nodeAt, spanOf } from '../../packs/yaml-shape.ts';
import type { Yaml } from '../../packs/yaml-shape.ts';

type Path = readonly (string | number)[];

/** What a plan names, and may refer to. */
export interface PlanNames {
  readonly ranks: readonly string[];
  readonly products: readonly string[];
}

/** A key that says nothing without another that is not there. */
export function unused(yaml: Yaml, path: Path, key: string, needs: string): void {
  yaml.report('plan.key_unused', { key, needs }, ...spanOf(yaml, keyAt(yaml, path)));
}

/** The name of a rank or product that there must be. */
export function checkName(
  yaml: Yaml,
  path: Path,
  kind: keyof PlanNames,
  id: string,
  names: PlanNames,
): void {
  if (names[kind].includes(id)) return;
  const code = kind === 'ranks' ? 'plan.unknown_rank' : 'plan.unknown_product';
  const known = names[kind].join(', ') || '-';
  yaml.report(code, { id, known }, ...spanOf(yaml, nodeAt(yaml, path)));
}
