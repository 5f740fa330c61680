import { dayNumber } from '../../model/days.ts';
import type { Plan } from '../../model/plan.ts';
import type { Finding, Provision } from '../../model/provision.ts';
import { missingNeeds } from '../../provisions/needs.ts';
import { compilePlan } from '../pay/compile-plan.ts';
import { planRows } from '../rows/plan-rows.ts';
import type { RowTables } from '../rows/run-rows.ts';
import { growNetworks } from './grow-networks.ts';
import { suppliedByRuns } from './lasting-needs.ts';
import { screenAllOf } from './screen-all.ts';
import type { Judge } from './screen-all.ts';
import { note, searchSmall } from './search-plan.ts';
import type { PlanExample, Search } from './search-plan.ts';
import { smallNetworks } from './small-networks.ts';
import type { SearchBound } from './small-networks.ts';

export interface LintOptions {
  readonly bound: SearchBound;
  /** Most members of the networks that are grown in fixed shapes. */
  readonly grown_members: number;
  /** The day on which it all happens. */
  readonly as_of: string;
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

/**
 * Which provisions the plan meets before anyone joins: those its words meet, and for each the
 * smallest network whose records meet it. The packs decide every case; nothing here knows a law.
 */
export async function lintPlan(
  plan: Plan,
  provisions: readonly Provision[],
  judge: Judge,
  options: LintOptions,
  screen = screenAllOf(judge),
): Promise<PlanLint> {
  const { bound, grown_members, as_of } = options;
  const compiled = compilePlan(plan);
  const day = dayNumber(as_of);
  const papers = await judge.decide(paperRows(plan), provisions);
  const supply = suppliedByRuns(plan.currency);
  const inDeed = provisions.filter((one) => missingNeeds(one, supply).length === 0);
  const search: Search = {
    plan: compiled,
    judge,
    screen,
    day,
    open: new Set(inDeed),
    found: new Map(),
    needs: new Map(),
  };
  const small = smallNetworks(compiled, bound, day);
  await searchSmall(search, small.networks);
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

/** The plan's own words, before anybody joins. */
export function paperRows(plan: Plan): RowTables {
  const { untold: _untold, ...paper } = planRows(plan);
  return { ...paper, member: [], fee: [], order: [], commission: [] };
}

function testOf(provision: Provision, search: Search, on_paper: Finding | null): PlanTest {
  const example = search.found.get(provision) ?? null;
  const needs = [...(search.needs.get(provision) ?? [])].toSorted();
  const met = on_paper !== null || example !== null;
  const verdict = met ? 'met' : needs.length > 0 ? 'cannot_tell' : 'not_met';
  return { provision, verdict, on_paper, example, needs: met ? [] : needs };
}
