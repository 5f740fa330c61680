import { dayNumber } from '../../model/days.ts';
import type { Plan } from '../../model/plan.ts';
import type { Finding, Provision, ProvisionVerdict } from '../../model/provision.ts';
import { compilePlan } from '../pay/compile-plan.ts';
import type { CompiledPlan } from '../pay/compile-plan.ts';
import { closeMonth } from '../pay/end-month.ts';
import type { PlanRun } from '../pay/plan-run.ts';
import { playEvents } from '../pay/play-events.ts';
import { planRows } from '../rows/plan-rows.ts';
import { missingNeeds } from '../../provisions/needs.ts';
import { runRows } from '../rows/run-rows.ts';
import type { RowTables } from '../rows/run-rows.ts';
import { growthsOf, grownNetwork } from './grown-networks.ts';
import type { Growth } from './grown-networks.ts';
import { asRead } from './as-read.ts';
import { isLasting, suppliedByRuns } from './lasting-needs.ts';
import { smallNetworks } from './small-networks.ts';
import type { SearchBound, SmallNetwork } from './small-networks.ts';
import { withoutIdleDoubt } from './without-idle-doubt.ts';

/** Provisions judged on rows: the packs themselves, in an engine. */
export type Judge = (
  tables: RowTables,
  provisions: readonly Provision[],
) => Promise<{
  readonly findings: readonly Finding[];
  readonly verdicts: readonly ProvisionVerdict[];
}>;

export interface LintOptions {
  readonly bound: SearchBound;
  /** Most members of the networks that are grown in fixed shapes. */
  readonly grown_members: number;
  /** The day on which it all happens. */
  readonly as_of: string;
}

export interface PlanExample extends SmallNetwork {
  readonly finding: Finding;
  /** Found among all networks up to the bound, or among those of one shape. */
  readonly shape: Growth['shape'] | null;
}

/** What one provision says of a plan. */
export interface PlanTest {
  readonly provision: Provision;
  /** Met: a network or the plan's own words bring a finding about. */
  readonly verdict: 'met' | 'not_met' | 'cannot_tell';
  /** What the plan's words alone bring about, before anybody joins; null for nothing. */
  readonly on_paper: Finding | null;
  /** The smallest network whose records alone, without the plan's words, bring it about. */
  readonly example: PlanExample | null;
  readonly needs: readonly string[];
}

export interface PlanLint {
  readonly plan: Plan;
  readonly tests: readonly PlanTest[];
  /** All networks up to this bound were looked at. */
  readonly searched: SearchBound;
  readonly grown_members: number;
}

/** What a search still looks for, and what it came upon. */
interface Search {
  readonly plan: CompiledPlan;
  readonly judge: Judge;
  readonly day: number;
  readonly open: Set<Provision>;
  readonly found: Map<Provision, PlanExample>;
  readonly needs: Map<Provision, Set<string>>;
  /** What each provision has read already. */
  readonly read: Map<Provision, Set<string>>;
}

/**
 * Which provisions the plan meets before anyone joins: those its words meet, and for each the
 * smallest network whose records meet it. The packs decide every case; nothing here knows a law.
 */
export async function lintPlan(
  plan: Plan,
  provisions: readonly Provision[],
  judge: Judge,
  options: LintOptions,
): Promise<PlanLint> {
  const { bound, grown_members, as_of } = options;
  const compiled = compilePlan(plan);
  const day = dayNumber(as_of);
  const { untold: _untold, ...paper } = planRows(plan);
  const papers = await judge(
    { ...paper, member: [], fee: [], order: [], commission: [] },
    provisions,
  );
  const supply = suppliedByRuns(plan.currency);
  const inDeed = provisions.filter((one) => missingNeeds(one, supply).length === 0);
  const search: Search = {
    plan: compiled,
    judge,
    day,
    open: new Set(inDeed),
    found: new Map(),
    needs: new Map(),
    read: new Map(),
  };
  const small = smallNetworks(compiled, bound, day);
  for (const network of small.networks) await look(search, network, null);
  await growNetworks(search, bound.members, grown_members);
  const tests = provisions.map((provision) => {
    const verdict = papers.verdicts.find((one) => one.provision === provision.id);
    note(search, provision, [...(verdict?.needs ?? []), ...missingNeeds(provision, supply)]);
    const paper = papers.findings.find((one) => one.provision === provision.id);
    return testOf(provision, search, paper ?? null);
  });
  return {
    plan,
    tests,
    searched: { ...bound, events: small.events, networks: small.networks.length },
    grown_members,
  };
}

function testOf(provision: Provision, search: Search, on_paper: Finding | null): PlanTest {
  const example = search.found.get(provision) ?? null;
  const needs = [...(search.needs.get(provision) ?? [])].toSorted();
  const met = on_paper !== null || example !== null;
  const verdict = met ? 'met' : needs.length > 0 ? 'cannot_tell' : 'not_met';
  return { provision, verdict, on_paper, example, needs: met ? [] : needs };
}

/** Judges one network by what is still open; true where anything was found. */
async function look(
  search: Search,
  network: SmallNetwork,
  growth: Growth | null,
): Promise<ReadonlySet<Provision>> {
  const tables = runRows(closedMonth(search, network), false);
  const anew = [...search.open].filter((provision) => isNew(search, provision, tables));
  if (anew.length === 0) return new Set();
  const { findings, verdicts } = await search.judge(tables, anew.map(withoutIdleDoubt));
  const met = new Set<Provision>();
  for (const provision of anew) {
    const finding = findings.find((one) => one.provision === provision.id);
    const verdict = verdicts.find((one) => one.provision === provision.id);
    if (finding !== undefined) {
      met.add(provision);
      if (growth === null) keep(search, provision, { ...network, finding, shape: null });
    } else note(search, provision, verdict?.needs ?? []);
  }
  return met;
}

function keep(search: Search, provision: Provision, example: PlanExample): void {
  search.found.set(provision, example);
  search.open.delete(provision);
}

/**
 * Keeps what no network could have told: columns a run has no values for, what the plan leaves
 * unsaid, amounts in another currency. That rows are still wanting is no need of the plan's.
 */
function note(search: Search, provision: Provision, needs: readonly string[]): void {
  const kept = search.needs.get(provision) ?? new Set();
  search.needs.set(provision, kept);
  for (const need of needs) if (isLasting(need)) kept.add(need);
}

/** Whether the provision has not read these very rows before: what it does not read is left out. */
function isNew(search: Search, provision: Provision, tables: RowTables): boolean {
  const seen = search.read.get(provision) ?? new Set();
  search.read.set(provision, seen);
  const text = asRead(provision, tables);
  if (seen.has(text)) return false;
  seen.add(text);
  return true;
}

/** The network as it stands when its month is over. */
function closedMonth({ plan, day }: Search, { events }: SmallNetwork): PlanRun {
  const { run } = playEvents(plan, events);
  closeMonth(run, day);
  return run;
}

/**
 * For what no small network meets, larger ones of fixed shapes: where the largest meets it, the
 * smallest of the shape that does is found by halving.
 */
async function growNetworks(search: Search, least: number, most: number): Promise<void> {
  for (const growth of growthsOf(search.plan.plan)) {
    if (search.open.size === 0) return;
    const largest = grownNetwork(search.plan, growth, most, search.day);
    if (largest === null) continue;
    for (const provision of await look(search, largest, growth)) {
      await shrink(search, growth, provision, least, largest);
    }
  }
}

async function shrink(
  search: Search,
  growth: Growth,
  provision: Provision,
  least: number,
  largest: SmallNetwork,
): Promise<void> {
  let below = least;
  let example: PlanExample | null = null;
  let above = largest.members;
  for (let size = above; ; size = Math.floor((below + above) / 2)) {
    const network = grownNetwork(search.plan, growth, size, search.day);
    const finding = network && (await findingOn(search, provision, network));
    if (network && finding) {
      example = { ...network, finding, shape: growth.shape };
      above = size;
    } else below = size;
    if (above - below <= 1) break;
  }
  const before = search.found.get(provision);
  if (example === null || (before && before.members <= example.members)) return;
  search.found.set(provision, example);
}

async function findingOn(
  search: Search,
  provision: Provision,
  network: SmallNetwork,
): Promise<Finding | null> {
  const tables = runRows(closedMonth(search, network), false);
  const { findings } = await search.judge(tables, [withoutIdleDoubt(provision)]);
  return findings[0] ?? null;
}
