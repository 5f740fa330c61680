import { digestOf } from '../../evidence/digest.ts';
import type { Finding, Provision, ProvisionVerdict } from '../../model/provision.ts';
import type { Screened } from '../../provisions/screen.ts';
import type { RowTables } from '../rows/run-rows.ts';
import { asRead } from './as-read.ts';
import { withoutIdleDoubt } from './without-idle-doubt.ts';

/** Provisions judged on rows: the packs themselves, in an engine. */
export interface Judge {
  /** Of many data sets at once: which have a finding. By id; null for what must be asked alone. */
  readonly screen: (
    sets: readonly RowTables[],
    provisions: readonly Provision[],
  ) => Promise<ReadonlyMap<string, Screened | null>>;
  /** Of one data set: the findings. */
  readonly decide: (
    tables: RowTables,
    provisions: readonly Provision[],
  ) => Promise<{
    readonly findings: readonly Finding[];
    readonly verdicts: readonly ProvisionVerdict[];
  }>;
}

/** What provisions say of data sets, by provision; which data sets, by their place. */
export type ScreenAll = (
  sets: readonly RowTables[],
  provisions: readonly Provision[],
  /** Whether the first finding of each provision is all that is wanted. */
  first: boolean,
) => Promise<ReadonlyMap<Provision, Screened>>;

/**
 * Asks about many data sets at once where that can be done. The rest are asked about one by one,
 * and what was read once is remembered as long as this function is kept.
 */
export function screenAllOf(judge: Judge): ScreenAll {
  const known = new Map<string, { readonly met: boolean; readonly needs: readonly string[] }>();
  const ask = async (tables: RowTables, provision: Provision) => {
    const key = digestOf([provision.id, asRead(provision, tables)]);
    const found = known.get(key);
    if (found) return found;
    const { findings, verdicts } = await judge.decide(tables, [provision]);
    const answer = { met: findings.length > 0, needs: verdicts[0]?.needs ?? [] };
    known.set(key, answer);
    return answer;
  };
  return async (sets, provisions, first) => {
    const asked = provisions.map(withoutIdleDoubt);
    const screened = sets.length > 0 ? await judge.screen(sets, asked) : new Map();
    const all = new Map<Provision, Screened>();
    for (const [i, provision] of provisions.entries()) {
      let found: Screened | null | undefined = screened.get(provision.id);
      found ??= await oneByOne(sets, first, (tables) => ask(tables, asked[i]!));
      all.set(provision, found);
    }
    return all;
  };
}

async function oneByOne(
  sets: readonly RowTables[],
  first: boolean,
  ask: (tables: RowTables) => Promise<{ readonly met: boolean; readonly needs: readonly string[] }>,
): Promise<Screened> {
  const met = new Set<number>();
  const needs = new Map<number, ReadonlySet<string>>();
  for (const [place, tables] of sets.entries()) {
    const answer = await ask(tables);
    if (answer.met) met.add(place);
    else needs.set(place, new Set(answer.needs));
    if (answer.met && first) break;
  }
  return { met, needs };
}
