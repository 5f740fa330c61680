import { compareText } from '../model/issue.ts';
import type { Localised } from '../model/localised.ts';
import type { Finding, Pack, Provision } from '../model/provision.ts';
import type { RecordVerdict } from '../model/record-check.ts';
import { versionOn } from '../provisions/applicable-days.ts';

/** What one provision says of one row of a snapshot, and who says so. */
export interface RowJudgement {
  readonly provision: string;
  readonly title: Localised;
  readonly stage: Provision['stage'];
  readonly severity: Provision['severity'];
  readonly verdict: RecordVerdict['verdict'];
  readonly needs: readonly string[];
  readonly explanation: Localised;
  /** First day of the version that decided, or that was in force on the row's day. */
  readonly version_in_force: string | null;
  /** The inspection found it, or the row alone was judged again. */
  readonly by: 'inspection' | 'row';
  /** Digest of the finding's statement; null where there is none. */
  readonly finding_id: string | null;
}

/** A row and its day: the first that it speaks of, as a legal date. */
export interface DatedRow {
  readonly day: string | null;
  /** What the row provisions over its table say of it. */
  readonly verdicts: readonly RecordVerdict[];
  /** What the inspection found on it, of any provision. */
  readonly findings: readonly Finding[];
}

/**
 * What stands of a row in the eyes of all provisions that can be asked about it: the inspection's
 * findings first of all, and what the row alone says where there is none. Sorted by provision.
 */
export function judgedRow(packs: readonly Pack[], row: DatedRow): RowJudgement[] {
  const versions = Map.groupBy(
    packs.flatMap(({ provisions }) => provisions),
    ({ id }) => id,
  );
  const found = new Set(row.findings.map(({ provision }) => provision));
  const held = row.verdicts
    .filter(({ provision }) => !found.has(provision))
    .flatMap((verdict) => judgedAlone(versions.get(verdict.provision) ?? [], verdict, row.day));
  const all = [...row.findings.map((one) => judgedByRun(versions, one)), ...held];
  return all.toSorted((a, b) => compareText(a.provision, b.provision));
}

type Versions = ReadonlyMap<string, readonly Provision[]>;

function judgedByRun(versions: Versions, finding: Finding): RowJudgement {
  const { provision, version_in_force, stage, severity, verdict, explanation, id } = finding;
  const of = versions.get(provision) ?? [];
  const version = of.find(({ in_force }) => in_force.from === version_in_force) ?? of.at(-1);
  return {
    provision,
    title: version?.title ?? { en: provision, zh: provision },
    stage,
    severity,
    verdict,
    needs: [],
    explanation,
    version_in_force,
    by: 'inspection',
    finding_id: id,
  };
}

/** None where no version was in force on the row's day: there was no such duty then. */
function judgedAlone(
  versions: readonly Provision[],
  { provision, verdict, needs, finding }: RecordVerdict,
  day: string | null,
): RowJudgement[] {
  const version = day === null ? versions.at(-1) : versionOn(versions, day);
  if (version === undefined && finding === null) return [];
  const { title, stage, severity } = version ?? versions.at(-1)!;
  return [
    {
      provision,
      title,
      stage: finding?.stage ?? stage,
      severity: finding?.severity ?? severity,
      verdict,
      needs,
      explanation: finding?.explanation ?? saidOf(title, needs),
      version_in_force:
        finding?.version_in_force ?? (day === null ? null : (version?.in_force.from ?? null)),
      by: 'row',
      finding_id: null,
    },
  ];
}

function saidOf(title: Localised, needs: readonly string[]): Localised {
  if (needs.length > 0) {
    return {
      en: `This cannot be told of the row: ${needs.join(', ')} would be needed. ${title.en}`,
      zh: `该记录无法判断，尚需：${needs.join('、')}。${title.zh}`,
    };
  }
  return {
    en: `Nothing in this row breaches it, by the data supplied. ${title.en}`,
    zh: `依所供数据，该记录未见不符合。${title.zh}`,
  };
}
