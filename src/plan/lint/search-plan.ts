import type { Finding, Provision } from '../../model/provision.ts';
import type { CompiledPlan } from '../pay/compile-plan.ts';
import { closeMonth } from '../pay/end-month.ts';
import { playEvents } from '../pay/play-events.ts';
import { runRows } from '../rows/run-rows.ts';
import type { RowTables } from '../rows/run-rows.ts';
import type { Growth } from './grown-networks.ts';
import { isLasting } from './lasting-needs.ts';
import type { Judge, ScreenAll } from './screen-all.ts';
import type { SmallNetwork } from './small-networks.ts';
import { withoutIdleDoubt } from './without-idle-doubt.ts';

export interface PlanExample extends SmallNetwork {
  readonly finding: Finding;
  /** Found among all networks up to the bound, or among those of one shape. */
  readonly shape: Growth['shape'] | null;
}

/** What a search still looks for, and what it came upon. */
export interface Search {
  readonly plan: CompiledPlan;
  readonly judge: Judge;
  readonly screen: ScreenAll;
  readonly day: number;
  readonly open: Set<Provision>;
  readonly found: Map<Provision, PlanExample>;
  readonly needs: Map<Provision, Set<string>>;
}

/** Networks judged at once: few at first, as most provisions are met by one of the smallest. */
const [first_chunk, largest_chunk] = [64, 2_048];

/** Looks at networks from the smallest; for each provision the first that meets it is kept. */
export async function searchSmall(
  search: Search,
  networks: readonly SmallNetwork[],
): Promise<void> {
  let size = first_chunk;
  for (let from = 0; from < networks.length && search.open.size > 0;) {
    const some = networks.slice(from, from + size);
    await lookAt(search, some);
    from += some.length;
    size = Math.min(size * 4, largest_chunk);
  }
}

async function lookAt(search: Search, networks: readonly SmallNetwork[]): Promise<void> {
  const sets = networks.map((network) => recordsOf(search, network));
  const screened = await search.screen(sets, [...search.open], true);
  for (const [provision, { met, needs }] of screened) {
    for (const some of needs.values()) note(search, provision, some);
    if (met.size === 0) continue;
    const network = networks[Math.min(...met)]!;
    search.found.set(provision, { ...network, ...(await findingOn(search, provision, network)) });
    search.open.delete(provision);
  }
}

/** The finding that screening said there is, of a network by itself. */
export async function findingOn(
  search: Search,
  provision: Provision,
  network: SmallNetwork,
): Promise<{ readonly finding: Finding; readonly shape: null }> {
  const tables = recordsOf(search, network);
  const { findings } = await search.judge.decide(tables, [withoutIdleDoubt(provision)]);
  const [finding] = findings;
  if (!finding) throw new Error(`${provision.id} is found among many networks and not alone`);
  return { finding, shape: null };
}

/** The records of a network when its month is over. */
export function recordsOf({ plan, day }: Search, { events }: SmallNetwork): RowTables {
  const { run } = playEvents(plan, events);
  closeMonth(run, day);
  return runRows(run, false);
}

/**
 * Keeps what no network could have told: columns a run has no values for, what the plan leaves
 * unsaid, amounts in another currency. That rows are still wanting is no need of the plan's.
 */
export function note({ needs }: Search, provision: Provision, some: Iterable<string>): void {
  const kept = needs.get(provision) ?? new Set();
  needs.set(provision, kept);
  for (const need of some) if (isLasting(need)) kept.add(need);
}
