import type { Actor } from '../../model/actor.ts';
import { limits } from '../../model/limits.ts';
import type { StoreTx } from '../../store/store.ts';
import { countedColumns } from './finding-counts.ts';
import type { Column, FindingColumns } from './finding-counts.ts';
import { inspectionSeenBy } from './seen-by.ts';

/** Inspections that are asked for, of those an actor sees. */
export interface AskedInspections {
  readonly inspection_id?: string | undefined;
  readonly platform_id?: string | undefined;
}

/**
 * Findings of inspections as columns, those asked for last kept in memory. Who sees an inspection
 * is asked of the store each time; findings are added and never changed, so that its last part
 * tells whether what is kept is all of it.
 */
export interface KeptColumns {
  of(tx: StoreTx, actor: Actor, asked: AskedInspections): AsyncIterable<FindingColumns>;
}

export function keptColumns(findings_max: number = limits.counted_findings_max): KeptColumns {
  const kept = new Map<string, FindingColumns>();
  let size = 0;
  const keep = (key: string, columns: FindingColumns): void => {
    if (kept.delete(key)) size -= columns.size;
    kept.set(key, columns);
    size += columns.size;
    for (const [oldest, { size: gone }] of kept) {
      if (size <= findings_max) return;
      kept.delete(oldest);
      size -= gone;
    }
  };
  return {
    async *of(tx, actor, asked) {
      for (const { id, last } of await seenInspections(tx, actor, asked)) {
        const key = `${last} ${id}`;
        const columns = kept.get(key) ?? (await readColumns(tx, id));
        keep(key, columns);
        yield columns;
      }
    },
  };
}

async function seenInspections({ db }: StoreTx, actor: Actor, asked: AskedInspections) {
  let seen = db
    .selectFrom('inspection')
    .select('id')
    .select((eb) =>
      eb
        .selectFrom('finding_column')
        .select(({ fn }) => fn.max('first').as('last'))
        .whereRef('inspection_id', '=', 'inspection.id')
        .as('last'),
    )
    .where(inspectionSeenBy(actor));
  if (asked.inspection_id !== undefined) seen = seen.where('id', '=', asked.inspection_id);
  if (asked.platform_id !== undefined) seen = seen.where('tenant_id', '=', asked.platform_id);
  return (await seen.execute()).filter(({ last }) => last !== null);
}

async function readColumns({ db }: StoreTx, inspection_id: string): Promise<FindingColumns> {
  const parts = await db
    .selectFrom('finding_column')
    .select(['name', 'texts', 'places'])
    .where('inspection_id', '=', inspection_id)
    .orderBy('name')
    .orderBy('first')
    .execute();
  const columns = countedColumns.map((name) => {
    return [name, columnOf(parts.filter((part) => part.name === name))] as const;
  });
  const size = columns[0]?.[1].places.length ?? 0;
  // Made of these very names.
  return { inspection_id, size, columns: Object.fromEntries(columns) as FindingColumns['columns'] };
}

interface Part {
  readonly texts: readonly string[];
  readonly places: Buffer;
}

/** The parts of a column, whose values each has in an order of its own, as one. */
function columnOf(parts: readonly Part[]): Column {
  const known = new Map<string, number>();
  const places: number[] = [];
  for (const part of parts) {
    const own = [0];
    for (const text of part.texts) {
      const place = known.get(text) ?? known.size + 1;
      known.set(text, place);
      own.push(place);
    }
    for (let at = 0; at < part.places.length; at += 2) {
      places.push(own[part.places.readUInt16BE(at)] ?? 0);
    }
  }
  const texts = [null, ...known.keys()];
  const Places = texts.length < 65_536 ? Uint16Array : Uint32Array;
  return { texts, places: Places.from(places) };
}
