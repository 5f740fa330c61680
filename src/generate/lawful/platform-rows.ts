import { PLATFORM } from './live-duties.ts';
import { operatorsOf } from './operators.ts';
import type { Row } from './row.ts';
import { DAY_S, HOUR_S } from './time.ts';
import type { World } from './world.ts';

export function* platformRows(world: World): Iterable<Row<'platform'>> {
  const { opened } = world;
  yield {
    platform_id: PLATFORM,
    name: world.market.words.platform,
    direct_selling_licence: '',
    record_kept_from: world.clock.day(opened),
    offers_venue: true,
    offers_browsing: true,
    offers_ordering: true,
    offers_payment: true,
    started_at: opened,
    withdrawal_function: true,
  };
}

const RULES_EVERY = 150 * DAY_S;

/** The rules in force at that time, by number. */
export function ruleAt({ opened }: World, at: number): string {
  return `RV${Math.floor((at - opened) / RULES_EVERY)}`;
}

/** Opinions asked for, published twenty days ahead, the old versions kept for whoever looks. */
export function* ruleVersionRows(world: World): Iterable<Row<'rule_version'>> {
  for (let n = 0; ; n++) {
    const effective_at = world.opened + n * RULES_EVERY;
    if (effective_at > world.until) return;
    const next = effective_at + RULES_EVERY;
    const superseded_at = next > world.until ? null : next;
    yield {
      rule_version_id: `RV${n}`,
      title: world.market.words.rules(n + 1),
      published_at: effective_at - 20 * DAY_S + 9 * HOUR_S,
      effective_at,
      major: n % 2 === 1,
      withdrawn_at: null,
      superseded_at,
      kept_until: superseded_at === null ? null : world.clock.dayMonthsAfter(superseded_at, 36, 30),
      consulted_at: effective_at - 50 * DAY_S,
      opinions_kept_until: world.clock.dayMonthsAfter(effective_at, 36, 30),
      exit_offered: true,
      consent_by_default: false,
    };
  }
}

/** Identity data each January and July, tax data as the market asks for them. */
export function* submissionRows(world: World): Iterable<Row<'submission'>> {
  const entered = [...operatorsOf(world)];
  const row = (kind: string, period: string, submitted_at: number) => ({
    submission_id: `SB-${kind}-${period}`,
    kind,
    subjects: entered.filter((one) => one.entered <= submitted_at).length,
    submitted_at,
    period,
  });
  for (let year = world.clock.year(world.opened); year <= world.clock.year(world.until); year++) {
    for (const [month, half] of [
      ['01', `${year - 1}H2`],
      ['07', `${year}H1`],
    ] as const) {
      const at = world.clock.at(`${year}-${month}-20`, 10 * HOUR_S);
      if (at < world.opened || at > world.until) continue;
      for (const kind of ['operator_identity', 'live_identity', 'streamer_identity']) {
        yield row(kind, half, at);
      }
    }
  }
  const tax = { quarterly: quarterlyTax, yearly: yearlyTax };
  yield* tax[world.market.tax_reports](world, row);
}

type SubmissionRow = (kind: string, period: string, at: number) => Row<'submission'>;

/** Once the duty exists, from July 2025. */
function* quarterlyTax(world: World, row: SubmissionRow): Iterable<Row<'submission'>> {
  const basics = world.clock.at('2025-07-10', 10 * HOUR_S);
  if (basics <= world.until) yield row('tax_basics', '2025', basics);
  for (let quarter = 2025 * 4 + 2; ; quarter++) {
    const next = quarter + 1;
    const month = String((next % 4) * 3 + 1).padStart(2, '0');
    const at = world.clock.at(`${Math.floor(next / 4)}-${month}-15`, 10 * HOUR_S);
    if (at > world.until) return;
    yield row('tax_income', `${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`, at);
  }
}

/** Of a whole year, in the January after it. */
function* yearlyTax(world: World, row: SubmissionRow): Iterable<Row<'submission'>> {
  for (let year = world.clock.year(world.opened); ; year++) {
    const at = world.clock.at(`${year + 1}-01-20`, 10 * HOUR_S);
    if (at > world.until) return;
    yield row('tax_income', String(year), at);
  }
}
