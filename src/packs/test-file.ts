import { isMap } from 'yaml';
import type { EvidenceValue } from '../model/provision.ts';
import { columnsOf, isTableName } from '../model/tables.ts';
import type { TableName } from '../model/tables.ts';
import type { ColumnType } from '../model/table-shape.ts';
import type {
  ExpectedBreach,
  ProvisionTestFile,
  TestRow,
  Undecided,
} from '../provisions/test-file.ts';
import type { PackFile, Report } from './diagnostic.ts';
import { day, dictionary, list, maybe, needed, parseYaml, record, scalar } from './yaml-shape.ts';
import { nodeAt, spanOf, text } from './yaml-shape.ts';
import type { Shape, Yaml } from './yaml-shape.ts';

export type { ProvisionTestCase } from '../provisions/test-file.ts';

const row = dictionary(scalar, /^[a-z][a-z0-9_]*$/);

const withNeeds = record({ subject: needed(text()), needs: needed(text()) });
const bare = text();

/** A subject, or `{subject, needs}` where what it wants for matters. */
const undecided: Shape<Undecided> = (yaml, node, owner) => {
  if (isMap(node)) return withNeeds(yaml, node, owner);
  const subject = bare(yaml, node, owner);
  return subject === undefined ? undefined : { subject, needs: null };
};

const testFile = record({
  cases: needed(
    list(
      record({
        name: needed(text()),
        as_of: needed(day),
        tables: needed(dictionary(list(row, 0), /^[a-z_]+$/)),
        present: maybe(list(text(), 0)),
        absent: maybe(list(text(), 0)),
        expect: needed(
          record({
            breach: maybe(list(row, 0)),
            cannot_tell: maybe(list(undecided, 0)),
            ok: maybe(list(text(), 0)),
          }),
        ),
      }),
      1,
    ),
  ),
});

/** Reads a `.test.yaml` file; null when something in it is wrong, which has been reported. */
export function parseTestFile(file: PackFile, report: Report): ProvisionTestFile | null {
  const yaml = parseYaml(file.text, 0, report);
  const read = yaml ? testFile(yaml, yaml.document.contents, null) : undefined;
  if (!yaml || !read) return null;
  let sound = true;
  const cases = read.cases.map((one, i) => {
    const tables: Partial<Record<TableName, TestRow[]>> = {};
    for (const [table, rows] of one.tables) {
      const path = ['cases', i, 'tables', table];
      if (!isTableName(table)) {
        yaml.report('pack.unknown_table', { table }, ...spanOf(yaml, nodeAt(yaml, path)));
        sound = false;
        continue;
      }
      sound = rows.every((cells, r) => isSound(yaml, table, cells, [...path, r])) && sound;
      tables[table] = rows.map((cells) => Object.fromEntries(cells));
    }
    const { breach = [], cannot_tell = [], ok = [] } = one.expect;
    return {
      name: one.name,
      as_of: one.as_of,
      tables,
      present: one.present ?? [],
      absent: one.absent ?? [],
      expect: {
        breach: breach.map((cells) => expectedOf(Object.fromEntries(cells))),
        cannot_tell,
        ok,
      },
    };
  });
  return sound ? { file: file.name, cases } : null;
}

function expectedOf(cells: TestRow): ExpectedBreach {
  const { subject = '', act_on, ...evidence } = cells;
  return {
    subject: String(subject),
    ...(act_on !== undefined && { act_on: act_on === null ? null : String(act_on) }),
    evidence,
  };
}

function isSound(
  yaml: Yaml,
  table: TableName,
  cells: readonly [string, EvidenceValue][],
  path: readonly (string | number)[],
): boolean {
  const known = columnsOf(table);
  return cells
    .map(([column, value]) => {
      const span = spanOf(yaml, nodeAt(yaml, [...path, column]));
      const type = known.get(column)?.type;
      if (type === undefined) {
        yaml.report(
          'pack.unknown_column',
          { table, column, known: [...known.keys()].join(', ') },
          ...span,
        );
        return false;
      }
      if (value === null || fits[type](value)) return true;
      yaml.report('pack.wrong_value', { expected: type, seen: String(value) }, ...span);
      return false;
    })
    .every(Boolean);
}

const isText = (value: EvidenceValue): boolean => typeof value === 'string';
const isInteger = (value: EvidenceValue): boolean => Number.isSafeInteger(value);

const fits: Readonly<Record<ColumnType, (value: EvidenceValue) => boolean>> = {
  id: isText,
  text: isText,
  int: isInteger,
  money_minor: isInteger,
  instant: (value) => isText(value) && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(value)),
  date: (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(String(value)),
  bool: (value) => typeof value === 'boolean',
  double: (value) => typeof value === 'number',
};
