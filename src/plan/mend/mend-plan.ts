import type { Plan } from '../../model/plan.ts';
import type { Provision } from '../../model/provision.ts';
import { lintPlan } from '../lint/lint-plan.ts';
import type { LintOptions, PlanLint } from '../lint/lint-plan.ts';
import { screenAllOf } from '../lint/screen-all.ts';
import type { Judge, ScreenAll } from '../lint/screen-all.ts';
import { counterExamples } from './counter-examples.ts';
import type { CounterExamples } from './counter-examples.ts';
import type { EditName } from './edits.ts';
import { planWith, setsOfEdits } from './sets-of-edits.ts';
import type { EditedPlan } from './sets-of-edits.ts';

/** The smallest change that clears one provision. */
export interface Mending {
  readonly provision: Provision;
  /** null where no set of the changes clears it. */
  readonly edits: readonly EditName[] | null;
}

/** The smallest change that clears all that can be cleared, and what each part of it is for. */
export interface MendedPlan extends EditedPlan {
  /** The provisions that are met again without this change alone. */
  readonly clears: ReadonlyMap<EditName, readonly Provision[]>;
  /** The lint of the changed plan, up to the whole bound. */
  readonly lint: PlanLint;
}

export interface PlanMend {
  readonly before: PlanLint;
  readonly mendings: readonly Mending[];
  /** null where nothing is met, or no one set clears all that can be cleared. */
  readonly mended: MendedPlan | null;
}

/** Networks looked at where one provision alone is to be cleared; the whole is linted further. */
const probe_networks = 1_500;

interface MendSearch {
  readonly judge: Judge;
  readonly screen: ScreenAll;
  readonly options: LintOptions;
  readonly examples: CounterExamples;
  readonly sets: readonly EditedPlan[];
  /** By set, what is known to be met under it. */
  readonly refuted: Set<Provision>[];
}

/**
 * For each provision a plan meets, and for all that can be cleared, the changes that take least
 * from it and after which a lint no longer finds it met. Sets of changes are tried from the
 * cheapest; a network that showed a provision once is shown to all of them before any other.
 */
export async function mendPlan(
  plan: Plan,
  provisions: readonly Provision[],
  judge: Judge,
  options: LintOptions,
): Promise<PlanMend> {
  const screen = screenAllOf(judge);
  const before = await lintPlan(plan, provisions, judge, options, screen);
  const met = before.tests.flatMap((one) => (one.verdict === 'met' ? [one.provision] : []));
  if (met.length === 0) return { before, mendings: [], mended: null };
  const examples = counterExamples(screen, options.as_of);
  examples.learn(before.tests);
  const sets = setsOfEdits(plan);
  const search: MendSearch = {
    judge,
    screen,
    options,
    examples,
    sets,
    refuted: sets.map(() => new Set<Provision>()),
  };
  const known = await examples.refute(
    sets.map((one) => one.plan),
    provisions,
  );
  for (const [i, some] of known.entries()) for (const one of some) search.refuted[i]!.add(one);
  const mendings: Mending[] = [];
  for (const provision of met) {
    const found = await cheapest(search, [provision], [provision], probeOf(options));
    mendings.push({ provision, edits: found && found.edits });
  }
  const lost = new Set(mendings.flatMap((one) => (one.edits === null ? [one.provision] : [])));
  // What was not met before must not be met by what was changed.
  const wanted = provisions.filter((one) => !lost.has(one));
  const told = met.filter((one) => !lost.has(one));
  const found = told.length > 0 ? await cheapest(search, wanted, told, options) : null;
  const mended = found && { ...found, clears: await clearsOf(plan, found, wanted, examples) };
  return { before, mendings, mended };
}

function probeOf(options: LintOptions): LintOptions {
  const networks = Math.min(options.bound.networks, probe_networks);
  return { ...options, bound: { ...options.bound, networks } };
}

/** The cheapest set after which none of `wanted` is met, and of `told` it is known that not. */
async function cheapest(
  search: MendSearch,
  wanted: readonly Provision[],
  told: readonly Provision[],
  options: LintOptions,
): Promise<(EditedPlan & { readonly lint: PlanLint }) | null> {
  const { sets, refuted, judge, screen } = search;
  for (const [i, set] of sets.entries()) {
    if (wanted.some((one) => refuted[i]!.has(one))) continue;
    const quick = await lintPlan(set.plan, wanted, judge, probeOf(options), screen);
    const isWhole = options.bound.networks <= probe_networks;
    const lint =
      isWhole || quick.tests.some(({ verdict }) => verdict === 'met')
        ? quick
        : await lintPlan(set.plan, wanted, judge, options, screen);
    const isMet = lint.tests.filter(({ verdict }) => verdict === 'met');
    const open = lint.tests.some(
      ({ provision, verdict }) => verdict === 'cannot_tell' && told.includes(provision),
    );
    if (isMet.length === 0 && !open) return { ...set, lint };
    await learn(search, i, lint);
  }
  return null;
}

/** What a lint found is tried on every set from here on. */
async function learn(search: MendSearch, from: number, { tests }: PlanLint): Promise<void> {
  const { sets, refuted, examples } = search;
  const found = tests.filter(({ verdict }) => verdict === 'met');
  if (found.length === 0) return;
  for (const { provision } of found) refuted[from]!.add(provision);
  examples.learn(found);
  const provisions = found.map(({ provision }) => provision);
  const known = await examples.refute(
    sets.slice(from).map(({ plan }) => plan),
    provisions,
  );
  for (const [i, some] of known.entries()) for (const one of some) refuted[from + i]!.add(one);
}

async function clearsOf(
  plan: Plan,
  { edits }: EditedPlan,
  wanted: readonly Provision[],
  examples: CounterExamples,
): Promise<ReadonlyMap<EditName, readonly Provision[]>> {
  const without = edits.map((edit) =>
    planWith(
      plan,
      edits.filter((one) => one !== edit),
    ),
  );
  const refuted = await examples.refute(without, wanted);
  return new Map(edits.map((edit, i) => [edit, wanted.filter((one) => refuted[i]!.has(one))]));
}
