import { describeIssue, PolyprismError } from '../../../model/issue.ts';
import type { IssueCode } from '../../../model/issue.ts';
import { issueCodes } from '../../../model/issue-codes.ts';
import type { Plan } from '../../../model/plan.ts';
import type { Diagnostic } from '../../../packs/diagnostic.ts';
import { parsePlan } from '../../../plan/language/parse-plan.ts';
import * as contract from '../../contract/plans.ts';
import type { EventSource, ServerEvent } from '../../contract/route.ts';
import { wantedEditions } from '../../inspections/used-standards.ts';
import { momentOf } from '../../moment-of.ts';
import { assumedOf, wrongAssumptions } from '../../plans/assumed-of.ts';
import type { PlanOrder } from '../../plans/plan-lab.ts';
import { signedEdition } from '../../proposals/edition-pack.ts';
import { handle } from '../../server.ts';
import type { Server } from '../../server.ts';
import type { Actor } from '../../../model/actor.ts';
import { signedIn } from '../../signed-in.ts';

const blank = {
  assumptions: null,
  packs: [],
  editions: [],
  as_of: '',
  members: 1,
  events: 1,
  runs: null,
  seed: null,
  join_month: null,
  indications: false,
} as const;

const lint = handle(contract.plansLint)(async (call) => {
  const { actor } = signedIn(call);
  const { plan, seconds, members, events, ...judged } = call.asked.body;
  const law = await lawOf(call.server, actor, judged);
  const order = { ...blank, verb: 'lint', plans: [plan], members, events, ...law } as const;
  return { status: 200, events: studied(call.server, actor, order, seconds) };
});

const simulate = handle(contract.plansSimulate)(async (call) => {
  const { actor } = signedIn(call);
  const { plan, seconds, assumptions, runs, seed, join_month } = call.asked.body;
  const asked = { assumptions, ...figuresOf({ runs, seed, join_month }) };
  const order = { ...blank, verb: 'simulate', plans: [plan], ...asked } as const;
  return { status: 200, events: studied(call.server, actor, order, seconds) };
});

const mend = handle(contract.plansMend)(async (call) => {
  const { actor } = signedIn(call);
  const { plan, seconds, members, events, seed, indications, ...judged } = call.asked.body;
  const law = await lawOf(call.server, actor, judged);
  const asked = { members, events, indications, seed: seed ?? null, ...law };
  const order = { ...blank, verb: 'mend', plans: [plan], ...asked } as const;
  return { status: 200, events: studied(call.server, actor, order, seconds) };
});

const compare = handle(contract.plansCompare)(async (call) => {
  const { actor } = signedIn(call);
  const { plans, seconds, members, events, assumptions, ...rest } = call.asked.body;
  const { packs, standards, as_of, ...figures } = rest;
  const law = await lawOf(call.server, actor, { packs, standards, as_of });
  const asked = { members, events, assumptions, ...figuresOf(figures), ...law };
  const order = { ...blank, verb: 'compare', plans, ...asked } as const;
  return { status: 200, events: studied(call.server, actor, order, seconds) };
});

interface Figures {
  readonly runs?: number | undefined;
  readonly seed?: number | undefined;
  readonly join_month?: number | undefined;
}

function figuresOf({ runs, seed, join_month }: Figures) {
  return { runs: runs ?? null, seed: seed ?? null, join_month: join_month ?? null };
}

interface JudgedBy {
  readonly packs: readonly string[];
  readonly standards?: readonly string[] | undefined;
  readonly as_of?: string | undefined;
}

/**
 * Packs that come with the software, published standards of whom the tenant trusts, and the day;
 * today is a day of the tenant's.
 */
async function lawOf(
  { store, shipped, now }: Server,
  actor: Actor,
  { packs, standards, as_of }: JudgedBy,
): Promise<Pick<PlanOrder, 'packs' | 'editions' | 'as_of'>> {
  const unknown = packs.find((name) => !shipped.packs.has(name));
  if (unknown !== undefined) {
    const known = [...shipped.packs.keys()].join(', ');
    throw new PolyprismError('cli.unknown_pack', { name: unknown, shipped: known });
  }
  const used = await wantedEditions(store, actor.tenant_id, standards, now());
  const editions = await Promise.all(used.map(async (one) => signedEdition(store, one)));
  if (as_of !== undefined) return { packs, editions, as_of };
  const { on } = await store.as(actor, async (tx) => await momentOf(tx, actor.tenant_id, now()));
  return { packs, editions, as_of: on };
}

/**
 * A study as events: `progress`, `partial`, and at the end `result` or `problem`. A text with
 * mistakes is answered with all of them, in `wrong`, and nothing is studied.
 */
function studied(
  { lab, log }: Server,
  actor: Actor,
  order: PlanOrder,
  seconds: number,
): EventSource {
  const plays = order.verb === 'simulate' || order.verb === 'compare';
  const wrong = wrongIn(order, plays);
  return async function* events(signal) {
    let number = 0;
    const event = (name: string, data: unknown): ServerEvent => {
      number += 1;
      return { id: String(number), event: name, data };
    };
    if (wrong.length > 0) {
      yield event('result', { wrong });
      return;
    }
    try {
      for await (const told of lab.study(actor.tenant_id, order, seconds, signal)) {
        const { event: name, data } = told;
        yield event(name, name === 'progress' ? data : { wrong, ...data });
      }
    } catch (error) {
      if (signal.aborted) return;
      const code = codeOf(error);
      if (code === 'http.internal') log.error({ route: `plans.${order.verb}` }, 'fault');
      const params = error instanceof PolyprismError ? error.issue.params : {};
      yield event('problem', { code, ...describeIssue({ code, params }) });
    }
  };
}

function codeOf(error: unknown): IssueCode {
  if (error instanceof PolyprismError) return error.issue.code;
  const message = error instanceof Error ? error.message : '';
  return isCode(message) ? message : 'http.internal';
}

function isCode(text: string): text is IssueCode {
  return Object.hasOwn(issueCodes, text);
}

function wrongIn(order: PlanOrder, plays: boolean) {
  return order.plans.flatMap((text, at) => {
    const { plan, diagnostics } = parsePlan(text, 'plan');
    const found = plan === null ? diagnostics : wrongAbout(plan, order, plays);
    return found.map((one) => ({ plan: at, ...shownDiagnostic(one) }));
  });
}

function wrongAbout(plan: Plan, order: PlanOrder, plays: boolean): readonly Diagnostic[] {
  if (!plays) return [];
  const wrong = wrongAssumptions(plan, order.assumptions);
  // Too many people, or nobody who recruits, is refused at once.
  if (wrong.length === 0) assumedOf(plan, order);
  return wrong;
}

function shownDiagnostic({ code, params, place, length }: Diagnostic) {
  return { code, ...describeIssue({ code, params }), ...place, length };
}

export const studyHandlings = [lint, simulate, mend, compare];
