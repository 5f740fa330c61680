import { beforeAll, describe, expect, it } from 'vitest';
import { makeChecker } from '../../src/check/checker.ts';
import { canonicalJson } from '../../src/evidence/canonical-json.ts';
import { generateLawful } from '../../src/generate/generate-lawful.ts';
import { filledColumns } from '../../src/generate/lawful/write-rows.ts';
import type { FilledTable } from '../../src/generate/lawful/row.ts';
import { violations } from '../../src/generate/violations/violations.ts';
import { compareText } from '../../src/model/issue.ts';
import type { EvidenceValue, Pack } from '../../src/model/provision.ts';
import type { RecordFinding } from '../../src/model/record-check.ts';
import type { ColumnType } from '../../src/model/table-shape.ts';
import { shippedPacks } from '../support/shipped-packs.ts';
import { inFolder } from '../support/inspected.ts';
import { judgedDirectly } from '../support/judged-directly.ts';
import { memoryWriter } from '../support/memory-writer.ts';
import { parseCsv } from '../support/parse-csv.ts';

let packs: readonly Pack[];
beforeAll(async () => {
  packs = await shippedPacks('cn');
});

/** The lawful platform's CSV as records: times are Shanghai's, an empty cell is nothing. */
function valueOf(text: string, type: ColumnType): EvidenceValue {
  if (text === '') return null;
  if (type === 'instant') return new Date(`${text.replace(' ', 'T')}+08:00`).toISOString();
  if (type === 'bool') return text === '1';
  if (type === 'int' || type === 'money_minor' || type === 'double') return Number(text);
  return text === '(none)' ? '' : text;
}

function recordsIn(table: FilledTable, csv: string): Record<string, EvidenceValue>[] {
  const [head = [], ...lines] = parseCsv(csv);
  const types = new Map<string, ColumnType>(
    filledColumns(table).map(([name, { type }]) => [name, type]),
  );
  return lines.map((line) =>
    Object.fromEntries(
      head.map((name, i) => [name, valueOf(line[i] ?? '', types.get(name) ?? 'text')]),
    ),
  );
}

function told(provision: string, one: RecordFinding): string {
  const { version_in_force, subject, act_on, parameters, explanation } = one;
  const { evidence } = one;
  return canonicalJson({
    provision,
    version_in_force,
    subject,
    act_on,
    parameters,
    explanation,
    evidence,
  });
}

describe('one record', () => {
  it.each(['today', 'older'] as const)(
    'is judged as its table is by SQL, on a platform with every violation planted: %s',
    async (stage) => {
      const { writer, files } = memoryWriter();
      const violate = violations.cn
        .filter((one) => (one.stage ?? 'today') === stage)
        .map((one) => `${one.provision}@${one.version}`);
      const truth = await generateLawful(writer, { members: 300, violate });
      const bySql = await inFolder(
        async (folder) => await judgedDirectly(files, folder, packs, truth.as_of),
      );
      const checker = makeChecker(packs, {
        as_of: truth.as_of,
        currency: 'CNY',
      });
      const byRecord: string[] = [];
      let verdicts = 0;
      for (const [name, csv] of files) {
        const table = name.replace('.csv', '') as FilledTable;
        for (const record of recordsIn(table, csv)) {
          const { verdicts: all, issues } = checker.check(table, record);
          expect(issues).toEqual([]);
          verdicts += all.length;
          for (const { provision, finding } of all) {
            if (finding) byRecord.push(told(provision, finding));
          }
        }
      }
      const rows = new Set(
        packs.flatMap(({ provisions }) =>
          provisions
            .filter(({ check }) => check === 'row')
            .map(({ id, in_force }) => `${id}@${in_force.from}`),
        ),
      );
      const expected = bySql.findings
        .filter((one) => rows.has(`${one.provision}@${one.version_in_force}`))
        .map((one) => told(one.provision, one));
      expect(byRecord.toSorted(compareText)).toEqual(expected.toSorted(compareText));
      expect(expected.length).toBeGreaterThan(stage === 'today' ? 30 : 0);
      expect(verdicts).toBeGreaterThan(1_000);
    },
  );
});
