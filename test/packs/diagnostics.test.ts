import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb } from '../../src/engine/duckdb.ts';
import { issueCodes } from '../../src/model/issue-codes.ts';
import { severityOf } from '../../src/model/issue.ts';
import { checkPack } from '../../src/packs/check-pack.ts';
import { checkSql } from '../../src/packs/check-sql.ts';
import { formatDiagnostic } from '../../src/packs/diagnostic.ts';
import type { PackFile } from '../../src/packs/diagnostic.ts';
import { basePack, filesOf, readGolden } from './golden-pack.ts';

const goldens = readdirSync(new URL('golden/', import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .toSorted();

/** Tested in load-packs.test.ts, where there is a disk; and in provisions/run.test.ts. */
const elsewhere = new Set([
  'pack.bad_id',
  'pack.folder_not_empty',
  'pack.id_taken',
  'pack.list_taken',
  'pack.too_large',
  'pack.too_many_files',
  'provision.failed',
]);

let engine: DuckDb;
beforeAll(async () => {
  engine = await DuckDb.open({ threads: 1 });
});
afterAll(() => engine.close());

async function diagnose(files: readonly PackFile[]): Promise<string> {
  const { diagnostics, pack } = await checkPack(files, (parsed) => checkSql(engine, parsed));
  expect(pack === null).toBe(diagnostics.some(({ code }) => severityOf(code) === 'error'));
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  return diagnostics
    .map((one) => `${formatDiagnostic(one, texts.get(one.place.file ?? '') ?? null)}\n`)
    .join('\n');
}

describe('diagnostics', () => {
  it('are none for the sound pack', async () => {
    expect(await diagnose(filesOf(basePack()))).toBe('');
  });

  it.each(goldens)('are as in golden/%s', async (name) => {
    const { files, expected } = readGolden(name);
    expect(await diagnose(files)).toBe(expected);
  });

  it.each(goldens)('name the code golden/%s is called after', (name) => {
    const code = name.split('.').slice(0, 2).join('.');
    expect(readGolden(name).expected).toContain(`: ${code}: `);
  });

  it('have a golden file for every code', () => {
    const codes = Object.keys(issueCodes).filter((code) => /^(pack|sql|provision)\./.test(code));
    const shown = new Set(goldens.map((name) => name.split('.').slice(0, 2).join('.')));
    expect(codes.filter((code) => !shown.has(code) && !elsewhere.has(code))).toEqual([]);
  });
});
