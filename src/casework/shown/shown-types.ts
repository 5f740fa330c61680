import type { Face, MatterKind } from '../../model/matter.ts';
import { shownRules } from './shown-rules.ts';

/**
 * The types of events that somebody on these sides is shown once events of the types that
 * `happened` have. Not for the owner, who is shown all.
 */
export function shownTypes(
  kind: MatterKind,
  sides: readonly Face[],
  happened: (type: string) => boolean,
): Set<string> {
  const types = new Set<string>();
  for (const side of sides) {
    const rule = side === 'owner' ? undefined : shownRules[kind][side];
    for (const type of rule?.shows ?? []) {
      const after = rule?.withheld[type] ?? rule?.from ?? [];
      if (after.some(happened)) types.add(type);
    }
  }
  return types;
}
