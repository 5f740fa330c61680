// Dependency-free: makes a fresh clone runnable with nothing but npm. Runs on Node 18 and later.
// Keep this file free of anything that is not in Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The runtime the project is tested with; older machines get exactly this one through npm. */
const runtimeVersion = '24.21.0';
const runtimeMajor = 24;

function npm(args, cwd) {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error(`polyprism: "npm ${args.join(' ')}" failed. Is the npm registry reachable?`);
    process.exit(2);
  }
}

/** Path of a Node that runs TypeScript directly: this one, or Node 24 fetched once by npm. */
export function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= runtimeMajor) return process.execPath;
  const folder = join(root, '.runtime');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const program = platform === 'win' ? 'node.exe' : 'node';
  const file = join(folder, 'node_modules', name, 'bin', program);
  if (!existsSync(file)) {
    console.error(
      `polyprism: fetching Node ${runtimeVersion} (this machine has ${process.version})`,
    );
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    npm(['install', '--no-audit', '--no-fund', '--no-save', `${name}@${runtimeVersion}`], folder);
  }
  return file;
}

/** Installs the packages when the lock file is not the one last installed. */
export function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const mark = join(root, 'node_modules', '.polyprism-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  console.error('polyprism: installing packages');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
  writeFileSync(mark, digest);
}

/** Runs Node 24 with these arguments, this terminal and the runtime first on PATH. */
export function run(args) {
  const node = runtime();
  const separator = process.platform === 'win32' ? ';' : ':';
  const result = spawnSync(node, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${dirname(node)}${separator}${process.env.PATH ?? ''}` },
  });
  return result.status ?? (result.signal === 'SIGINT' ? 130 : 2);
}
