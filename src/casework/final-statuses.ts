import { matterKinds } from '../model/matter.ts';
import type { MatterKind } from '../model/matter.ts';
import { matterRules } from './matter-kinds.ts';

/** Statuses in which a matter has ended, of all kinds. */
export const finalStatuses: readonly { readonly kind: MatterKind; readonly status: string }[] =
  matterKinds.flatMap((kind) =>
    Object.entries(matterRules[kind].statuses).flatMap(([status, { final }]) =>
      final ? [{ kind, status }] : [],
    ),
  );
