import type { Actor } from '../../../model/actor.ts';
import type { StoreTx } from '../../../store/store.ts';
import { nextKinds } from '../../contract/overview.ts';
import type { Overview, Prism } from './prism-shape.ts';
import { consumerTexts, nextTexts } from './next-texts.ts';
import type { NextKind } from './next-texts.ts';

type Next = Overview['next'][number];

/** What is counted beside inspections and matters. */
export interface Waiting {
  readonly affiliations: number;
  readonly alerts: number;
}

/** Affiliations somebody else proposed, for those who may decide; alerts that stand. */
export async function waitingFor({ db }: StoreTx, actor: Actor): Promise<Waiting> {
  const { tenant_id } = actor;
  const tables = ['jurisdiction', 'association_member', 'operator_claim'] as const;
  let affiliations = 0;
  if (actor.roles.includes('admin')) {
    for (const table of tables) {
      const found = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('status', '=', 'proposed')
        .where('proposed_by', '<>', tenant_id)
        .executeTakeFirstOrThrow();
      affiliations += found.count;
    }
  }
  const alerts = await db
    .selectFrom('alert')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('standing', '=', true)
    .executeTakeFirstOrThrow();
  return { affiliations, alerts: alerts.count };
}

/** A list of what to do, in order of haste, for what the actor's roles let it do. */
export function nextThings(
  actor: Actor,
  inspections: readonly Prism[],
  matters: Overview['matters'],
  waiting: Waiting,
): Next[] {
  const things: Next[] = [
    ...matterThings(matters, actor.party === 'consumer'),
    thing('affiliations', waiting.affiliations, { page: 'admin', tab: 'affiliations' }),
    thing('alerts', waiting.alerts, { page: 'alerts' }),
    ...inspections.flatMap((prism) =>
      prismThings(prism).map((one) => ({ ...one, platform_name: prism.platform_name })),
    ),
  ];
  const inspects = actor.party !== 'consumer' && actor.party !== 'operator';
  if (inspects && inspections.length === 0 && actor.roles.includes('handler')) {
    things.push(thing('first_inspection', 1, { page: 'imports' }));
  }
  return things
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => nextKinds.indexOf(a.kind) - nextKinds.indexOf(b.kind));
}

/** What a consumer's matters wait for, the office owes. */
function matterThings(
  { overdue, due_soon, unassigned }: Overview['matters'],
  ofConsumer: boolean,
): Next[] {
  const titled = (kind: 'overdue' | 'due_soon', count: number): Next => ({
    ...thing(kind, count, { page: 'matters', queue: kind }),
    ...(ofConsumer && { title: consumerTexts[kind] }),
  });
  return [
    titled('overdue', overdue),
    titled('due_soon', due_soon),
    thing('unassigned', unassigned, { page: 'matters', queue: 'unassigned' }),
  ];
}

function prismThings(prism: Prism): Next[] {
  const { inspection_id, provisions, changes } = prism;
  const sum = (of: (one: Prism['provisions'][number]) => number): number =>
    provisions.reduce((all, one) => all + of(one), 0);
  const findings = { page: 'findings', inspection_id } as const;
  const unknown = provisions.filter(
    (one) => one.verdict === 'cannot_tell' && one.indications === 0,
  );
  // Of an operator's own account there are no verdicts on what was not found.
  const told = prism.account === null ? unknown.length : 0;
  return [
    thing('new_breaches', changes?.new ?? 0, { ...findings, since: prism.since ?? '' }),
    thing(
      'breaches',
      sum((one) => one.breaches),
      { ...findings, verdict: 'breach' },
    ),
    thing(
      'lines',
      sum((one) => one.reached),
      { ...findings, verdict: 'reached' },
    ),
    thing(
      'indications',
      sum((one) => one.indications),
      { ...findings, verdict: 'indication' },
    ),
    thing('cannot_tell', told, { page: 'imports' }, inspection_id),
  ];
}

type To = { readonly page: Next['target']['page'] } & Readonly<Record<string, string>>;

function thing(kind: NextKind, count: number, { page, ...query }: To, id?: string): Next {
  return {
    kind,
    title: nextTexts[kind],
    platform_name: null,
    count,
    target: { page, id: id ?? null, query },
  };
}
