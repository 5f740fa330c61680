import type { Issue } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import type { Assumption, Software } from '../../model/snapshot.ts';
import type { Mapping } from '../mapping.ts';
import { settleMoney } from './draft.ts';
import { genericMapping } from './generic-mapping.ts';
import type { DetectInput } from './staged.ts';
import { survey } from './survey.ts';
import { newTracer } from './trace.ts';
import type { DetectionTrace } from './trace.ts';

export interface ChooseOptions {
  /** ISO 4217; found or assumed where absent. */
  readonly currency?: string;
  /** IANA zone of zone-less times; assumed where absent. */
  readonly time_zone?: string;
}

export interface ChosenMapping {
  readonly mapping: Mapping;
  readonly software: Software;
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
  const surveyed = survey(input);
  const tracer = newTracer();
  const generic = await genericMapping(surveyed, { tables: new Set(), raw: new Set() }, tracer);
  const money = settleMoney(generic.drafts);
  return {
    mapping: {
      schema: 'polyprism.mapping/1',
      currency: options.currency ?? 'CNY',
      time_zone: options.time_zone ?? 'Asia/Shanghai',
      tables: money.tables,
    },
    software: { name: null, family: null, score: 0, reasons: [] },
    assumptions: [...generic.assumptions, ...money.assumptions],
    issues: [],
    skipped: generic.skipped,
    explain: tracer,
  };
}
