// Dependency-free: makes a fresh clone runnable with nothing but npm. Runs on Node 18 and later.
// Keep this file free of anything that is not in Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The runtime the project is tested with; older machines get exactly this one through npm. */
const runtimeVersion = '24.21.0';
const runtimeMajor = 24;

/** Whether this very process can run the program. */
export const isRecent = Number(process.versions.node.split('.')[0]) >= runtimeMajor;

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
function runtime() {
  if (isRecent) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const program = platform === 'win' ? 'node.exe' : 'node';
  const inFolder = (folder) => join(folder, 'node_modules', name, 'bin', program);
  // A package installed for everybody lies where its user may not write.
  const folders = [
    join(root, '.runtime'),
    join(homedir(), '.cache', 'polyprism', `node-${runtimeVersion}`),
  ];
  const ready = folders.map(inFolder).find((file) => existsSync(file));
  if (ready !== undefined) return ready;
  console.error(`polyprism: fetching Node ${runtimeVersion} (this machine has ${process.version})`);
  const folder = folders.find(canWrite);
  if (folder === undefined) {
    console.error(`polyprism: cannot write to ${folders.join(' or ')}. Please install Node 24.`);
    process.exit(2);
  }
  npm(['install', '--no-audit', '--no-fund', '--no-save', `${name}@${runtimeVersion}`], folder);
  return inFolder(folder);
}

function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    return true;
  } catch {
    return false;
  }
}

/** Installs the packages when the lock file is not the one last installed. */
export function install() {
  // A linked folder is somebody else's: installing would empty it.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const lock = readFileSync(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const mark = join(root, 'node_modules', '.polyprism-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  console.error('polyprism: installing packages');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
  writeFileSync(mark, digest);
}

/**
 * Runs Node 24 with these arguments, this terminal and the runtime first on PATH; resolves to
 * the exit status. Signals are handed on, and the child is waited for: it cleans up after Ctrl-C.
 */
export function run(args) {
  const node = runtime();
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, PATH: path } });
  const handOn = (signal) => child.kill(signal);
  process.on('SIGINT', handOn).on('SIGTERM', handOn);
  return new Promise((resolve) => {
    const end = (status) => {
      process.off('SIGINT', handOn).off('SIGTERM', handOn);
      resolve(status);
    };
    child.once('error', () => end(2));
    child.once('exit', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
