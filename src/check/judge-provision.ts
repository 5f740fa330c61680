import { canonicalJson } from '../evidence/canonical-json.ts';
import { compareText } from '../model/issue.ts';
import type { Provision } from '../model/provision.ts';
import type { RecordFinding, RecordVerdict } from '../model/record-check.ts';
import type { TableName } from '../model/tables.ts';
import { applicableDays } from '../provisions/applicable-days.ts';
import { explainer } from '../provisions/explain.ts';
import type { Explainer } from '../provisions/explain.ts';
import { missingNeeds } from '../provisions/needs.ts';
import type { Period } from '../provisions/periods.ts';
import { rowJudges } from '../provisions/row/row-judge.ts';
import type {
  JudgeContext,
  PeriodJudge,
  RowAnswer,
  RowInput,
} from '../provisions/row/row-judge.ts';
import type { RowReader } from '../provisions/row/read-row.ts';

/**
 * Says of a row what one provision does; `supplied` is the set of columns the record has,
 * `unclassified` what it would take to classify the row, by provision.
 */
export type JudgeProvision = (
  input: RowInput,
  supplied: number,
  unclassified: Unclassified,
) => RecordVerdict;

export type Unclassified = ReadonlyMap<string, readonly string[]>;

interface Context extends JudgeContext {
  readonly currency: string;
  readonly reader: RowReader;
}

/** A version of the provision with what answers for the days on which it decides. */
interface Version {
  readonly provision: Provision;
  readonly judges: readonly PeriodJudge[];
  readonly explain: Explainer;
  /** Provisions whose classification of the row it reads. */
  readonly reads: readonly string[];
}

/**
 * Judges rows by all versions of one provision: the one in force on the day of the act applies. A
 * breach is one whatever else could not be told; what could not be told is named in any case. Acts
 * of the days of a version that one row cannot decide want for the data set.
 */
export function judgeProvision(
  id: string,
  table: TableName,
  versions: readonly Provision[],
  context: Context,
): JudgeProvision {
  const decidable = versions.filter(({ row }) => row !== null);
  const partly = decidable.length < versions.length;
  const ready = decidable
    .toSorted((a, b) => compareText(a.in_force.from, b.in_force.from))
    .map((provision): Version => {
      const judges = rowJudges(provision, context, applicableDays(provision, versions));
      const explain = explainer(provision, context.currency);
      return { provision, judges, explain, reads: classifiedBy(provision) };
    });
  const lacking = lackingBy(table, ready, context);
  const clean: RecordVerdict = { provision: id, verdict: 'no_breach', needs: [], finding: null };
  return (input, supplied, unclassified) => {
    let needs = nothing;
    let finding: RecordFinding | null = null;
    let verdict: RecordVerdict['verdict'] = 'no_breach';
    const missing = lacking(supplied);
    for (let i = 0; i < ready.length; i += 1) {
      const { provision, judges, explain, reads } = ready[i]!;
      let wanted = missing[i]!;
      for (const one of reads) wanted = wanted.concat(unclassified.get(one) ?? nothing);
      for (const judge of judges) {
        if (wanted.length > 0) {
          if (judge.applies(input.row)) needs = needs.concat(wanted);
          continue;
        }
        const doubts = judge.cannot_tell(input);
        if (doubts.length > 0) {
          needs = needs.concat(doubts.map(({ evidence }) => String(evidence['needs'])));
        }
        const found = judge.test(input);
        if (found.length === 0 || finding) continue;
        finding = findingOf(provision, judge.period, found, explain);
        verdict = provision.finds === 'breach' ? 'breach' : 'indication';
      }
    }
    if (partly && !ready.some(({ judges }) => judges.some(({ applies }) => applies(input.row)))) {
      needs = ['data_set'];
    }
    if (!finding && needs.length === 0) return clean;
    const sorted = needs.length > 1 ? [...new Set(needs)].toSorted(compareText) : needs;
    return { provision: id, verdict: finding ? verdict : 'cannot_tell', needs: sorted, finding };
  };
}

const nothing: readonly string[] = [];

function classifiedBy({ row }: Provision): string[] {
  const statements = row === null ? [] : [...row.test, ...row.cannot_tell];
  return [...new Set(statements.flatMap(({ classified }) => classified ?? []))];
}

/** What each version lacks of a record, worked out once for each set of columns supplied. */
function lackingBy(
  table: TableName,
  versions: readonly Version[],
  { currency, reader }: Context,
): (supplied: number) => readonly (readonly string[])[] {
  const known: (readonly (readonly string[])[])[] = [];
  return (supplied) => {
    const found = known[supplied];
    if (found) return found;
    const columns_present = reader.columnsIn(supplied);
    const tables = { [table]: { read: 1, refused: 0, columns_present } };
    const made = versions.map(({ provision }) => missingNeeds(provision, { tables, currency }));
    known[supplied] = made;
    return made;
  };
}

/** As the rows of a finding stand: earliest act first, among those of a day by their values. */
function byDay(a: RowAnswer['evidence'], b: RowAnswer['evidence']): number {
  return (
    compareText(a.act_on ?? '', b.act_on ?? '') || compareText(canonicalJson(a), canonicalJson(b))
  );
}

function findingOf(
  provision: Provision,
  { parameters }: Period,
  answers: readonly RowAnswer[],
  explain: Explainer,
): RecordFinding {
  const evidence = answers.map((one) => one.evidence);
  if (evidence.length > 1) evidence.sort(byDay);
  const subject = answers[0]?.subject ?? '';
  const act_on = evidence[0]?.act_on ?? null;
  const facts = { subject, act_on, parameters, evidence };
  return {
    provision_sha256: provision.sha256,
    version_in_force: provision.in_force.from,
    stage: provision.stage,
    severity: provision.severity,
    subject: { table: provision.subject, id: subject },
    act_on,
    explanation: explain(facts),
    parameters,
    evidence: facts.evidence,
  };
}
