import { matterKinds } from '../../model/matter.ts';
import type { Face, MatterKind } from '../../model/matter.ts';
import { matterRules } from '../matter-kinds.ts';
import { shownRules } from './shown-rules.ts';

/** One type of event that a face is shown, as a row for a database to join with. */
export interface ShownRow {
  readonly kind: MatterKind;
  readonly face: Face;
  readonly type: string;
  /** The status it leads to; null where the status stays. */
  readonly status: string | null;
  /** Shown once an event of one of these types has happened. */
  readonly after: readonly string[];
}

/** The whole table of what is shown, kind by kind. */
export function shownRows(): ShownRow[] {
  return matterKinds.flatMap((kind) =>
    Object.entries(shownRules[kind]).flatMap(([face, { from, shows, withheld }]) =>
      shows.map((type) => ({
        kind,
        // Keys of the record are faces.
        face: face as Face,
        type,
        status: matterRules[kind].steps[type]?.to ?? null,
        after: withheld[type] ?? from,
      })),
    ),
  );
}
