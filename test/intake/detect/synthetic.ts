import { DuckDb, sqlName, sqlText } from '../../../src/engine/duckdb.ts';
import type { DetectInput, DetectTable } from '../../../src/intake/detect/staged.ts';

/** Columns as 'name type // comment'; type and comment may be missing. */
export interface TestTable {
  readonly name: string;
  readonly comment?: string;
  readonly columns: readonly string[];
  readonly key?: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Numbers from a seed: the same on every machine (Park–Miller). */
export function numbers(seed: number): (below: number) => number {
  let state = seed % 2147483647 || 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

export interface Person {
  readonly n: number;
  /** Index of the recruiter; null for a root. */
  readonly parent: number | null;
  /** Index of the account it is placed under, at most two below each. */
  readonly placed: number | null;
  /** Epoch seconds. */
  readonly joined: number;
  readonly phone: string;
  readonly name: string;
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉'];

/** A forest in which everybody joins after the recruiter. */
export function people(count: number, seed: number): Person[] {
  const next = numbers(seed);
  const free: number[] = [];
  const all: Person[] = [];
  for (let n = 0; n < count; n += 1) {
    const parent = n === 0 || next(60) === 0 ? null : Math.max(0, n - 1 - next(Math.min(n, 80)));
    const slot = free.length > 0 ? next(Math.min(free.length, 6)) : -1;
    const placed = slot < 0 ? null : (free.splice(slot, 1)[0] ?? null);
    free.push(n, n);
    all.push({
      n,
      parent,
      placed,
      joined: 1_577_836_800 + n * 40_000 + next(30_000),
      phone: `13${String(100_000_000 + ((n * 7_919_317) % 899_999_999))}`,
      name: `${surnames[next(20)]}${given[next(24)]}${given[next(24)]}${n % 7}`,
    });
  }
  return all;
}

/**
 * Recruiter of person n as the software would write it, with the usual dirt: every 20th points
 * at an account that is gone, every 97th at itself, and one pair at each other.
 */
export function dirty(
  all: readonly Person[],
  n: number,
  write: (n: number) => string,
): string | null {
  if (n > 0 && n % 20 === 7) return write(all.length + 5000 + n);
  if (n > 0 && n % 97 === 0) return write(n);
  if (n === 30) return write(31);
  if (n === 31) return write(30);
  const parent = all[n]?.parent ?? null;
  return parent === null ? null : write(parent);
}

export function dateTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Loads tables as the stage would so few: on one thread, columns VARCHAR, plus the locators. */
export async function stageTables(
  tables: readonly TestTable[],
): Promise<DetectInput & { readonly engine: DuckDb }> {
  const engine = await DuckDb.open({ threads: 1 });
  const staged: DetectTable[] = [];
  for (const [i, table] of tables.entries()) {
    const relation = `raw_${i}`;
    const columns = table.columns.map(toColumn);
    const list = columns.map(({ name }) => `${sqlName(name)} VARCHAR`).join(', ');
    await engine.run(
      `CREATE TABLE ${relation} (${list}, _file INTEGER, _line BIGINT, _row BIGINT)`,
    );
    for (let at = 0; at < table.rows.length; at += 500) {
      const values = table.rows.slice(at, at + 500).map((row, j) => {
        const cells = columns.map((_, k) => literal(row[k] ?? null));
        return `(${cells.join(', ')}, 0, ${at + j + 2}, ${at + j + 1})`;
      });
      await engine.run(`INSERT INTO ${relation} VALUES ${values.join(', ')}`);
    }
    staged.push({
      name: table.name,
      relation,
      columns,
      primary_key: table.key ?? [],
      unique_keys: table.unique ?? [],
      comment: table.comment ?? null,
      rows_read: table.rows.length,
    });
  }
  return { engine, tables: staged };
}

const types =
  /^(.*?) ((?:var)?char\S*|\w*int\S*|decimal\S*|date(?:time)?|timestamp|text|uuid|bit\S*|float)$/;

function toColumn(text: string): { name: string; type: string | null; comment: string | null } {
  const [head = '', comment] = text.split(' // ');
  const match = types.exec(head);
  return { name: match?.[1] ?? head, type: match?.[2] ?? null, comment: comment ?? null };
}

function literal(value: string | number | null): string {
  return value === null ? 'NULL' : sqlText(String(value));
}
