import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { listening, java_options, sparkHome, startSpark } from './spark-server.ts';
import type { SparkServer } from './spark-server.ts';

/**
 * Spark as it is spread over machines, on loopback: a master, two workers that each start an
 * executor of one core, and the Thrift Server beside them. Rows pass between processes.
 */
export async function startSparkCluster(): Promise<SparkServer> {
  const home = sparkHome();
  if (home === null) throw new TypeError('no Spark here');
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-spark-cluster-'));
  const port = await freePort();
  const master = `spark://127.0.0.1:${port}`;
  const daemons: ChildProcess[] = [];
  const daemon = (name: string, ...args: readonly string[]): ChildProcess => {
    const started = spawn(
      join(home, 'bin/spark-class'),
      [`org.apache.spark.deploy.${name}`, '--host', '127.0.0.1', '--webui-port', '0', ...args],
      {
        cwd: folder,
        env: {
          ...process.env,
          SPARK_HOME: home,
          SPARK_LOCAL_IP: '127.0.0.1',
          SPARK_DAEMON_MEMORY: '256m',
          SPARK_DAEMON_JAVA_OPTS: java_options,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    daemons.push(started);
    return started;
  };
  const stop = async (): Promise<void> => {
    for (const one of daemons.toReversed()) {
      const gone = new Promise((done) => one.once('exit', done));
      if (one.exitCode === null && one.kill('SIGTERM')) await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(daemon('master.Master', '--port', String(port)), port);
    for (const name of ['one', 'two']) {
      daemon('worker.Worker', '-c', '1', '-m', '768m', '-d', join(folder, name), master);
    }
    const server = await startSpark({ master });
    return {
      ...server,
      stop: async () => {
        await server.stop();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
