import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { java_options, sparkHome } from './spark-server.ts';

/** Runs a program by `spark-submit` on two cores of this machine; rejects with what it told. */
export async function sparkSubmit(
  program: string,
  args: readonly string[],
  conf: Readonly<Record<string, string>> = {},
): Promise<void> {
  const home = sparkHome();
  if (home === null) throw new TypeError('no Spark here');
  const settings = { 'spark.ui.enabled': 'false', 'spark.sql.shuffle.partitions': '1', ...conf };
  const words = [
    '--master=local[2]',
    '--driver-memory=1g',
    `--driver-java-options=${java_options}`,
    ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
    program,
    ...args,
  ];
  await promisify(execFile)(join(home, 'bin/spark-submit'), words, {
    env: { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1' },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: Error & { readonly stdout?: string }) => {
    // Spark gives what the program itself says on, errors too, as its own output.
    throw new Error(`${error.message}\n${error.stdout ?? ''}`, { cause: error });
  });
}
