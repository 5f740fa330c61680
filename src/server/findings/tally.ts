import { sql } from 'kysely';
import type { StoreTx } from '../../store/store.ts';

/** How much an inspection found of one provision. */
export interface Tally {
  readonly breaches: number;
  readonly indications: number;
  /** That a line is reached; left out by older versions. */
  readonly reached?: number;
  /** Rows, or things, they are about. */
  readonly subjects: number;
}

/** By provision; of one with nothing found there is none. */
export async function tallyOf(
  { db }: StoreTx,
  inspection_id: string,
): Promise<ReadonlyMap<string, Tally & { readonly stage: string | null }>> {
  const rows = await db
    .selectFrom('finding')
    .select('provision_id')
    .select(({ fn }) => fn.min<string | null>('stage').as('stage'))
    .select(sql<number>`count(*) FILTER (WHERE verdict = 'breach')`.as('breaches'))
    .select(sql<number>`count(*) FILTER (WHERE verdict = 'indication')`.as('indications'))
    .select(sql<number>`count(*) FILTER (WHERE verdict = 'reached')`.as('reached'))
    .select(sql<number>`count(DISTINCT (subject_kind, subject_id))`.as('subjects'))
    .where('inspection_id', '=', inspection_id)
    .groupBy('provision_id')
    .execute();
  return new Map(rows.map(({ provision_id, ...tally }) => [provision_id, tally]));
}

export const nothingFound: Tally = { breaches: 0, indications: 0, reached: 0, subjects: 0 };
