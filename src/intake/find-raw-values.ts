import { sqlName, sqlText } from '../engine/duckdb.ts';
import { limits } from '../model/limits.ts';
import { cleanedSql } from './map/sql-clean.ts';
import { hmacSql, normalisedContact } from './map/sql-pseudonym.ts';
import { nestedSql } from './map/sql-step.ts';
import { stageInputs } from './stage-inputs.ts';
import type { StageInputsOptions } from './stage-inputs.ts';
import type { Stage, StagedTable } from './stage/staged-table.ts';

/** A value of the raw files behind a pseudonym, and the first place it stands in a column. */
export interface RawValue {
  readonly pseudonym: string;
  readonly value: string;
  readonly file: string;
  readonly table: string;
  readonly column: string;
  readonly line: number;
}

export interface RawValueOptions extends StageInputsOptions {
  /** The key the import made the pseudonyms with. */
  readonly person_key: Uint8Array;
  readonly pseudonyms: readonly string[];
  /** Raw columns that may be read, as `table.column`. */
  readonly columns: readonly string[];
}

/**
 * Reads the raw files again and finds what stands behind pseudonyms: every value is brought to one
 * spelling and keyed as the import does it, and those that come out the same are given. Nothing
 * can be worked back from a pseudonym itself, and nothing of what was read is kept.
 */
export async function findRawValues(
  inputs: readonly string[],
  { person_key, pseudonyms, columns, ...options }: RawValueOptions,
): Promise<RawValue[]> {
  const { stage, files } = await stageInputs(inputs, options);
  try {
    const found: RawValue[] = [];
    for (const table of stage.tables) {
      for (const { name } of table.columns) {
        options.signal?.throwIfAborted();
        if (!columns.includes(`${table.name}.${name}`)) continue;
        for (const row of await inColumn(stage, table, name, person_key, pseudonyms)) {
          const { file, ...rest } = row;
          found.push({ ...rest, file: files[file]?.name ?? '', table: table.name, column: name });
          if (found.length === limits.raw_values_max) return found;
        }
      }
    }
    return found;
  } finally {
    await stage.remove();
  }
}

interface Found {
  readonly pseudonym: string;
  readonly value: string;
  readonly file: number;
  readonly line: number;
}

/** Each value once, where it stands first. */
async function inColumn(
  { engine }: Stage,
  { relation }: StagedTable,
  column: string,
  key: Uint8Array,
  pseudonyms: readonly string[],
): Promise<Found[]> {
  const spelling = nestedSql(cleanedSql('value'), normalisedContact);
  const rows = await engine.rows(
    `WITH once AS (
       SELECT ${sqlName(column)} AS value, min((_file, _line)) AS place
       FROM ${relation} WHERE ${sqlName(column)} IS NOT NULL GROUP BY 1
     ), keyed AS (
       SELECT value, place[1] AS file, place[2] AS line, ${hmacSql('spelling', key)} AS pseudonym
       FROM (SELECT *, ${spelling} AS spelling FROM once) WHERE spelling IS NOT NULL
     )
     SELECT * FROM keyed WHERE pseudonym IN (${pseudonyms.map(sqlText).join(', ')})
     ORDER BY file, line, value`,
  );
  return rows.map(({ pseudonym, value, file, line }) => ({
    pseudonym: String(pseudonym),
    value: String(value),
    file: Number(file),
    line: Number(line),
  }));
}
