import { sqlName, sqlText } from '../../engine/duckdb.ts';
import { tables } from '../../model/tables.ts';
import { conditionsSql, fromSql } from './entry-from-sql.ts';
import type { MapContext } from './map-context.ts';
import { mappedColumn } from './mapped-column.ts';
import type { MappedColumn, Named } from './mapped-column.ts';
import type { ResolvedEntry } from './resolve-entry.ts';

export interface EntrySql {
  /** Columns the SELECT yields, in order. */
  readonly columns: readonly string[];
  readonly select: string;
}

/**
 * The SELECT that turns one raw table into rows of one canonical table, as nested layers: raw
 * text, its preparation step by step, values, result. Beside each canonical column that can be
 * odd stands `why_<column>`: NULL, or a letter of `oddities` and a sample of the raw text. Rows
 * come in file order by being told to: a join loses it, and the engine makes a join even of a long
 * IN list.
 */
export function entrySql(entry: ResolvedEntry, context: MapContext): EntrySql {
  const mapped = [...entry.columns].map(([name, mapping]) =>
    mappedColumn(entry, name, mapping, context),
  );
  const out: Named[] = [
    ...mapped.flatMap((column) => column.out),
    ...madeKey(entry),
    ['src_file', '_file'],
    ['src_table', sqlText(entry.source.name)],
    ['src_line', '_line'],
  ];
  const raw = mapped.flatMap((column) => column.raw).map(aliased);
  let from = `SELECT ${listed([...raw, 'base._file', 'base._line', 'base._row'])}
    FROM ${fromSql(entry)} ${conditionsSql(entry)}`;
  from = more(from, mapped, (column) => column.samples);
  for (const layer of stepLayers(mapped)) from = `SELECT * REPLACE (${layer}) FROM (${from})`;
  from = more(from, mapped, (column) => column.prepared);
  from = more(from, mapped, (column) => column.values);
  const required = mapped
    .filter((column) => entry.mapping.requires?.includes(column.name))
    .map((column) => `${column.given} IS NOT NULL`);
  const where = required.length === 0 ? '' : `WHERE ${required.join(' AND ')}`;
  return {
    columns: out.map(([name]) => name),
    select: `SELECT ${listed(out.map(aliased))} FROM (${from}) ${where}
      ORDER BY _file, _row`,
  };
}

/** One layer for each step; columns that need fewer rest in the later ones. */
function stepLayers(mapped: readonly MappedColumn[]): string[] {
  const depth = Math.max(0, ...mapped.map(({ steps }) => steps.length));
  return Array.from({ length: depth }, (_, i) =>
    listed(
      mapped.flatMap(({ texts, steps }) => {
        const step = steps[i];
        if (step === undefined) return [];
        return texts.map((name) => aliased([name, step(sqlName(name))]));
      }),
    ),
  );
}

function more(
  from: string,
  mapped: readonly MappedColumn[],
  pick: (column: MappedColumn) => readonly Named[],
): string {
  const added = mapped.flatMap(pick).map(aliased);
  return added.length === 0 ? from : `SELECT ${listed(['*', ...added])} FROM (${from})`;
}

/** A name for a row whose source has none: raw table, file and row. */
function madeKey(entry: ResolvedEntry): Named[] {
  const key = tables[entry.mapping.table].key;
  if (key === null || entry.columns.has(key)) return [];
  return [[key, `${sqlText(`${entry.source.name}:`)} || _file || ':' || _row`]];
}

function aliased([name, sql]: Named): string {
  return `${sql} AS ${sqlName(name)}`;
}

function listed(sql: readonly string[]): string {
  return sql.join(',\n  ');
}
