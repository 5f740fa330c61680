import { readFile, stat } from 'node:fs/promises';
import { DuckDb } from '../engine/duckdb.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { digestOf } from '../evidence/digest.ts';
import { PolyprismError, severityOf } from '../model/issue.ts';
import { keepLately } from '../model/keep-lately.ts';
import { limits } from '../model/limits.ts';
import type { Pack } from '../model/provision.ts';
import { writeBundle } from './bundle.ts';
import type { Bundle } from './bundle.ts';
import { checkPack, digestOfFiles } from './check-pack.ts';
import type { CheckedPack, TestReading } from './check-pack.ts';
import { checkSql } from './check-sql.ts';
import { kept } from './kept.ts';
import { placedAt, refuseSharedIds } from './refuse-shared-ids.ts';
import { readFiles, toPackFile } from './read-files.ts';
import type { PackBytes } from './read-files.ts';
import { signaturesOf } from './read-signatures.ts';
import { malformed } from './tar.ts';
import type { Trust } from './trust.ts';
import { verifyBundle } from './verify-bundle.ts';
import type { Verified } from './verify-bundle.ts';

/** Reads and checks the pack in a folder: the pack or every diagnostic, never half of one. */
export async function readPack(directory: string): Promise<CheckedPack> {
  return await readPackFiles(await readFiles(directory));
}

/** Checks the pack these files make. */
export async function readPackFiles(
  bytes: readonly PackBytes[],
  reading: TestReading = 'tests',
): Promise<CheckedPack> {
  // It may be a stranger's.
  const engine = await DuckDb.open({ threads: 1, confined_to: [] });
  try {
    return await checkPackFiles(engine, bytes, reading);
  } finally {
    engine.close();
  }
}

/** The same in an engine of the caller's. */
export async function checkPackFiles(
  engine: SqlEngine,
  bytes: readonly PackBytes[],
  reading: TestReading = 'tests',
): Promise<CheckedPack> {
  const files = bytes.map(toPackFile);
  return await checkPack(files, (parsed) => checkSql(engine, parsed), reading);
}

/**
 * The pack in a folder, or in a file built of one, whose signatures must be trusted, to judge by:
 * the cases of its provisions are not read. Throws the first error among its diagnostics as a
 * PolyprismError.
 */
export async function loadPack(path: string, trust?: Trust): Promise<Pack> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return (await loadBuilt(path, trust)).pack;
  return await readLately(await readFiles(path), path, 'no_tests');
}

/** Packs that were read lately, by how, and by what their files hold. */
const lately = new Map<string, Promise<Pack>>();
const lately_max = 8;
const sound = kept<Pack>('packs');

/** Checking a pack takes seconds, and nobody changes one: the same files are the same pack. */
async function readLately(
  bytes: readonly PackBytes[],
  path: string,
  reading: TestReading,
): Promise<Pack> {
  const digest = digestOf([reading, digestOfFiles(bytes.map(toPackFile))]);
  const read = lately.get(digest) ?? readOnce(bytes, digest, path, reading);
  keepLately(lately, digest, read, lately_max);
  try {
    return await read;
  } catch (error) {
    lately.delete(digest);
    throw error;
  }
}

/** Reads it unless it was found sound before. */
async function readOnce(
  bytes: readonly PackBytes[],
  digest: string,
  path: string,
  reading: TestReading,
): Promise<Pack> {
  const known = await sound.find(digest);
  if (known !== null) return known;
  const pack = packOf(await readPackFiles(bytes, reading), path);
  await sound.keep(digest, pack);
  return pack;
}

/** The pack these files make, to be handed on: the cases of its provisions are read as well. */
export async function wholePack(bytes: readonly PackBytes[], path: string): Promise<Pack> {
  return await readLately(bytes, path, 'tests');
}

/** A built pack: its signatures first, then its files, then what they say. */
export async function loadBuilt(
  path: string,
  trust: Trust | undefined,
): Promise<{ readonly verified: Verified; readonly pack: Pack }> {
  if (trust === undefined) throw new PolyprismError('trust.needed', { path });
  const file = await readBundleFile(path);
  const verified = verifyBundle(file, await signaturesOf(path), trust, path);
  return { verified, pack: await packIn(file, verified, path) };
}

/** The pack of an opened bundle, sound, and the one its manifest names. */
export async function packIn(file: Uint8Array, { files }: Bundle, path: string): Promise<Pack> {
  const pack = await wholePack(files, path);
  // Holds id, version, publisher and digest, and what one row decides, against the files.
  if (!writeBundle(pack, files).equals(file)) throw malformed('manifest.json, predicates.json');
  return pack;
}

/** The bytes of a built pack, within their limit. */
export async function readBundleFile(path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new PolyprismError('input.not_found', { path });
  if (!found.isFile()) throw malformed('a folder');
  if (found.size > limits.bundle_bytes_max) throw malformed(`> ${limits.bundle_bytes_max} B`);
  return await readFile(path);
}

/** The pack that was checked; throws the first error among its diagnostics. */
export function packOf({ pack, diagnostics }: CheckedPack, path: string): Pack {
  const first = diagnostics.find(({ code }) => severityOf(code) === 'error');
  if (first) throw new PolyprismError(first.code, first.params, first.place);
  if (!pack) throw new PolyprismError('input.not_found', { path });
  return pack;
}

/** Several packs, in the order given. Two that claim one id are refused. */
export async function loadPacks(paths: readonly string[], trust?: Trust): Promise<Pack[]> {
  const packs: Pack[] = [];
  for (const path of paths) packs.push(await loadPack(path, trust));
  refuseSharedIds(placedAt(paths, packs));
  return packs;
}
