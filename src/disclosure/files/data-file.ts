import { canonicalJson } from '../../evidence/canonical-json.ts';
import { digestOf, sha256 } from '../../evidence/digest.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Localised } from '../../model/localised.ts';
import { byteOrderMark, csvLine } from '../../model/csv-cell.ts';

/** A column of a public data file. */
export interface FileColumn {
  readonly name: string;
  readonly type: 'text' | 'day' | 'whole' | 'flag' | 'json';
  readonly doc: Localised;
}

export const column = (
  name: string,
  type: FileColumn['type'],
  zh: string,
  en: string,
): FileColumn => ({
  name,
  type,
  doc: { zh, en },
});

/** What a file holds, by which anybody can read it. */
export interface FileSchema {
  readonly name: string;
  readonly title: Localised;
  readonly columns: readonly FileColumn[];
}

/** What is published beside the bytes; its own digest is what the next one names. */
export interface FileManifest {
  readonly format: 'polyprism-public-file-v1';
  readonly schema: FileSchema;
  readonly as_of: string;
  readonly rows: number;
  readonly jsonl_sha256: string;
  readonly csv_sha256: string;
  /** Digest of the manifest before this one: a file changed afterwards breaks the chain. */
  readonly previous: string | null;
}

export interface DataFile {
  readonly manifest: FileManifest;
  readonly digest: string;
  readonly jsonl: string;
  readonly csv: string;
}

/**
 * Rows as JSON lines (canonical, in the order given) and as CSV in which no cell is a formula.
 * Only the schema's columns go in. `previous` is the manifest published before, or null.
 */
export function dataFile(
  schema: FileSchema,
  rows: readonly JsonObject[],
  as_of: string,
  previous: FileManifest | null,
): DataFile {
  const names = schema.columns.map(({ name }) => name);
  const jsonl = rows
    .map((row) => `${canonicalJson(Object.fromEntries(names.map((n) => [n, row[n] ?? null])))}\n`)
    .join('');
  const lines = rows.map((row) => csvLine(names.map((name) => cellOf(row[name] ?? null))));
  const csv = byteOrderMark + csvLine(names) + lines.join('');
  const manifest: FileManifest = {
    format: 'polyprism-public-file-v1',
    schema,
    as_of,
    rows: rows.length,
    jsonl_sha256: sha256(jsonl),
    csv_sha256: sha256(csv),
    previous: previous === null ? null : digestOf(previous),
  };
  return { manifest, digest: digestOf(manifest), jsonl, csv };
}

function cellOf(value: JsonValue): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? canonicalJson(value) : value;
}

/** The first manifest of a chain, oldest first, that does not follow from the one before. */
export function brokenAt(chain: readonly FileManifest[]): number | null {
  const at = chain.findIndex((manifest, i) => {
    const before = chain[i - 1];
    return manifest.previous !== (before === undefined ? null : digestOf(before));
  });
  return at < 0 ? null : at;
}
