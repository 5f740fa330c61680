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

interface Answer {
  readonly met: boolean;
  readonly needs: readonly string[];
}

/**
 * Asks about many data sets at once where that can be done. The rest are asked about one by one,
 * and what was read once is remembered as long as this function is kept.
 */
export function screenAllOf(judge: Judge): ScreenAll {
  const known = new Map<string, Answer>();
  /** All at once: what one provision makes the engine derive of the rows serves the others. */
  const ask = async (tables: RowTables, provisions: readonly Provision[]): Promise<Answer[]> => {
    const keys = provisions.map((one) => digestOf([one.id, asRead(one, tables)]));
    const unknown = provisions.filter((_, i) => !known.has(keys[i]!));
    const { findings, verdicts } =
      unknown.length > 0 ? await judge.decide(tables, unknown) : { findings: [], verdicts: [] };
    return provisions.map(({ id }, i) => {
      const answer = known.get(keys[i]!) ?? {
        met: findings.some(({ provision }) => provision === id),
        needs: verdicts.find(({ provision }) => provision === id)?.needs ?? [],
      };
      known.set(keys[i]!, answer);
      return answer;
    });
  };
  return async (sets, provisions, first) => {
    const asked = provisions.map(withoutIdleDoubt);
    const screened = sets.length > 0 ? await judge.screen(sets, asked) : new Map();
    const rest = asked.filter(({ id }) => !screened.get(id));
    const byId = await oneByOne(sets, rest, first, ask);
    return new Map(provisions.map((one) => [one, screened.get(one.id) ?? byId.get(one.id)!]));
  };
}

async function oneByOne(
  sets: readonly RowTables[],
  provisions: readonly Provision[],
  first: boolean,
  ask: (tables: RowTables, provisions: readonly Provision[]) => Promise<readonly Answer[]>,
): Promise<ReadonlyMap<string, Screened>> {
  const met = new Map(provisions.map(({ id }) => [id, new Set<number>()]));
  const needs = new Map(provisions.map(({ id }) => [id, new Map<number, ReadonlySet<string>>()]));
  let open = provisions;
  for (const [place, tables] of sets.entries()) {
    if (open.length === 0) break;
    const answers = await ask(tables, open);
    for (const [i, { id }] of open.entries()) {
      const answer = answers[i]!;
      if (answer.met) met.get(id)!.add(place);
      else needs.get(id)!.set(place, new Set(answer.needs));
    }
    if (first) open = open.filter((_, i) => !answers[i]!.met);
  }
  return new Map(provisions.map(({ id }) => [id, { met: met.get(id)!, needs: needs.get(id)! }]));
}
