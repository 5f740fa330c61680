import { IssueLog } from '../../model/issue.ts';
import type { Issue } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import type { Assumption, Software } from '../../model/snapshot.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { applyPrefix } from '../adapters/apply-prefix.ts';
import { loadAdapters } from '../adapters/load-adapters.ts';
import type { PlanSource } from '../map/plan-source.ts';
import type { Mapping, TableMapping } from '../mapping.ts';
import { assumeCurrency, assumeTimeZone } from './assume-locale.ts';
import { settleMoney } from './draft.ts';
import { canonicalExport, canonicalSoftware } from './canonical-export.ts';
import { extendEntry } from './extend-entry.ts';
import { fitAdapter } from './fit-adapter.ts';
import type { FittedAdapter } from './fit-adapter.ts';
import { genericMapping } from './generic-mapping.ts';
import type { GenericMapping } from './generic-mapping.ts';
import { genericPlan } from './generic-plan.ts';
import type { GenericPlan } from './generic-plan.ts';
import { recogniseSoftware } from './recognise-software.ts';
import type { Recognition } from './recognise-software.ts';
import type { DetectInput } from './staged.ts';
import { survey } from './survey.ts';
import type { Survey } from './survey.ts';
import { newTracer, rounded } from './trace.ts';
import type { DetectionTrace, Tracer } from './trace.ts';

export interface ChooseOptions {
  /** ISO 4217; found or assumed where absent. */
  readonly currency?: string;
  /** IANA zone of zone-less times; assumed where absent. */
  readonly time_zone?: string;
  /** The bundled ones where absent. */
  readonly adapters?: readonly Adapter[];
}

export interface ChosenMapping {
  readonly mapping: Mapping;
  readonly software: Software;
  /** Where the software keeps its commission plan; null where nobody knows. */
  readonly plan: PlanSource | null;
  readonly assumptions: readonly Assumption[];
  readonly issues: readonly Issue[];
  /** Raw tables that take no part, and why; every other raw table is used. */
  readonly skipped: ReadonlyMap<string, Localised>;
  readonly explain: DetectionTrace;
}

/** Settles how staged raw tables become canonical tables, and says why. */
export async function chooseMapping(
  input: DetectInput,
  options: ChooseOptions = {},
): Promise<ChosenMapping> {
  const canonical = canonicalExport(input.tables);
  if (canonical !== null) return await chooseCanonical(canonical, options);
  const surveyed = survey(input);
  const tracer = newTracer();
  const log = new IssueLog();
  const known = recogniseSoftware(input.tables, options.adapters ?? loadAdapters());
  const fitted = known === null ? null : fitAdapter(surveyed, known, log);
  const adapted = await adaptedEntries(surveyed, known, fitted, tracer);
  const generic = await genericMapping(
    surveyed,
    { tables: fitted?.served ?? new Set(), raw: fitted?.raw ?? new Set() },
    tracer,
  );
  report(generic, fitted, log);
  const money = settleMoney(generic.drafts);
  const found = known === null ? await genericPlan(surveyed) : null;
  const zone = assumeTimeZone(options.time_zone ?? known?.adapter.mapping.time_zone);
  const currency = await assumeCurrency(surveyed, options.currency, known);
  return {
    mapping: {
      schema: 'polyprism.mapping/1',
      currency: currency.value,
      time_zone: zone.value,
      tables: [...adapted, ...money.tables, ...(found?.entries ?? [])],
    },
    software: softwareOf(known),
    plan: known === null ? (found?.plan ?? null) : planOf(surveyed, known),
    assumptions: [
      zone,
      currency,
      ...generic.assumptions,
      ...money.assumptions,
      ...planAssumptions(found),
    ],
    issues: log.list(),
    skipped: skippedOf(surveyed, adapted, generic, found),
    explain: tracer,
  };
}

/**
 * What is assumed of data in canonical names. Amounts are whole numbers and no column names a
 * currency: there is nothing to look into.
 */
export async function assumeCanonical(
  options: Pick<ChooseOptions, 'currency' | 'time_zone'>,
): Promise<{ readonly zone: Assumption; readonly currency: Assumption }> {
  return {
    zone: assumeTimeZone(options.time_zone),
    currency: await assumeCurrency({ tables: [] }, options.currency, null),
  };
}

/** Nothing to detect but the zone and the currency. */
async function chooseCanonical(
  tables: readonly TableMapping[],
  options: ChooseOptions,
): Promise<ChosenMapping> {
  const { zone, currency } = await assumeCanonical(options);
  const tracer = newTracer();
  for (const { table, from } of tables) {
    tracer.tables.push({ raw_table: from, table, score: 1, reasons: canonicalSoftware.reasons });
  }
  return {
    mapping: {
      schema: 'polyprism.mapping/1',
      currency: currency.value,
      time_zone: zone.value,
      tables,
    },
    software: canonicalSoftware,
    plan: null,
    assumptions: [zone, currency],
    issues: [],
    skipped: new Map(),
    explain: tracer,
  };
}

/** The adapter's entries as they fit, extended where the installation has more columns. */
async function adaptedEntries(
  surveyed: Survey,
  known: Recognition | null,
  fitted: FittedAdapter | null,
  tracer: Tracer,
): Promise<TableMapping[]> {
  if (known === null || fitted === null) return [];
  const { name } = known.adapter.software;
  const reason = { en: `adapter for ${name}`, zh: `${name} 适配器` };
  const entries = await Promise.all(fitted.entries.map((entry) => extendEntry(surveyed, entry)));
  for (const [i, entry] of entries.entries()) {
    const raw_table = entry.from;
    const score = rounded(known.score);
    tracer.tables.push({ raw_table, table: entry.table, score, reasons: [reason] });
    const original = fitted.entries[i]?.columns ?? {};
    for (const [column, { column: raw, value }] of Object.entries(entry.columns)) {
      tracer.columns.push({
        table: entry.table,
        column,
        raw_table,
        raw_column: raw === undefined ? `= ${value ?? ''}` : [raw].flat().join(' / '),
        score: 1,
        reasons: [column in original ? reason : extra],
        runners_up: [],
      });
    }
  }
  return entries;
}

const extra: Localised = {
  en: 'a column of this installation that the adapter does not know, by its name',
  zh: '适配器未收录、按列名识别的列',
};

function softwareOf(known: Recognition | null): Software {
  if (known === null) return { name: null, family: null, score: 0, reasons: [nobodyKnows] };
  const { name, family } = known.adapter.software;
  return { name, family, score: known.score, reasons: known.reasons };
}

const nobodyKnows: Localised = {
  en: 'no bundled adapter fits; tables and columns were found by name, comment and data',
  zh: '没有匹配的内置适配器；各表各列按名称、注释与数据识别',
};

function planOf(surveyed: Survey, known: Recognition | null): PlanSource | null {
  const plan = known === null ? undefined : applyPrefix(known.adapter, known.prefix).plan;
  return plan !== undefined && surveyed.get(plan.settings.table) !== undefined ? plan : null;
}

function report(generic: GenericMapping, fitted: FittedAdapter | null, log: IssueLog): void {
  if (fitted?.served.has('member') === true) return;
  const { member } = generic;
  if (member === null) {
    if (fitted === null) log.add('detect.no_members');
    return;
  }
  const table = member.target.source.table.name;
  const { sponsor, placement } = member.trees;
  if (sponsor === null && placement === null && !member.relation && !member.chain) {
    log.add('detect.no_recruiter', { table });
  }
  if (sponsor !== null && placement !== null) {
    log.add('detect.two_trees', {
      table,
      sponsor: sponsor.column,
      placement: placement.column,
    });
  }
}

function planAssumptions(found: GenericPlan | null): Assumption[] {
  return (found?.reasons ?? []).map((reason) => ({
    what: 'mapping',
    subject: 'plan',
    value: found?.plan?.settings.table ?? found?.entries[0]?.from ?? '',
    reason,
  }));
}

/** Every raw table is used or skipped with a reason. */
function skippedOf(
  surveyed: Survey,
  adapted: readonly TableMapping[],
  generic: GenericMapping,
  plan: GenericPlan | null,
): Map<string, Localised> {
  const used = new Set(
    adapted.flatMap(({ from, join }) => [from, ...(join ?? []).map(({ table }) => table)]),
  );
  const skipped = new Map(generic.skipped);
  const planned = plan?.plan?.settings.table ?? plan?.entries[0]?.from;
  if (planned !== undefined) skipped.delete(planned);
  const mapped = new Set(generic.drafts.map(({ mapping }) => mapping.from));
  for (const source of surveyed.tables) {
    const { name, rows_read } = source.table;
    if (used.has(name) || mapped.has(name) || skipped.has(name)) continue;
    if (generic.member?.relation?.source === source || name === planned) continue;
    skipped.set(name, rows_read === 0 ? noRows : knownAndUnused);
  }
  return skipped;
}

const noRows: Localised = { en: 'has no rows', zh: '无数据行' };
const knownAndUnused: Localised = {
  en: 'a known table of this software without a canonical counterpart',
  zh: '该软件的已知表，无对应标准表',
};
