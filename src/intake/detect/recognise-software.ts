import type { Localised } from '../../model/localised.ts';
import { compareText } from '../../model/issue.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { rawColumnsOf } from './adapter-columns.ts';
import type { DetectTable } from './staged.ts';
import { percent } from './trace.ts';

/** An adapter held against the tables of a dump, their prefix taken off. */
export interface Recognition {
  readonly adapter: Adapter;
  readonly prefix: string;
  /** 0 to 1; from `recognitionThreshold` on the software counts as recognised. */
  readonly score: number;
  readonly reasons: readonly Localised[];
}

/**
 * Measured on 13 schemas of 8 malls: one family scores 0.35 and more by Jaccard similarity of
 * its table names, two different ones at most 0.09.
 */
export const recognitionThreshold = 0.25;

/** Recognises the software by the names of its tables and the columns an adapter reads. */
export function recogniseSoftware(
  tables: readonly DetectTable[],
  adapters: readonly Adapter[],
): Recognition | null {
  const scored = adapters.flatMap((adapter) =>
    prefixesOf(tables).map((prefix) => compare(tables, adapter, prefix)),
  );
  const ranked = scored.toSorted(
    (a, b) =>
      b.rank - a.rank ||
      compareText(a.recognition.adapter.software.name, b.recognition.adapter.software.name),
  );
  const best = ranked[0]?.recognition;
  return best !== undefined && best.score >= recognitionThreshold ? best : null;
}

/** Beginnings that several tables share, the commonest first, and none. Never matched on. */
function prefixesOf(tables: readonly DetectTable[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    for (const match of name.matchAll(/_/g)) {
      const prefix = name.slice(0, match.index + 1);
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  const common = [...counts].toSorted((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return [...common.slice(0, 5).map(([prefix]) => prefix), ''];
}

function compare(
  tables: readonly DetectTable[],
  adapter: Adapter,
  prefix: string,
): { recognition: Recognition; rank: number } {
  const byName = new Map(
    tables
      .filter(({ name }) => name.startsWith(prefix))
      .map((table) => [table.name.slice(prefix.length), table] as const),
  );
  const known = new Set(adapter.fingerprint.tables);
  const common = [...byName.keys()].filter((name) => known.has(name));
  const jaccard = common.length / (tables.length + known.size - common.length || 1);
  const columns = columnShare(byName, adapter);
  const key = keyTables(adapter);
  const keys = key.filter((name) => byName.has(name)).length / (key.length || 1);
  const purity = common.length / (tables.length || 1);
  // A part of a dump: nearly all its tables are known, and they have the columns. The more
  // tables there are, the surer it is.
  const part =
    columns >= 0.7 && purity >= 0.6 ? purity * columns * Math.min(1, common.length / 10) : 0;
  // A rebuilt mall: many tables of its own, yet what the adapter reads is all there.
  const rebuilt = columns >= 0.7 && keys >= 0.6 && common.length >= 5 ? keys * columns * 0.8 : 0;
  const score = Math.max(columns >= 0.5 ? jaccard : 0, part, rebuilt);
  const edition = editionShare(byName, adapter);
  return {
    recognition: {
      adapter,
      prefix,
      score: Math.round(score * 1000) / 1000,
      reasons: reasons({ tables, known, common, jaccard, columns, adapter, prefix, edition }),
    },
    rank: score * (0.4 + 0.6 * edition),
  };
}

/** Raw tables the adapter reads. */
function keyTables({ mapping }: Adapter): string[] {
  return [...new Set(mapping.tables.map(({ from }) => from))];
}

/** Of the columns the adapter reads in tables that are there, the share that is there too. */
function columnShare(byName: ReadonlyMap<string, DetectTable>, { mapping }: Adapter): number {
  let wanted = 0;
  let found = 0;
  for (const entry of mapping.tables) {
    const table = byName.get(entry.from);
    if (table === undefined) continue;
    const names = new Set(table.columns.map(({ name }) => name));
    const columns = rawColumnsOf(entry);
    wanted += columns.length;
    found += columns.filter((column) => names.has(column)).length;
  }
  return wanted === 0 ? 0 : found / wanted;
}

/** How many of the columns that tell editions apart are as this edition has them. */
function editionShare(byName: ReadonlyMap<string, DetectTable>, { fingerprint }: Adapter): number {
  const decidable = fingerprint.columns.filter(({ table }) => byName.has(table));
  if (decidable.length === 0) return 0.5;
  const right = decidable.filter(({ table, column, present }) => {
    const there = byName.get(table)?.columns.some(({ name }) => name === column) ?? false;
    return there === present;
  });
  return right.length / decidable.length;
}

function reasons(seen: {
  tables: readonly DetectTable[];
  known: ReadonlySet<string>;
  common: readonly string[];
  jaccard: number;
  columns: number;
  adapter: Adapter;
  prefix: string;
  edition: number;
}): Localised[] {
  const { tables, known, common, jaccard, columns, adapter, prefix, edition } = seen;
  const { name } = adapter.software;
  return [
    {
      en:
        `${common.length} of ${tables.length} tables are known of ${name}, ` +
        `which has ${known.size}; similarity of the sets ${jaccard.toFixed(2)}`,
      zh:
        `${tables.length} 张表中有 ${common.length} 张属于 ${name}（共 ${known.size} 张）；` +
        `表名集合相似度 ${jaccard.toFixed(2)}`,
    },
    {
      en: `${percent(columns)} of the columns its adapter reads in them are there`,
      zh: `适配器在这些表中读取的列有 ${percent(columns)} 存在`,
    },
    {
      en: `edition ${adapter.software.edition}: ${percent(edition)} of its telling columns agree`,
      zh: `版本 ${adapter.software.edition}：特征列 ${percent(edition)} 相符`,
    },
    ...(prefix === ''
      ? []
      : [{ en: `table prefix "${prefix}" left aside`, zh: `表前缀“${prefix}”不参与比较` }]),
  ];
}
