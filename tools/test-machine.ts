import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
  { what: 'LibreOffice Calc', debian: 'libreoffice-calc-nogui', anyOf: ['/usr/bin/soffice'] },
];

const missing = parts.filter((part) => !part.anyOf.some((path) => existsSync(path)));
if (missing.length > 0) provide(missing);
// Half a gigabyte: only where its tests are asked for.
if (process.env['POLYPRISM_SPARK'] === '1') provideSpark();

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

/** Spark as PyPI distributes it, with all its jars; it needs Java 17 or later. */
function provideSpark(): void {
  const folder = join(import.meta.dirname, '../node_modules/.cache/spark');
  if (process.env['SPARK_HOME'] !== undefined || existsSync(join(folder, 'bin/spark-submit')))
    return;
  console.error('Installing Spark for the tests');
  const steps = [
    ['java', '-version'],
    ['python3', '-m', 'venv', folder],
    [join(folder, 'bin/pip'), 'install', '-q', 'pyspark==4.1.4'],
  ] as const;
  for (const [command, ...args] of steps) {
    if (spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0) continue;
    console.error(`${command} ${args.join(' ')} failed`);
    process.exit(2);
  }
}
