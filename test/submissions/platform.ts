import { makeCalendar } from '../../src/deadlines/calendar.ts';
import { createTable } from '../../src/engine/create-table.ts';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { insertRows } from '../../src/engine/insert-rows.ts';
import type { Deadline } from '../../src/model/deadline.ts';
import type { EvidenceValue } from '../../src/model/provision.ts';
import { importedTables } from '../../src/model/tables.ts';
import type { TableName } from '../../src/model/tables.ts';
import { submissionKey } from '../../src/submissions/line-digests.ts';
import { owedReport } from '../../src/submissions/owed-reports.ts';
import { prepareSubmission } from '../../src/submissions/prepare-submission.ts';
import type { Submission, SubmissionOptions } from '../../src/submissions/prepare-submission.ts';

type Rows = readonly Readonly<Record<string, EvidenceValue>>[];
export type Tables = Readonly<Partial<Record<TableName, Rows>>>;

const cite = { law: { zh: '法', en: 'law' }, rank: 'departmental_rule', url: null } as const;
const checked = { checked: '2026-11-23', confidence: 'verified' } as const;

function deadline(
  id: string,
  from: string,
  value: number,
  unit: 'calendar_day' | 'year',
): Deadline {
  return {
    id,
    title: { zh: id, en: id },
    kind: unit === 'year' ? 'keep_until' : 'act_by',
    stage: 'after',
    duty_bearer: ['platform'],
    event: null,
    act: null,
    clauses: [
      {
        from,
        to: null,
        cite: { ...cite, ...checked, article: 'art. 1' },
        term: { value, unit },
        last_day: 'stays',
        excluded: null,
        extension: null,
      },
    ],
  };
}

export const deadlines: readonly Deadline[] = [
  deadline('cn.deadline.report.sellers', '2021-05-01', 30, 'calendar_day'),
  deadline('cn.deadline.report.live', '2026-02-01', 30, 'calendar_day'),
  deadline('cn.deadline.submission.kept', '2025-01-01', 3, 'year'),
];

export const key = submissionKey(new Uint8Array(32).fill(7));

/** The report made of these tables, in Shanghai, as of the end of June 2026. */
export async function submissionOf(
  report: string,
  tables: Tables,
  more: Partial<SubmissionOptions> = {},
): Promise<Submission> {
  const engine = await DuckDb.open({ threads: 1 });
  try {
    for (const name of importedTables()) await createTable(engine, name);
    for (const [name, rows] of Object.entries(tables)) {
      await insertRows(engine, name as TableName, rows);
    }
    return await prepareSubmission(engine, {
      report: owedReport(report),
      reference_on: '2026-06-30',
      time_zone: 'Asia/Shanghai',
      identities: null,
      last: null,
      key,
      deadlines,
      calendar: makeCalendar([]),
      language: 'zh',
      submitted_on: '2026-07-20',
      submitted_by: '张三',
      ...more,
    });
  } finally {
    engine.close();
  }
}

export function textOf({ files }: Submission, name: string): string | undefined {
  return files.find((file) => file.name === name)?.text;
}
