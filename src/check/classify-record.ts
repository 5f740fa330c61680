import { compareText } from '../model/issue.ts';
import type { Provision } from '../model/provision.ts';
import type { RecordClassification, RecordPack } from '../model/record-check.ts';
import { shapeOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { versionOn } from '../provisions/applicable-days.ts';
import { missingNeeds } from '../provisions/needs.ts';
import { contains } from '../provisions/periods.ts';
import { rowReader } from '../provisions/row/read-row.ts';
import type { RowReader } from '../provisions/row/read-row.ts';
import { rowJudges } from '../provisions/row/row-judge.ts';
import type { JudgeContext, PeriodJudge, RowInput } from '../provisions/row/row-judge.ts';
import type { Unclassified } from './judge-provision.ts';

interface Context extends JudgeContext {
  readonly currency: string;
  readonly reader: RowReader;
}

/** What a record is, and the same as rows of `classification`, by provision. */
export interface Classified {
  readonly classifications: readonly RecordClassification[];
  readonly facts: RowInput['facts'];
  /** What it would have taken to classify it, by provision. */
  readonly unclassified: Unclassified;
}

type ClassifyRecord = (
  row: Pick<RowInput, 'row' | 'hits'>,
  supplied: number,
  id: string,
) => Classified;

/** The version of each provision about the table that finds a fact on the day judged as of. */
export function classifyingVersions(
  packs: readonly RecordPack[],
  table: TableName,
  as_of: string,
): Provision[] {
  const facts = packs
    .flatMap(({ provisions }) => provisions)
    .filter(({ subject, finds }) => subject === table && finds === 'fact');
  return [...Map.groupBy(facts, ({ id }) => id).values()]
    .flatMap((versions) => versionOn(versions, as_of) ?? [])
    .toSorted((a, b) => compareText(a.id, b.id));
}

/**
 * Says what a record is in the eyes of the law, as `classify` says it of a table: by each version
 * that classifies on the day judged as of, in the order of their ids, so that one may read those
 * before it. A record without an id, or without what a provision needs, is not classified by it.
 */
export function recordClassifier(
  versions: readonly Provision[],
  table: TableName,
  contextOf: (provision: Provision) => Context,
): ClassifyRecord {
  const { read } = rowReader('classification');
  const classifying = versions.flatMap((provision) => {
    const context = contextOf(provision);
    const { as_of } = context;
    const judge = rowJudges(provision, context).find(({ period }) => contains(period, as_of));
    return judge ? [{ provision, judge, lacking: lackingBy(provision, table, context) }] : [];
  });
  if (classifying.length === 0 || shapeOf(table).key === null) return () => nothing;
  return ({ row, hits }, supplied, id) => {
    const facts = new Map<string, RowInput['row']>();
    const unclassified = new Map<string, readonly string[]>();
    const classifications: RecordClassification[] = [];
    for (const { provision, judge, lacking } of classifying) {
      const missing = lacking(supplied);
      if (missing.length > 0) {
        classifications.push({ provision: provision.id, holds: null, since: null, needs: missing });
        unclassified.set(provision.id, missing);
        continue;
      }
      const one = { provision: provision.id, ...factOf(judge, { row, hits, facts }, id) };
      classifications.push(one);
      const { holds, since } = one;
      const fact = { provision: one.provision, subject_table: table, subject_id: id, holds, since };
      facts.set(one.provision, read(fact).row);
    }
    return { classifications, facts, unclassified };
  };
}

const nothing: Classified = { classifications: [], facts: new Map(), unclassified: new Map() };

/** True where the test names the record, null where that cannot be told, otherwise false. */
function factOf(
  judge: PeriodJudge,
  input: RowInput,
  id: string,
): Omit<RecordClassification, 'provision'> {
  const found = judge.test(input).filter(({ subject }) => subject === id);
  const days = found.flatMap(({ evidence: { act_on } }) => act_on ?? []);
  const since = days.toSorted(compareText)[0] ?? null;
  if (found.length > 0) return { holds: true, since, needs: [] };
  const doubts = judge.cannot_tell(input).filter(({ subject }) => subject === id);
  const needs = new Set(doubts.map(({ evidence }) => String(evidence['needs'])));
  const holds = doubts.length > 0 ? null : false;
  return { holds, since, needs: [...needs].toSorted(compareText) };
}

/** What a record lacks to be classified at all, worked out once for each set of columns. */
function lackingBy(
  provision: Provision,
  table: TableName,
  { currency, reader }: Context,
): (supplied: number) => readonly string[] {
  const known: (readonly string[])[] = [];
  return (supplied) => {
    const columns_present = reader.columnsIn(supplied);
    const tables = { [table]: { read: 1, refused: 0, columns_present } };
    return (known[supplied] ??= missingNeeds(provision, { tables, currency }));
  };
}
