import { stat } from 'node:fs/promises';
import { DuckDb } from '../engine/duckdb.ts';
import type { RecordPack } from '../model/record-check.ts';
import type { TableName } from '../model/tables.ts';
import { checkPack, digestOfFiles, isProvision, testNameOf } from './check-pack.ts';
import { checkSql } from './check-sql.ts';
import type { PackFile } from './diagnostic.ts';
import { loadPack, packOf } from './load-packs.ts';
import { placedAt, refuseSharedIds } from './refuse-shared-ids.ts';
import { readFiles, toPackFile } from './read-files.ts';
import type { Trust } from './trust.ts';

/**
 * Of several packs what judging single records of some tables takes: the provisions about those
 * tables, the calendar, and term lists where one of them asks for terms. What is left out is not
 * checked either; `pack lint` does that.
 */
export async function loadForRecords(
  paths: readonly string[],
  tables: ReadonlySet<TableName>,
  trust?: Trust,
): Promise<RecordPack[]> {
  const packs: RecordPack[] = [];
  for (const path of paths) packs.push(await loadOne(path, tables, trust));
  refuseSharedIds(placedAt(paths, packs));
  return packs;
}

async function loadOne(
  path: string,
  tables: ReadonlySet<TableName>,
  trust: Trust | undefined,
): Promise<RecordPack> {
  const found = await stat(path).catch(() => null);
  // Its manifest is held against all of it.
  if (found?.isFile()) return await loadPack(path, trust);
  const files = (await readFiles(path)).map(toPackFile);
  const engine = await DuckDb.open({ threads: 1 });
  try {
    const checked = await checkPack(
      filesAbout(files, tables),
      async (parsed) => {
        const byRow = parsed.filter(({ provision }) => provision.check === 'row');
        const forms = await checkSql(engine, byRow);
        const formOf = new Map(byRow.map((one, i) => [one, forms[i] ?? null]));
        return parsed.map((one) => formOf.get(one) ?? null);
      },
      'no_tests',
    );
    return { ...packOf(checked, path), digest: digestOfFiles(files) };
  } finally {
    engine.close();
  }
}

/** The files that may matter to records of these tables; every other is read by nobody here. */
function filesAbout(
  files: readonly PackFile[],
  tables: ReadonlySet<TableName>,
): readonly PackFile[] {
  const provisions = files.filter((file) => isProvision(file.name) && mayBeAbout(file, tables));
  const names = new Set(provisions.flatMap(({ name }) => [name, testNameOf(name)]));
  const terms = provisions.some(({ text }) => text.includes('screening_hit'));
  return files.filter(({ name }) => {
    if (name.startsWith('provisions/')) return names.has(name);
    if (name.startsWith('terms/')) return terms;
    return name === 'pack.yaml' || name.startsWith('calendar/');
  });
}

/**
 * Whether a provision's subject can be one of the tables. Only a subject written as plainly as in
 * every shipped pack is told without reading the YAML; in doubt the file is read.
 */
function mayBeAbout({ text }: PackFile, tables: ReadonlySet<string>): boolean {
  const [, head = ''] = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text) ?? [];
  const subjects = [...head.matchAll(/^subject:[ \t]+([a-z_]+)[ \t]*\r?$/gm)];
  const [first] = subjects;
  if (first === undefined || subjects.length > 1 || /^\s*\{/.test(head)) return true;
  return tables.has(first[1] ?? '');
}
