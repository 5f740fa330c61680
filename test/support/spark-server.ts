import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { keptSpark } from '../../tools/spark-home.ts';
import { freePort } from './free-port.ts';

/** A Spark Thrift Server of its own: one process, two cores, nothing kept. */
export interface SparkServer {
  readonly url: string;
  /** Where it and a test may put files for each other. */
  readonly folder: string;
  stop(): Promise<void>;
}

/**
 * Where Spark lies: `SPARK_HOME`, or what `tools/test-machine.ts` has installed; null if none, or
 * if its tests are not wanted.
 */
export function sparkHome(): string | null {
  if (process.env['POLYPRISM_SPARK'] === '0') return null;
  const homes = [process.env['SPARK_HOME'], keptSpark()];
  return homes.find((home) => home && existsSync(join(home, 'bin/spark-submit'))) ?? null;
}

/** Whether tests of Spark that take minutes are wanted: POLYPRISM_SPARK=1, or `all`. */
export const sparkAtLength =
  ['1', 'all'].includes(process.env['POLYPRISM_SPARK'] ?? '') && sparkHome() !== null;

/**
 * The quickest way to a server that lives for a minute: little compiling, one heap, and the classes
 * of a distribution whose hash was checked are not verified again.
 */
export const java_options = [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-XX:+UnlockDiagnosticVMOptions',
  '-XX:-BytecodeVerificationRemote',
].join(' ');

/**
 * A planner makes garbage by the gigabyte and keeps little of it: a large nursery. And it is more
 * code than fits where compiled code lies by default: what does not is compiled again and again.
 */
const driver_options = `${java_options} -Xms1g -Xmn640m -XX:ReservedCodeCacheSize=240m`;

/** Compiling a statement takes longer than a handful of rows takes without. */
export const interpreted = {
  'spark.sql.codegen.wholeStage': 'false',
  'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
  'spark.sql.adaptive.enabled': 'false',
};

interface SparkOptions {
  /** Settings of the server itself. */
  readonly hiveconf?: Readonly<Record<string, string>>;
  /** How its address goes on. */
  readonly options?: string;
  /** Who runs what it plans; two threads of its own where absent. */
  readonly master?: string;
  /** Options of its Java; of one that lives for a minute where absent. */
  readonly java?: string;
  /** More settings of Spark. */
  readonly conf?: Readonly<Record<string, string>>;
}

export async function startSpark({
  hiveconf = {},
  options = '',
  master = 'local[2]',
  java = driver_options,
  conf: more = {},
}: SparkOptions = {}): Promise<SparkServer> {
  const home = sparkHome();
  if (home === null) throw new TypeError('no Spark here');
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-spark-'));
  const port = await freePort();
  const key =
    hiveconf['hive.server2.transport.mode'] === 'http' ? 'thrift.http.port' : 'thrift.port';
  const hive = {
    'hive.server2.thrift.bind.host': '127.0.0.1',
    [`hive.server2.${key}`]: String(port),
    ...hiveconf,
  };
  const conf = {
    'spark.sql.shuffle.partitions': '1',
    'spark.ui.enabled': 'false',
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.warehouse.dir': join(folder, 'warehouse'),
    'spark.executor.memory': '640m',
    'spark.executor.extraJavaOptions': java_options,
    ...more,
  };
  const args = [
    '--class=org.apache.spark.sql.hive.thriftserver.HiveThriftServer2',
    `--master=${master}`,
    '--driver-memory=1g',
    `--driver-java-options=${java}`,
    ...Object.entries(conf).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
    'spark-internal',
    ...Object.entries(hive).flatMap(([name, value]) => ['--hiveconf', `${name}=${value}`]),
  ];
  const server = spawn(join(home, 'bin/spark-submit'), args, {
    cwd: folder,
    env: { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await listening(server, port);
  return {
    url: `hive2://127.0.0.1:${port}/default${options}`,
    folder,
    stop: async () => {
      const gone = new Promise((done) => server.once('exit', done));
      if (server.exitCode === null && server.kill('SIGKILL')) await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until something answers at a port; throws with its last words where it ends before. */
export async function listening(server: ChildProcess, port: number): Promise<void> {
  let log = '';
  server.stderr?.on('data', (bytes: Buffer) => (log = (log + bytes.toString()).slice(-20_000)));
  for (;;) {
    if (server.exitCode !== null) throw new TypeError(`Spark did not start: ${log}`);
    const up = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true));
      socket.once('error', () => done(false));
      socket.once('connect', () => socket.destroy());
    });
    if (up) return;
    await wait(200);
  }
}
