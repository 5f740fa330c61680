import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Predicate, RowForm } from '../model/predicate.ts';
import { placeholdersOf } from '../provisions/explain.ts';
import { lintRow } from '../provisions/row/lint-row.ts';
import { lintAll } from '../provisions/sql/lint-sql.ts';
import type { LintedSql } from '../provisions/sql/lint-sql.ts';
import type { SqlGrounds } from '../provisions/sql/problem.ts';
import { meaningful, tokenize } from '../provisions/sql/tokens.ts';
import type { ParsedProvision } from './parse-provision.ts';
import type { Stretch } from './sections.ts';
import { keyAt, nodeAt, spanOf } from './yaml-shape.ts';

/**
 * Holds the SQL of provisions against the portable subset and against what their front matter
 * declares and their explanations say. Reports into each provision's own file; the forms in which
 * one row decides them stand in their order.
 */
export async function checkSql(
  engine: SqlEngine,
  provisions: readonly ParsedProvision[],
): Promise<(RowForm | null)[]> {
  const statements = provisions.flatMap((parsed) =>
    stretchesOf(parsed).map((sql) => ({ sql: sql.text, grounds: groundsOf(parsed) })),
  );
  const linted = (await lintAll(engine, statements)).values();
  return provisions.map((parsed) => {
    const both = stretchesOf(parsed).map((sql) => {
      const one = linted.next().value as LintedSql;
      for (const { code, params, start, length } of one.problems) {
        parsed.report(code, params, sql.start + start, length);
      }
      return one;
    });
    return checkLinted(parsed, both);
  });
}

function stretchesOf({ test, cannot_tell }: ParsedProvision): Stretch[] {
  return cannot_tell ? [test, cannot_tell] : [test];
}

function groundsOf({ provision: { reads, parameters } }: ParsedProvision): SqlGrounds {
  const values = parameters.map(
    ({ name, values }) => [name, values.map(({ value }) => value)] as const,
  );
  return { reads, parameters: Object.fromEntries(values) };
}

/** What the statements of a provision, the test first, show together. */
function checkLinted(parsed: ParsedProvision, both: readonly LintedSql[]): RowForm | null {
  const [test, undecided] = both;
  if (!test) return null;
  // A statement with a problem in it does not show what it would read.
  if (both.every(({ problems }) => problems.length === 0)) {
    checkReads(parsed, both);
    checkParameters(parsed, both);
  }
  if (test.columns.length > 0) {
    checkResult(parsed, parsed.test, test, 'subject VARCHAR, act_on DATE, …', 3);
    checkPlaceholders(parsed, test);
  }
  if (undecided && parsed.cannot_tell && undecided.columns.length > 0) {
    const expected = 'subject VARCHAR, act_on DATE, needs VARCHAR';
    checkResult(parsed, parsed.cannot_tell, undecided, expected, 0);
  }
  if (parsed.provision.check !== 'row') return null;
  const row = checkRow(parsed, parsed.test, test);
  const doubt =
    parsed.cannot_tell && undecided ? checkRow(parsed, parsed.cannot_tell, undecided) : [];
  return row && doubt && { test: row, cannot_tell: doubt };
}

/** What the row alone must be enough for. */
function checkRow(
  { provision, report }: ParsedProvision,
  { text, start }: Stretch,
  { root, columns }: LintedSql,
): readonly Predicate[] | null {
  if (root === null) return null;
  const { predicates, problems } = lintRow(text, root, provision, columns);
  for (const { code, params, start: at, length } of problems) {
    report(code, params, start + at, length);
  }
  return predicates;
}

/** Every declared column is read: who asks for more than is needed is told less. */
function checkReads(parsed: ParsedProvision, linted: readonly LintedSql[]): void {
  const { provision, yaml, report } = parsed;
  for (const { table, required, optional } of provision.reads) {
    for (const column of [...required, ...optional]) {
      if (linted.some(({ used }) => used.has(`${table}.${column}`))) continue;
      const path = ['reads', table, indexOfRead(parsed, table, column)];
      const span = spanOf(yaml, nodeAt(yaml, path));
      report('sql.unused_read', { table, column }, ...span);
    }
  }
}

/** Position of a column in its list as written, where optional ones carry a `?`. */
function indexOfRead({ yaml }: ParsedProvision, table: string, column: string): number {
  const list = yaml.document.toJS() as { readonly reads: Record<string, readonly string[]> };
  return list.reads[table]?.findIndex((one) => one.replace(/\?$/, '') === column) ?? 0;
}

function checkParameters(
  { provision, yaml, report }: ParsedProvision,
  linted: readonly LintedSql[],
): void {
  for (const { name } of provision.parameters) {
    if (linted.some(({ parameters }) => parameters.has(name))) continue;
    const span = spanOf(yaml, keyAt(yaml, ['parameters', name]));
    report('sql.unused_parameter', { parameter: name }, ...span);
  }
}

function checkResult(
  { report }: ParsedProvision,
  { text, start }: Stretch,
  { columns }: LintedSql,
  expected: string,
  least: number,
): void {
  const [subject, act, needs] = columns;
  const sound =
    subject?.name === 'subject' &&
    subject.type === 'VARCHAR' &&
    act?.name === 'act_on' &&
    act.type === 'DATE' &&
    new Set(columns.map(({ name }) => name)).size === columns.length &&
    columns.every(({ name }) => /^[a-z][a-z0-9_]*$/.test(name)) &&
    (least > 0 ? columns.length >= least : columns.length === 3 && needs?.name === 'needs');
  if (sound) return;
  const seen = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  const [first] = meaningful(tokenize(text));
  report('sql.result_columns', { seen, expected }, start + (first?.start ?? 0), first?.text.length);
}

/** An explanation speaks of evidence, parameters, the subject and the date, and nothing else. */
function checkPlaceholders({ provision, explain, report }: ParsedProvision, test: LintedSql): void {
  const names = [
    ...test.columns.map(({ name }) => name),
    ...provision.parameters.map(({ name }) => name),
  ];
  const known = names.map((name) => `{${name}}`).join(', ');
  for (const { text, start } of [explain.zh, explain.en]) {
    for (const { name, at } of placeholdersOf(text)) {
      if (names.includes(name)) continue;
      const placeholder = `{${name}}`;
      report('pack.unknown_placeholder', { placeholder, known }, start + at, placeholder.length);
    }
  }
}
