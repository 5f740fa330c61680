import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/canonical-json.ts';
import { PolyprismError } from '../../src/model/issue.ts';
import type { Pack } from '../../src/model/provision.ts';
import { readBundle, writeBundle } from '../../src/packs/bundle.ts';
import { loadForChecks } from '../../src/packs/load-for-checks.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import { readPredicates, writePredicates } from '../../src/packs/predicates-file.ts';
import { readFiles } from '../../src/packs/read-files.ts';
import type { PackBytes } from '../../src/packs/read-files.ts';
import { parseTrust } from '../../src/packs/trust.ts';
import { root } from '../tidy/repository.ts';
import { newKey, signedBy, trustYaml } from './built-pack.ts';

const source = join(root, 'packs', 'association-group-buying');
const key = newKey();
let folder: string;
let files: PackBytes[];
let pack: Pack;
let sound: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'polyprism-predicates-'));
  files = await readFiles(source);
  pack = await loadPack(source);
  sound = writeBundle(pack, files);
});
afterAll(() => rmSync(folder, { recursive: true }));

function trusted(): ReturnType<typeof parseTrust> {
  const packs = `${pack.id}: ${pack.version}`;
  return parseTrust(trustYaml({ name: pack.publisher, keys: [key], packs }), 'trust.yaml');
}

function put(name: string, bundle: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bundle);
  const signatures = signedBy(bundle, pack.publisher, key);
  writeFileSync(`${path}.sig`, JSON.stringify({ schema: 'polyprism.signatures/1', signatures }));
  return path;
}

/** The code a reader refuses with; null when it does not. */
async function refusal(read: Promise<unknown>): Promise<string | null> {
  try {
    await read;
    return null;
  } catch (error) {
    if (!(error instanceof PolyprismError)) throw error;
    return error.issue.code;
  }
}

describe('predicates of a built pack', () => {
  it('are those of its row provisions, read back as they were', () => {
    const { predicates, files: own } = readBundle(sound);
    expect(own.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    const rows = pack.provisions.filter(({ check }) => check === 'row');
    expect(rows.length).toBeGreaterThan(4);
    const expected = new Map(rows.map(({ file, row }) => [file, row]));
    expect(readPredicates(predicates ?? Buffer.of())).toEqual(expected);
  });

  it('make the same pack without a database as the SQL does with one', async () => {
    const path = put('sound.tgz', sound);
    expect(await loadForChecks(path, trusted())).toEqual(await loadPack(path, trusted()));
  });

  it('are refused where the pack is loaded whole and they say something else', async () => {
    const [first, ...others] = pack.provisions.filter(({ row }) => row !== null);
    expect.assert(first?.row);
    const test = first.row.test.map((one) => ({ ...one, where: null }));
    const lying = { ...first, row: { ...first.row, test } };
    const rest = pack.provisions.filter(({ row }) => row === null);
    const forged = writeBundle({ ...pack, provisions: [lying, ...others, ...rest] }, files);
    const path = put('lying.tgz', forged);
    expect(await refusal(loadPack(path, trusted()))).toBe('bundle.malformed');
  });

  it('are refused when a row provision has none', async () => {
    const provisions = pack.provisions.map((one) => ({ ...one, row: null }));
    const path = put('without.tgz', writeBundle({ ...pack, provisions }, files));
    expect(await refusal(loadForChecks(path, trusted()))).toBe('bundle.malformed');
  });

  it('are no file an author may bring', () => {
    const own = { name: 'predicates.json', bytes: Buffer.from('{}') };
    expect(() => writeBundle(pack, [...files, own])).toThrow(/bundle\.reserved_name/);
  });

  const form = (where: unknown): string =>
    canonicalJson({
      schema: 'polyprism.predicate/1',
      provisions: {
        'a.md': { test: [{ table: 'review', hits: false, where, select: [] }], cannot_tell: [] },
      },
    });

  it.each([
    ['another version', '{"schema":"polyprism.predicate/2","provisions":{}}'],
    ['not JSON', '{'],
    ['no record', '[]'],
    ['no table', form(null).replace('review', 'reviews')],
    ['an unknown form', form({ sql: '1' })],
    ['a cast to what is no type', form({ cast: 'JSON', of: { column: 'a' } })],
    ['a call without a list', form({ call: 'and', of: {} })],
    ['a number that is no text', form({ number: 1 })],
    ['no test', form(null).replace(/"test":\[.*\]/, '"test":[]')],
    ['no word on hits', form(null).replace('"hits":false,', '')],
    ['a chain too deep', form(deep(300))],
  ])('are refused: %s', (_, json) => {
    expect(() => readPredicates(Buffer.from(json))).toThrow(/bundle\.malformed/);
  });

  it('are read at a depth within the limit', () => {
    expect(readPredicates(Buffer.from(form(deep(250)))).size).toBe(1);
  });

  function deep(levels: number): unknown {
    let one: unknown = { literal: true };
    for (let i = 0; i < levels; i += 1) one = { call: 'not', of: [one] };
    return one;
  }

  it('refuse or read 10,000 mutated files, and do nothing else', () => {
    const bytes = writePredicates(pack.provisions)?.bytes ?? Buffer.of();
    let random = 7;
    const next = (below: number): number => {
      random = (random * 48_271) % 2_147_483_647;
      return random % below;
    };
    let refused = 0;
    for (let i = 0; i < 10_000; i += 1) {
      const mutated = Buffer.from(bytes);
      mutated[next(mutated.length)] = next(256);
      try {
        readPredicates(mutated);
      } catch (error) {
        expect(error).toBeInstanceOf(PolyprismError);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(1_000);
  });
});

describe('what judges a record', () => {
  /** Every file and package a file imports, types aside. */
  function imported(file: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, from = ''] of text.matchAll(imports)) {
      if (from.startsWith('.')) imported(resolve(dirname(file), from), seen);
      else seen.add(from);
    }
    return seen;
  }
  const imports = /^(?:import|export)(?! type)[^;]*? from '([^']+)';/gms;

  it.each([
    ['src/packs/load-packs.ts', true],
    ['src/packs/load-for-checks.ts', false],
    ['src/provisions/row/row-judge.ts', false],
  ])('%s loads a database: %s', (file, expected) => {
    expect(imported(join(root, file)).has('@duckdb/node-api')).toBe(expected);
  });
});
