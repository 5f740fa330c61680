import type { Deadline, DeadlineClause } from '../model/deadline.ts';
import { compareText } from '../model/issue.ts';
import { columnsOf, isTableName } from '../model/tables.ts';
import { checkPeriod, firstOverlap } from './check-periods.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic, PackFile } from './diagnostic.ts';
import { citation, id, localised } from './front-matter.ts';
import {
  day,
  list,
  maybe,
  needed,
  nodeAt,
  nullable,
  oneOf,
  parseYaml,
  record,
  spanOf,
  text,
  wholeNumber,
  wrong,
} from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

const term = record({
  value: needed(wholeNumber),
  unit: needed(oneOf('working_day', 'calendar_day', 'month', 'year')),
});

const column = text(/^[a-z_]+\.[a-z_]+$/, 'table.column');

const clause = record({
  from: needed(day),
  to: needed(nullable(day)),
  cite: needed(citation),
  term: needed(term),
  last_day: maybe(oneOf('stays', 'after_holiday', 'next_working_day')),
  excluded: maybe(localised),
  extension: maybe(record({ term: needed(term), condition: needed(localised) })),
});

const deadlines = list(
  record({
    id: needed(id),
    title: needed(localised),
    kind: needed(oneOf('act_by', 'keep_until', 'notice_before')),
    stage: needed(oneOf('pre', 'in', 'after')),
    duty_bearer: needed(list(text(/^[a-z_]+$/, 'snake_case'), 1)),
    event: needed(nullable(column)),
    act: maybe(column),
    clauses: needed(list(clause, 1)),
  }),
  1,
);

/** The deadlines a pack brings: `deadlines/<topic>.yaml`, each a list; sorted by id. */
export function parseDeadlines(files: readonly PackFile[], diagnostics: Diagnostic[]): Deadline[] {
  const seen = new Set<string>();
  return files
    .filter(({ name }) => /^deadlines\/[^/]*\.yaml$/.test(name))
    .flatMap((file) => {
      const yaml = parseYaml(file.text, 0, reporterFor(file, diagnostics));
      const read = yaml ? deadlines(yaml, yaml.document.contents, null) : undefined;
      if (!yaml || !read) return [];
      return read.map((one, i): Deadline => {
        const clauses = one.clauses.map(
          ({ last_day = 'stays', excluded = null, extension = null, ...rest }): DeadlineClause => ({
            ...rest,
            last_day,
            excluded,
            extension,
          }),
        );
        const deadline = { ...one, act: one.act ?? null, clauses };
        checkId(yaml, deadline, i, seen);
        checkColumns(yaml, deadline, i);
        checkClauses(yaml, deadline, i);
        return deadline;
      });
    })
    .toSorted((a, b) => compareText(a.id, b.id));
}

function checkId(yaml: Yaml, { id: name }: Deadline, i: number, seen: Set<string>): void {
  if (seen.has(name)) wrong(yaml, nodeAt(yaml, [i, 'id']), null, `one '${name}'`);
  seen.add(name);
}

/** Event and act are columns of the fact model, so that a program can follow the deadline. */
function checkColumns(yaml: Yaml, deadline: Deadline, i: number): void {
  for (const key of ['event', 'act'] as const) {
    const written = deadline[key];
    if (written === null) continue;
    const [table = '', name = ''] = written.split('.');
    const span = spanOf(yaml, nodeAt(yaml, [i, key]));
    if (!isTableName(table)) yaml.report('pack.unknown_table', { table }, ...span);
    else if (!columnsOf(table).has(name)) {
      const known = [...columnsOf(table).keys()].join(', ');
      yaml.report('pack.unknown_column', { table, column: name, known }, ...span);
    }
  }
}

/** Two clauses may hold on one day only where their ranks decide between them. */
function checkClauses(yaml: Yaml, { clauses }: Deadline, i: number): void {
  clauses.forEach((one, k) => {
    const path = [i, 'clauses', k];
    checkPeriod(yaml, one, path);
  });
  for (const [rank, of] of Map.groupBy(clauses, ({ cite }) => cite.rank)) {
    const overlap = firstOverlap(of);
    if (overlap === null) continue;
    const span = spanOf(yaml, nodeAt(yaml, [i, 'clauses']));
    yaml.report(
      'pack.parameter_overlap',
      { parameter: `clauses (${rank})`, day: overlap },
      ...span,
    );
  }
}
