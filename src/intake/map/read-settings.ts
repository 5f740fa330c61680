import { sqlName, sqlText } from '../../engine/duckdb.ts';
import type { PlanSource, SettingConditions, SettingValue } from './plan-source.ts';
import type { StagedInput } from './staged-input.ts';

export interface Setting {
  readonly name: string;
  readonly text: string;
  readonly file: number;
  readonly line: number;
}

/** The settings a plan source mentions that the data hold, in the order it mentions them. */
export async function readSettings(
  stage: StagedInput,
  source: PlanSource,
): Promise<ReadonlyMap<string, Setting>> {
  const { table, key, value, where = {} } = source.settings;
  const staged = stage.tables.find(({ name }) => name === table);
  const names = mentioned(source);
  const has = (column: string): boolean =>
    staged?.columns.some(({ name }) => name === column) ?? false;
  if (staged === undefined || names.length === 0) return new Map();
  if (![key, value, ...Object.keys(where)].every(has)) return new Map();
  const group = Object.entries(where).map(
    ([column, text]) => ` AND ${sqlName(column)} = ${sqlText(text)}`,
  );
  const rows = await stage.engine.rows(`
    SELECT trim(${sqlName(key)}) AS name, ${sqlName(value)} AS text, _file, _line
    FROM ${sqlName(staged.relation)}
    WHERE trim(${sqlName(key)}) IN (${names.map(sqlText).join(', ')})${group.join('')}
    ORDER BY _file DESC, _row DESC`);
  // Descending, so that of two rows of one name the first in the file stays.
  const found = new Map(
    rows.map((row) => {
      const name = String(row['name']);
      const text = unquoted(row['text'] === null ? '' : String(row['text']));
      return [name, { name, text, file: Number(row['_file']), line: Number(row['_line']) }];
    }),
  );
  return new Map(names.flatMap((name) => found.get(name) ?? []).map((one) => [one.name, one]));
}

/** The text of a setting or of one member of its JSON; empty when it is not there. */
export function settingText(
  settings: ReadonlyMap<string, Setting>,
  name: string,
  path?: string,
): string {
  const text = settings.get(name)?.text ?? '';
  return path === undefined ? text : memberOf(text, path);
}

export function conditionsHold(
  settings: ReadonlyMap<string, Setting>,
  conditions: SettingConditions | undefined,
): boolean {
  return Object.entries(conditions ?? {}).every(([reference, values]) => {
    const [name, path] = splitSetting(reference);
    return values.includes(settingText(settings, name, path));
  });
}

function mentioned(source: PlanSource): string[] {
  const values: (SettingValue | undefined)[] = [
    ...Object.values(source.fields),
    ...source.rules.flatMap(({ rate, amount_minor }) => [rate, amount_minor]),
  ];
  const conditions = [...values, ...source.rules].flatMap((one) => Object.keys(one?.when ?? {}));
  const names = [
    ...values.flatMap((value) => value?.setting ?? []),
    ...conditions.map((reference) => splitSetting(reference)[0]),
  ];
  return [...new Set(names)];
}

/** 'NAME$.path' → name and path. */
function splitSetting(reference: string): [string, string | undefined] {
  const at = reference.indexOf('$');
  return at < 0 ? [reference, undefined] : [reference.slice(0, at), reference.slice(at)];
}

/** PHP malls keep a setting as a JSON scalar: "10" with its quotes. */
function unquoted(text: string): string {
  const bare = text.trim();
  if (!bare.startsWith('"')) return bare;
  try {
    const value: unknown = JSON.parse(bare);
    return typeof value === 'string' ? value.trim() : bare;
  } catch {
    return bare;
  }
}

function memberOf(text: string, path: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return '';
  }
  for (const name of path.split('.').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return '';
    value = Reflect.get(value, name);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}
