import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Parameter, Provision } from '../model/provision.ts';
import { compareText } from '../model/issue.ts';
import { meaningful, tokenize } from './sql/tokens.ts';
import type { Token } from './sql/tokens.ts';
import { checkCase, default_grounds, fillCase } from './test-provision.ts';
import type { TestGrounds } from './test-provision.ts';
import type { ProvisionTestCase, ProvisionTestFile } from './test-file.ts';

/** A provision with one small mistake in it, which its tests must notice. */
export interface Mutant {
  /** What was changed, with the line in the statement. */
  readonly change: string;
  readonly provision: Provision;
}

/**
 * All small mistakes of these kinds: a comparison that takes or leaves its boundary or points the
 * other way round, an integer or a numeric parameter off by one, a conjunct or a NULL guard that
 * always holds, a start of force that lies in the distant past.
 */
export function mutantsOf(provision: Provision): Mutant[] {
  const statements = ['test', 'cannot_tell'] as const;
  const inSql = statements.flatMap((part) => {
    const sql = provision[part];
    if (sql === null) return [];
    return sqlMutants(sql).map(({ change, sql: mutated }) => ({
      change: `${part}: ${change}`,
      provision: { ...provision, [part]: mutated },
    }));
  });
  return [...inSql, ...parameterMutants(provision), everInForce(provision)];
}

/** The mutants a provision's tests do not notice; one that no longer runs counts as noticed. */
export async function survivingMutants(
  engine: SqlEngine,
  provision: Provision,
  tests: ProvisionTestFile,
  grounds = default_grounds,
): Promise<string[]> {
  return await survivorsOf(engine, mutantsOf(provision), tests, grounds);
}

/** Whether the tests notice that the provision would hold for acts before its first day. */
export async function knowsItsFirstDay(
  engine: SqlEngine,
  provision: Provision,
  tests: ProvisionTestFile,
  grounds = default_grounds,
): Promise<boolean> {
  const cases = likelyFirst(tests.cases, provision.in_force.from);
  const asked = { ...tests, cases };
  return (await survivorsOf(engine, [everInForce(provision)], asked, grounds)).length === 0;
}

/** Cases with a day before this one come first: one of them is what tells, and ends the search. */
function likelyFirst(cases: readonly ProvisionTestCase[], from: string): ProvisionTestCase[] {
  const isLikely = ({ tables }: ProvisionTestCase): boolean =>
    (JSON.stringify(tables).match(/\d{4}-\d\d-\d\d/g) ?? []).some((day) => day < from);
  return [...cases.filter(isLikely), ...cases.filter((one) => !isLikely(one))];
}

async function survivorsOf(
  engine: SqlEngine,
  mutants: readonly Mutant[],
  tests: ProvisionTestFile,
  grounds: TestGrounds,
): Promise<string[]> {
  let living = mutants;
  for (const one of tests.cases) {
    if (living[0]) await fillCase(engine, living[0].provision, one, grounds);
    const left: Mutant[] = [];
    for (const mutant of living) {
      if (await survives(engine, mutant, one, grounds)) left.push(mutant);
    }
    living = left;
  }
  return living.map(({ change }) => change).toSorted(compareText);
}

async function survives(
  engine: SqlEngine,
  mutant: Mutant,
  one: ProvisionTestCase,
  grounds: TestGrounds,
): Promise<boolean> {
  try {
    return (await checkCase(engine, mutant.provision, one, grounds)).length === 0;
  } catch {
    return false;
  }
}

interface SqlMutant {
  readonly change: string;
  readonly sql: string;
}

const boundary: Readonly<Record<string, readonly string[]>> = {
  '>': ['>='],
  '>=': ['>'],
  '<': ['<='],
  '<=': ['<'],
  '=': ['<>'],
  '<>': ['='],
};

function sqlMutants(sql: string): SqlMutant[] {
  const tokens = meaningful(tokenize(sql));
  return tokens.flatMap((token, i) =>
    [
      boundaryMutants(sql, token),
      numberMutants(sql, token, tokens[i - 1]),
      guardMutants(sql, tokens, i),
      conjunctMutants(sql, tokens, i),
    ].flat(),
  );
}

function replace(sql: string, start: number, end: number, by: string): SqlMutant {
  const line = sql.slice(0, start).split('\n').length;
  const before = sql.slice(start, end).replace(/\s+/g, ' ');
  return {
    change: `line ${line}: ${before} → ${by}`,
    sql: sql.slice(0, start) + by + sql.slice(end),
  };
}

function boundaryMutants(sql: string, { kind, text, start }: Token): SqlMutant[] {
  if (kind !== 'symbol') return [];
  return (boundary[text] ?? []).map((by) => replace(sql, start, start + text.length, by));
}

/** Off by one. The 1 of `EXISTS (SELECT 1 …)` is nobody's threshold. */
function numberMutants(sql: string, token: Token, before: Token | undefined): SqlMutant[] {
  const { kind, text, start } = token;
  if (kind !== 'number' || !/^\d+$/.test(text) || isWord(before, 'SELECT')) return [];
  const value = Number(text);
  return [value - 1, value + 1].map((by) => replace(sql, start, start + text.length, String(by)));
}

/** `x IS NOT NULL` and `x IS NULL` that always hold: the guard is gone. */
function guardMutants(sql: string, tokens: readonly Token[], i: number): SqlMutant[] {
  if (!isWord(tokens[i], 'IS')) return [];
  const not = isWord(tokens[i + 1], 'NOT') ? 1 : 0;
  const last = tokens[i + 1 + not];
  const from = operandStart(tokens, i - 1);
  if (!isWord(last, 'NULL') || !last || from === null) return [];
  return [replace(sql, from, last.start + last.text.length, 'TRUE')];
}

/** `AND condition` left out, up to the next AND, OR or end of the clause at this depth. */
function conjunctMutants(sql: string, tokens: readonly Token[], i: number): SqlMutant[] {
  const at = tokens[i];
  if (!at || !isWord(at, 'AND') || isBetween(tokens, i)) return [];
  const end = conditionEnd(tokens, i + 1);
  return end === null ? [] : [replace(sql, at.start, end, '')];
}

const clauses = new Set(
  'AND OR GROUP ORDER HAVING UNION EXCEPT INTERSECT THEN ELSE END WHEN WHERE JOIN LEFT CROSS'.split(
    ' ',
  ),
);

function conditionEnd(tokens: readonly Token[], from: number): number | null {
  let depth = 0;
  let end: number | null = null;
  for (const token of tokens.slice(from)) {
    if (token.text === ')') depth -= 1;
    if (depth < 0) break;
    const word = token.kind === 'word' ? token.text.toUpperCase() : '';
    if (depth === 0 && clauses.has(word)) break;
    if (depth === 0 && token.text === ',') break;
    if (token.text === '(') depth += 1;
    end = token.start + token.text.length;
  }
  return end;
}

/** Whether the AND at `i` belongs to a BETWEEN before it. */
function isBetween(tokens: readonly Token[], i: number): boolean {
  let depth = 0;
  for (let at = i - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.text === ')') depth += 1;
    if (token?.text === '(') depth -= 1;
    if (depth < 0) return false;
    if (depth > 0 || token?.kind !== 'word') continue;
    if (isWord(token, 'BETWEEN')) return true;
    if (['AND', 'OR', 'WHERE', 'ON', 'WHEN', 'HAVING'].includes(token.text.toUpperCase()))
      return false;
  }
  return false;
}

/** Where the operand that ends at token `end` begins: a name, or a call with its parentheses. */
function operandStart(tokens: readonly Token[], end: number): number | null {
  let at = end;
  if (tokens[at]?.text === ')') {
    let depth = 0;
    do {
      if (tokens[at]?.text === ')') depth += 1;
      if (tokens[at]?.text === '(') depth -= 1;
      at -= 1;
    } while (at >= 0 && depth > 0);
    if (tokens[at]?.kind !== 'word') return tokens[at + 1]?.start ?? null;
  }
  while (tokens[at - 1]?.text === '.') at -= 2;
  return tokens[at]?.start ?? null;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}

function parameterMutants(provision: Provision): Mutant[] {
  return provision.parameters.flatMap((parameter) =>
    parameter.values.flatMap(({ value }, i) => {
      if (typeof value !== 'number') return [];
      const unit = Number.isInteger(value) ? 1 : value / 100;
      return [value - unit, value + unit].map((by) => ({
        change: `parameter ${parameter.name}: ${value} → ${by}`,
        provision: withValue(provision, parameter, i, by),
      }));
    }),
  );
}

function withValue(provision: Provision, changed: Parameter, i: number, value: number): Provision {
  return {
    ...provision,
    parameters: provision.parameters.map((parameter) =>
      parameter === changed
        ? {
            ...parameter,
            values: parameter.values.map((one, k) => (k === i ? { ...one, value } : one)),
          }
        : parameter,
    ),
  };
}

const long_ago = '1900-01-01';

function everInForce(provision: Provision): Mutant {
  const { from } = provision.in_force;
  return {
    change: `in_force.from: ${from} → ${long_ago}`,
    provision: {
      ...provision,
      in_force: { ...provision.in_force, from: long_ago },
      parameters: provision.parameters.map((parameter) => {
        const first = parameter.values.map((value) => value.from).toSorted()[0];
        const values = parameter.values.map((value) =>
          value.from === first ? { ...value, from: long_ago } : value,
        );
        return { ...parameter, values };
      }),
    },
  };
}
