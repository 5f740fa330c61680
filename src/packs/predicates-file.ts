import { canonicalJson } from '../evidence/canonical-json.ts';
import { limits } from '../model/limits.ts';
import { predicate_schema } from '../model/predicate.ts';
import type { Expression, Predicate, RowForm } from '../model/predicate.ts';
import type { Provision } from '../model/provision.ts';
import { isTableName } from '../model/tables.ts';
import type { PackBytes } from './read-files.ts';
import { malformed } from './tar.ts';

/** What a built pack holds beside its author's files: its row provisions, ready to be compiled. */
export const predicates_name = 'predicates.json';

/** Canonical JSON of the row provisions, by file; null where there is none. */
export function writePredicates(provisions: readonly Provision[]): PackBytes | null {
  const forms = provisions
    .filter(({ row }) => row !== null)
    .map(({ file, row }) => [file, row] as const);
  if (forms.length === 0) return null;
  const value = { schema: predicate_schema, provisions: Object.fromEntries(forms) };
  return { name: predicates_name, bytes: Buffer.from(canonicalJson(value)) };
}

/** Row provisions by file, each checked to be of the form; anything else is refused. */
export function readPredicates(bytes: Uint8Array): ReadonlyMap<string, RowForm> {
  const value = record(parse(Buffer.from(bytes).toString('utf8')));
  if (value['schema'] !== predicate_schema) throw refused(String(value['schema']));
  return new Map(
    Object.entries(record(value['provisions'])).map(([file, value]) => {
      const { test, cannot_tell } = record(value);
      const form = { test: list(test), cannot_tell: list(cannot_tell) };
      if (form.test.length === 0) throw refused('no test');
      return [
        file,
        { test: form.test.map(predicateOf), cannot_tell: form.cannot_tell.map(predicateOf) },
      ];
    }),
  );
}

function predicateOf(value: unknown): Predicate {
  const { table, hits, classified, where, select } = record(value);
  const name = text(table);
  if (!isTableName(name)) throw refused(name);
  if (typeof hits !== 'boolean') throw refused('hits');
  return {
    table: name,
    hits,
    ...(classified !== undefined && { classified: text(classified) }),
    where: where === null ? null : expressionOf(where, 1),
    select: list(select).map((column) => {
      const { name, value: shown } = record(column);
      return { name: text(name), value: expressionOf(shown, 1) };
    }),
  };
}

/** Checks an expression part by part; what it calls and casts to is checked when compiled. */
function expressionOf(value: unknown, depth: number): Expression {
  if (depth > limits.json_depth_max * 4) throw refused('too deep');
  const one = record(value);
  const below = (part: unknown): Expression => expressionOf(part, depth + 1);
  if ('column' in one) return { column: text(one['column']) };
  if ('hit' in one) return { hit: text(one['hit']) };
  if ('fact' in one) return { fact: text(one['fact']) };
  if ('number' in one) return { number: text(one['number']) };
  if ('text' in one) return { text: text(one['text']) };
  if ('parameter' in one) return { parameter: text(one['parameter']) };
  if ('call' in one) return { call: text(one['call']), of: list(one['of']).map(below) };
  if ('cast' in one) return { cast: castOf(one['cast']), of: below(one['of']) };
  if ('cases' in one) {
    const cases = list(one['cases']).map((branch) => {
      const { when, gives } = record(branch);
      return { when: below(when), gives: below(gives) };
    });
    return { cases, else: below(one['else']) };
  }
  const { literal } = one;
  if (literal === null || typeof literal === 'boolean') return { literal };
  throw refused(Object.keys(one).join(' '));
}

const casts = ['BIGINT', 'INTEGER', 'VARCHAR', 'BOOLEAN', 'DATE', 'TIMESTAMP'] as const;

function castOf(value: unknown): (typeof casts)[number] {
  const found = casts.find((one) => one === value);
  if (found === undefined) throw refused(String(value));
  return found;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw refused('not JSON');
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused('a value');
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw refused('no list');
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw refused('no text');
  return value;
}

function refused(seen: string): Error {
  return malformed(`${predicates_name}: ${seen.slice(0, limits.shown_chars_max)}`);
}
