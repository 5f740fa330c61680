import type { EvidenceValue, Finding } from '../model/provision.ts';
import type { Report, ReportMoney } from '../model/report.ts';
import { columnsOf } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import { byteOrderMark, csvLine } from '../model/csv-cell.ts';
import { jsonOf } from './json.ts';
import { countsSentence } from './facts/flip-sentence.ts';
import { decimal } from './show.ts';
import { twoLawsSentence } from './two-laws.ts';

const findingColumns = [
  'finding_id',
  'provision',
  'title_zh',
  'title_en',
  'version_in_force',
  'provision_sha256',
  'stage',
  'severity',
  'subject_table',
  'subject_id',
  'source_file',
  'source_table',
  'source_line',
  'act_on',
  'verdict',
  'explanation_zh',
  'explanation_en',
  'laws_zh',
  'laws_en',
  'counts_zh',
  'counts_en',
  'waived_by',
  'waived_until',
  'waiver_reason',
  'parameters',
  'evidence_row',
  'evidence_rows',
  'evidence',
] as const;

/**
 * findings.csv: one line for each row of evidence of each finding; parameters and evidence as
 * JSON, money in it in minor units. Nothing is left out here, however long it grows.
 */
export async function* findingsCsv(report: Report): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(findingColumns);
  const titles = new Map(report.provisions.map(({ id, title }) => [id, title]));
  for (const finding of report.findings) {
    const rows = finding.evidence.length === 0 ? [null] : finding.evidence;
    const title = titles.get(finding.provision) ?? { zh: '', en: '' };
    yield rows.map((row, i) => csvLine(findingLine(finding, title, row, i))).join('');
  }
}

function findingLine(
  finding: Finding,
  title: { readonly zh: string; readonly en: string },
  row: Finding['evidence'][number] | null,
  index: number,
): EvidenceValue[] {
  const laws = finding.laws && twoLawsSentence(finding.laws);
  const counts = finding.counts && countsSentence(finding.counts);
  return [
    finding.id,
    finding.provision,
    title.zh,
    title.en,
    finding.version_in_force,
    finding.provision_sha256,
    finding.stage,
    finding.severity,
    finding.subject.table,
    finding.subject.id,
    finding.source?.file ?? null,
    finding.source?.table ?? null,
    finding.source?.line ?? null,
    finding.act_on,
    finding.verdict,
    finding.explanation.zh,
    finding.explanation.en,
    laws?.zh ?? null,
    laws?.en ?? null,
    counts?.zh ?? null,
    counts?.en ?? null,
    finding.waiver?.author ?? null,
    finding.waiver?.expires_on ?? null,
    finding.waiver?.reason ?? null,
    jsonOf(finding.parameters),
    row === null ? 0 : index + 1,
    finding.evidence.length,
    row === null ? null : jsonOf(row),
  ];
}

/**
 * members.csv: one line for each member of each tree. Money columns lose `_minor` in their name
 * and are in major units; the currency stands in the last column.
 */
export function membersCsv(rows: Rows, money: Money): AsyncGenerator<string> {
  return derivedCsv('network_member', rows, money);
}

type Rows = AsyncIterable<Readonly<Record<string, EvidenceValue>>>;
type Money = Pick<ReportMoney, 'currency' | 'minor_units'>;

/** funding.csv and gains.csv: one line for each row of a derived table, as members.csv has. */
export async function* derivedCsv(
  table: TableName,
  rows: Rows,
  money: Money,
): AsyncGenerator<string> {
  const columns = [...columnsOf(table).keys()];
  const header = columns.map((name) => name.replace(/_minor$/, ''));
  yield byteOrderMark + csvLine([...header, 'currency']);
  let page: string[] = [];
  for await (const row of rows) {
    const cells = columns.map((name) => memberCell(name, row[name] ?? null, money));
    page.push(csvLine([...cells, money.currency]));
    // A file stream is woken for every chunk; a thousand lines make one.
    if (page.length < 1000) continue;
    yield page.join('');
    page = [];
  }
  yield page.join('');
}

function memberCell(
  name: string,
  value: EvidenceValue,
  money: Pick<ReportMoney, 'minor_units'>,
): EvidenceValue {
  const isMoney = name.endsWith('_minor') && value !== null && /^-?\d+$/.test(String(value));
  return isMoney ? decimal(String(value), money) : value;
}
