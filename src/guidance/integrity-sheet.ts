import { classOf, integrityParts } from './integrity-parts.ts';
import type { IntegrityClass, IntegrityPart } from './integrity-parts.ts';
import type { OperatorFacts } from './operator-facts.ts';
import { partPoints } from './part-points.ts';
import type { PartPoints } from './part-points.ts';

/** An operator's class with everything it is made of: enough to work it out again by hand. */
export interface IntegritySheet {
  readonly operator_id: string;
  readonly as_of: string;
  readonly parts: readonly PartPoints[];
  /** Of 100: what is left when every part that cannot be told costs all it can, or nothing. */
  readonly points_min: number;
  readonly points_max: number;
  /** Null: cannot tell, because the two ends fall into different classes. */
  readonly class: IntegrityClass | null;
  /** Never a decision: see `notice`. */
  readonly decides: false;
}

export function integritySheet(
  facts: OperatorFacts,
  parts: readonly IntegrityPart[] = integrityParts,
): IntegritySheet {
  return sheetOf(
    facts,
    parts.map((part) => partPoints(part, facts)),
  );
}

/** The sheet that parts already counted make. */
export function sheetOf(
  { operator_id, as_of }: Pick<OperatorFacts, 'operator_id' | 'as_of'>,
  parts: readonly PartPoints[],
): IntegritySheet {
  const known = parts.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const open = parts.reduce((sum, { part, points }) => sum + (points ?? part.cap_points), 0);
  const [points_min, points_max] = [Math.max(0, 100 - open), Math.max(0, 100 - known)];
  const [worst, best] = [classOf(points_min), classOf(points_max)];
  return {
    operator_id,
    as_of,
    parts,
    points_min,
    points_max,
    class: worst === best ? best : null,
    decides: false,
  };
}
