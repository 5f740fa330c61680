import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuckDb } from '../../../src/engine/duckdb.ts';
import { readingOf, readingsOf } from '../../../src/intake/map/default-reading.ts';
import { entrySql } from '../../../src/intake/map/entry-sql.ts';
import { profileTexts } from '../../../src/intake/map/profile-texts.ts';
import { resolveEntry } from '../../../src/intake/map/resolve-entry.ts';
import type { ColumnMapping, Mapping, TableMapping } from '../../../src/intake/mapping.ts';
import { IssueLog } from '../../../src/model/issue.ts';
import type { ColumnType } from '../../../src/model/table-shape.ts';
import { columnsOf, locatorColumns, tables } from '../../../src/model/tables.ts';
import { mappingOf, mapTables, personKey, stageTables } from './stage-tables.ts';
import type { RawRow, RawTables } from './stage-tables.ts';

const seed = Number(process.env['POLYPRISM_SEED'] ?? 20_261_130);
const scenes = Number(process.env['POLYPRISM_SCENES'] ?? 10);
const digits = (from: number, to: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: from, maxLength: to });
const among = (...texts: readonly string[]) => fc.constantFrom(...texts);
const padded = (n: number, width = 2): string => String(n).padStart(width, '0');
const day = fc
  .tuple(fc.integer({ min: 1965, max: 2110 }), fc.nat(13), fc.nat(31))
  .map(([y, m, d]) => `${y}-${padded(m)}-${padded(d)}`);
const clock = fc
  .tuple(fc.nat(24), fc.nat(60), fc.nat(60))
  .map(([h, m, s]) => `${padded(h)}:${padded(m)}:${padded(s)}`);
const soundDay = fc
  .integer({ min: 736_000_000, max: 4_000_000_000 })
  .map((second) => new Date(second * 1000).toISOString().slice(0, 10));

/** What a raw column can be full of: sound forms, their neighbours and odd ones. */
const kinds: Readonly<Record<string, fc.Arbitrary<string | null>>> = {
  nothing: fc.constant(null),
  empty: among('', ' ', '\u3000'),
  zero: among('0', '00', '0.0', '0000-00-00', '0000-00-00 00:00:00', '1970-01-01 08:00:00'),
  flags: among('0', '1'),
  words: among('true', 'FALSE', 'yes', '否', 'null', 'NULL', 'none', '(none)', 'N/A', '-1', '-'),
  codes: among('active', 'disabled', 'closed', '2', 'other', 'Active', 'paid', 'unheard of'),
  digits: digits(1, 20),
  short: digits(1, 12),
  seconds: fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }).map(String),
  signed: fc.tuple(among('-', '+', ''), digits(1, 12)).map(([sign, text]) => sign + text),
  decimal: fc
    .tuple(among('-', ''), digits(0, 10), digits(0, 4))
    .map(([sign, whole, rest]) => `${sign}${whole}.${rest}`),
  money: fc.tuple(digits(1, 8), digits(1, 2)).map(([whole, rest]) => `${whole}.${rest}`),
  day,
  soundDay,
  time: fc.tuple(day, among(' ', 'T', '  '), clock).map((parts) => parts.join('')),
  soundTime: fc.tuple(soundDay, clock).map(([date, time]) => `${date} ${time}`),
  zoned: fc
    .tuple(soundDay, clock, among('Z', '+08:00', '-0530', '.123456789'))
    .map(([date, time, zone]) => `${date}T${time}${zone}`),
  turned: among('11/01/2023', '31/12/2023 08:30:00', '2023年11月1日', '20231101', '2023/1/2'),
  ids: fc.tuple(among('M', 'O', 'x-'), fc.nat(99)).map(([head, n]) => `${head}${n}`),
  exponents: among('1.93068E+15', '6E+05', '1e5', 'A1E+05'),
  contacts: among('13800138000', '19900000001', '138****1234', '11111111', '+8613912345678'),
  cards: fc.tuple(digits(17, 17), among('x', 'X', '0')).map((parts) => parts.join('')),
  wrapped: fc
    .tuple(among('="', "'", ' ', '\t', '\u00a0'), digits(1, 4), among('"', '', ' '))
    .map((parts) => parts.join('')),
  wide: among('12', '¥12.50', '1,200', '12元', '云溪市', 'é', '50%', '(12.50)', '😀'),
  any: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0')),
};

/** Kinds that a column of a type is often full of; every reading of the first is shortened. */
const suited: Readonly<Record<ColumnType, readonly string[]>> = {
  id: ['short', 'ids', 'digits', 'codes'],
  text: ['short', 'digits', 'wide', 'codes', 'ids'],
  int: ['short', 'signed', 'flags'],
  money_minor: ['short', 'money', 'signed'],
  instant: ['soundTime', 'soundDay', 'seconds'],
  date: ['soundTime', 'soundDay', 'seconds'],
  bool: ['flags'],
  double: ['money', 'decimal', 'flags'],
};

/** Canonical tables that have columns of every type between them. */
const targets = ['order', 'operator', 'order_line', 'member', 'plan_rule'] as const;

const codes = among('{"1":"active","0":"disabled"}', '{"1":"true","*":"false"}', '{"2":"","":"1"}');
const options: fc.Arbitrary<Omit<ColumnMapping, 'column' | 'as'>> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  codes.map((text) => ({ codes: JSON.parse(text) as Record<string, string> })),
  among('0', '-1', '', '云溪市').map((none) => ({ none: [none, 'null'] })),
  among('(none)', '-').map((blank) => ({ blank: [blank] })),
  fc.constant({ when: [{ column: 'flag', in: ['1'] }] }),
  fc.constant({ plus: ['b'] }),
  among('1', 'active', 'paid', '7', '').map((value) => ({ value })),
);

/** How one canonical column is read, and of what raw columns `a` and `b` of its own are full. */
const source = fc.record({
  nth: fc.nat(9),
  /** Of one kind that suits it, with or without empty ones; or of any. */
  suited: fc.option(fc.record({ nth: fc.nat(11), empty: fc.constantFrom([], ['empty']) })),
  any: fc.array(fc.constantFrom(...Object.keys(kinds)), { minLength: 1, maxLength: 3 }),
  from: fc.constantFrom(['a'], ['a'], ['a', 'b'], ['j.a']),
  options,
});
const scene = fc.record({
  table: fc.constantFrom(...targets),
  sources: fc.array(source, { minLength: 40, maxLength: 40 }),
  zone: among('Asia/Shanghai', 'Asia/Shanghai', 'Europe/Berlin', 'UTC', 'Asia/Kathmandu'),
  currency: among('CNY', 'CNY', 'JPY', 'KWD'),
});
type Source = typeof source extends fc.Arbitrary<infer T> ? T : never;
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

/** A scene of sound columns, of which reading after reading is tried, at home and then abroad. */
function plainScene(table: Scene['table'], nth: number): Scene {
  const abroad = nth > targets.length;
  const sources = Array.from({ length: 40 }, (_, i): Source => {
    return {
      nth: nth + i,
      suited: { nth: abroad ? 1 : 0, empty: [] },
      any: [],
      from: ['a'],
      options: {},
    };
  });
  const home = { zone: 'Asia/Shanghai', currency: 'CNY' };
  return { table, sources, ...(abroad ? { zone: 'Europe/Berlin', currency: 'JPY' } : home) };
}

/** The columns of a scene's table but its key, each with what it is read from. */
function columnsOfScene({ table, sources }: Scene): (readonly [name: string, Source])[] {
  const names = [...columnsOf(table).keys()].filter(
    (name) => name !== tables[table].key && !(name in locatorColumns),
  );
  return names.flatMap((name, i) => {
    const found = sources[i];
    return found === undefined ? [] : [[name, found] as const];
  });
}

function mappingOfScene(one: Scene): Mapping {
  const { table, zone, currency } = one;
  const columns = columnsOfScene(one).map(([name, { nth, from, options: given }], i) => {
    const type = columnsOf(table).get(name)?.type ?? 'text';
    const readings = readingsOf(type);
    const { plus, value, ...rest } = given;
    const added = plus !== undefined && (type === 'int' || type === 'money_minor');
    const mapped: ColumnMapping = {
      ...rest,
      as: readings[nth % readings.length] ?? 'text',
      ...(value === undefined ? { column: from.map((letter) => `${letter}${i}`) } : { value }),
      ...(added && { plus: [`b${i}`] }),
    };
    return [name, mapped] as const;
  });
  const entry: TableMapping = {
    table,
    from: 'source',
    join: [{ table: 'side', alias: 'j', on: { n: 'n' } }],
    columns: { [tables[table].key]: { column: 'n' }, ...Object.fromEntries(columns) },
  };
  return { ...mappingOf(entry), time_zone: zone, currency };
}

function kindsOf({ table }: Scene, name: string, { suited: one, any }: Source): readonly string[] {
  const fitting = suited[columnsOf(table).get(name)?.type ?? 'text'];
  return one === null ? any : [fitting[one.nth % fitting.length] ?? 'any', ...one.empty];
}

function rawOfScene(one: Scene, nth: number): RawTables {
  const cells = columnsOfScene(one).flatMap(([column, from], i) => {
    const names = kindsOf(one, column, from);
    const value = fc.oneof(...names.map((name) => kinds[name] ?? fc.constant(null)));
    return [[`a${i}`, value] as const, [`b${i}`, fc.option(value)] as const];
  });
  const row = fc.record({ flag: among('0', '1'), ...Object.fromEntries(cells) });
  const rows = fc
    .sample(row, { numRuns: 40, seed: seed + nth })
    .map((given, i): RawRow => ({ n: `r${i}`, ...given }));
  return { source: rows, side: rows.slice(0, 20) };
}

describe(`what is read by short SQL (seed ${seed})`, () => {
  it('is what the whole of it reads, value by value and oddity by oddity', async () => {
    const engine = await DuckDb.open({ threads: 1 });
    const shortened = new Set<string>();
    try {
      const plain = [...targets, 'plan_rule' as const, 'order' as const].map(plainScene);
      const any = fc.sample(scene, { numRuns: scenes, seed });
      for (const [nth, one] of [...plain, ...any].entries()) {
        const got = await readBoth(engine, one, nth, shortened);
        expect(got.short, `scene ${nth} of seed ${seed}`).toEqual(got.whole);
      }
    } finally {
      engine.close();
    }
    // Every reading is at times shortened, or nothing was compared.
    const types = targets.flatMap((table) =>
      [...columnsOf(table).values()].map(({ type }) => type),
    );
    const readings = new Set(types.flatMap((type) => readingsOf(type)));
    expect([...shortened].toSorted()).toEqual([...readings].toSorted());
  });

  it('leaves the same tables and issues behind', async () => {
    for (const [nth, any] of fc.sample(scene, { numRuns: 1, seed: seed + 1 }).entries()) {
      const one: Scene = { ...any, table: 'order' };
      const [raw, mapping] = [rawOfScene(one, nth), mappingOfScene(one)];
      const short = await mapTables(raw, mapping);
      const whole = await mapTables(raw, mapping, undefined, false);
      expect(short.issues).toEqual(whole.issues);
      expect(short.tables).toEqual(whole.tables);
      expect(short.rows(one.table)).toEqual(whole.rows(one.table));
    }
  });
});

/** What the statement of a mapping selects, of staged rows that are and are not profiled. */
async function readBoth(engine: DuckDb, one: Scene, nth: number, shortened: Set<string>) {
  const { tables: sources } = await stageTables(engine, rawOfScene(one, nth));
  const mapping = mappingOfScene(one);
  const { time_zone } = mapping;
  const staged = new Map(sources.map((table) => [table.name, table]));
  const entry = resolveEntry(mapping.tables[0] as TableMapping, staged, new IssueLog());
  if (entry === null) throw new Error('the entry is not whole');
  const money_decimals = { CNY: 2, JPY: 0, KWD: 3 }[mapping.currency] ?? 2;
  const context = { time_zone, money_decimals, person_key: personKey };
  const profiles = await profileTexts(engine, sources, time_zone);
  const short = entrySql(entry, { ...context, profiles });
  const whole = entrySql(entry, { ...context, profiles: new Map() });
  const selected = {
    short: await engine.rows(short.select),
    whole: await engine.rows(whole.select),
  };
  for (const { relation } of sources) await engine.run(`DROP TABLE "${relation}"`);
  const sure = whole.columns.filter((column) => !short.columns.includes(column));
  for (const [name, mapped] of entry.columns) {
    if (mapped.value === undefined && sure.includes(`why_${name}`)) {
      shortened.add(readingOf(one.table, name, mapped));
    }
  }
  const unsaid = Object.fromEntries(sure.map((column) => [column, null]));
  return { ...selected, short: selected.short.map((row) => ({ ...row, ...unsaid })) };
}
