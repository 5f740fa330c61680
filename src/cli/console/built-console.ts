import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PolyprismError } from '../../model/issue.ts';
import { consoleDigest } from './console-sources.ts';

/** Of the package as of a clone: this file lies three folders below. */
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A build takes a few seconds; who waits for somebody else's longer than this takes over. */
const patience_ms = 180_000;
const look_again_ms = 200;

/**
 * Folder of the built console. A package has it; a clone builds it when it is missing or older
 * than its sources. `tell` is called before a build.
 */
export async function builtConsole(tell: () => void): Promise<string> {
  if (!existsSync(join(root, 'console', 'vite.config.ts'))) return join(root, 'dist', 'console');
  const dist = join(root, 'console', 'dist');
  const digest = await consoleDigest(root);
  if ((await builtFrom(dist)) === digest) return dist;
  const lock = join(root, 'console', 'dist.lock');
  const mine = await takeLock(lock);
  try {
    if ((await builtFrom(dist)) === digest) return dist;
    tell();
    await buildConsole(dist);
    return dist;
  } finally {
    if (mine) await rm(lock, { recursive: true, force: true });
  }
}

/** Builds the console of a clone into a folder: beside it first, so that it is there whole. */
export async function buildConsole(folder: string): Promise<void> {
  const fresh = `${folder}-${process.pid}`;
  const digest = await consoleDigest(root);
  await vite(['build', '--config', join(root, 'console', 'vite.config.ts'), '--outDir', fresh]);
  await writeFile(join(fresh, 'sources.sha256'), digest);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

async function builtFrom(dist: string): Promise<string | null> {
  return await readFile(join(dist, 'sources.sha256'), 'utf8').catch(() => null);
}

/** Making a folder is taking it; whether it is ours, to give back. */
async function takeLock(lock: string): Promise<boolean> {
  for (let waited_ms = 0; waited_ms < patience_ms; waited_ms += look_again_ms) {
    try {
      await mkdir(lock);
      return true;
    } catch {
      const age_ms = Date.now() - ((await stat(lock).catch(() => null))?.mtimeMs ?? Date.now());
      if (age_ms > patience_ms) await rm(lock, { recursive: true, force: true });
      await sleep(look_again_ms);
    }
  }
  return false;
}

async function vite(args: readonly string[]): Promise<void> {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [program, ...args, '--logLevel', 'warn'], {
    cwd: join(root, 'console'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null)).once('close', resolve);
  });
  if (code !== 0) throw new PolyprismError('serve.console_not_built', { said: said.trim() });
}
