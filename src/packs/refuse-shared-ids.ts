import { join } from 'node:path';
import { PolyprismError } from '../model/issue.ts';
import type { IssueCode } from '../model/issue.ts';
import type { Pack } from '../model/provision.ts';

/** A pack with the folder or file it was loaded from. */
export interface PlacedPack {
  readonly path: string;
  readonly pack: NamedPack;
}

/** What of a pack has names of its own. */
type NamedPack = Pick<Pack, 'id' | 'provisions' | 'terms'>;

/** Packs with the paths they were loaded from, in the same order. */
export function placedAt(paths: readonly string[], packs: readonly NamedPack[]): PlacedPack[] {
  return packs.map((pack, i) => ({ path: paths[i] ?? '', pack }));
}

/** What packs used together may not both hold, with the file of each in its pack. */
const named: readonly {
  readonly code: IssueCode;
  readonly of: (pack: NamedPack) => readonly (readonly [id: string, file: string])[];
}[] = [
  {
    code: 'pack.id_taken',
    of: ({ provisions }) => provisions.map(({ id, file }) => [id, file] as const),
  },
  {
    code: 'pack.list_taken',
    of: ({ terms }) => terms.map(({ id }) => [id, `terms/${id}.yaml`] as const),
  },
];

/**
 * Refuses packs that cannot be used together: findings are told by the ids of provisions, and
 * hits by those of term lists. The place is that in the later pack.
 */
export function refuseSharedIds(placed: readonly PlacedPack[]): void {
  for (const { code, of } of named) {
    const owners = new Map<string, PlacedPack>();
    for (const one of placed) {
      for (const [id, file] of of(one.pack)) {
        const owner = owners.get(id) ?? one;
        if (owner !== one) {
          const params = { id, first: owner.pack.id, second: one.pack.id };
          throw new PolyprismError(code, params, {
            file: join(one.path, file),
            line: null,
            column: null,
          });
        }
        owners.set(id, one);
      }
    }
  }
}
