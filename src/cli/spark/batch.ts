import { join } from 'node:path';
import { Command } from 'commander';
import { batch_files } from '../../engine/batch/batch.ts';
import type { Batch } from '../../engine/batch/batch.ts';
import { rememberSnapshot } from '../../inspect/snapshot-file.ts';
import { batchFolder, writeBatch } from '../../inspect/write-batch.ts';
import { importInputs } from '../../intake/import.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import { isObjectUrl } from '../../storage/object-url.ts';
import { checkInputs } from '../check-inputs.ts';
import { exitCode } from '../exit-code.ts';
import type { InspectFlags } from '../inspect-flags.ts';
import { addReadingOptions } from '../inspect-options.ts';
import { freshSnapshotFolder } from '../inspect-to-folder.ts';
import { lakeOf, namespaceOf } from '../lake-flags.ts';
import type { Language } from '../language.ts';
import { readPersonKey } from '../person-key.ts';
import { ProgressLine } from '../progress-line.ts';
import { readInspectFlags } from '../read-inspect-flags.ts';
import { runCommand } from '../run-command.ts';
import { rememberRun } from '../run-file.ts';
import { keepBatch } from './kept-batch.ts';

export function batchCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const command = new Command('batch').description(
    say(
      'read data and write what provisions ask, for spark-submit to run',
      '读入数据，写出各条款所需的语句，交由 spark-submit 运行',
    ),
  );
  addReadingOptions(command, language);
  return command.addHelpText('after', help[language]).action(runBatch);
}

async function runBatch(
  inputs: readonly string[],
  _flags: unknown,
  command: Command,
): Promise<void> {
  const flags = command.optsWithGlobals<InspectFlags>();
  await runCommand(flags, async (signal) => {
    if (isObjectUrl(flags.out)) throw new PolyprismError('spark.batch_here', { path: flags.out });
    lakeOf(inputs, flags);
    await checkInputs(inputs, flags.out);
    const line = new ProgressLine(process.stderr, flags.lang);
    const options = await readInspectFlags(flags, signal, line.listener);
    const directory = await freshSnapshotFolder(flags.out);
    const person_key = await readPersonKey(flags.personKey, directory);
    const write = async (): Promise<Batch> => {
      options.stage?.('read');
      const snapshot = await importInputs(inputs, { ...options, directory, person_key });
      const place = { out: flags.out, namespace: namespaceOf(flags) };
      const batch = await writeBatch(snapshot, options, place);
      await rememberSnapshot(snapshot);
      await rememberRun(flags);
      await keepBatch(snapshot, flags);
      return batch;
    };
    const batch = await write().finally(() => line.clear());
    process.stdout.write(told(flags, batch));
    return exitCode.clean;
  });
}

function told({ out, lang, json }: InspectFlags, { statements, views }: Batch): string {
  const value = {
    batch: batchFolder(out),
    statements: statements.length,
    tables: views.length,
    run: `spark-submit ${join(batchFolder(out), batch_files.program)}`,
    resume: `polyprism spark resume ${out}`,
  };
  if (json) return `${JSON.stringify(value)}\n`;
  const { batch, run, resume } = value;
  const lines = {
    en: [
      `${batch}: ${value.statements} statements over ${value.tables} tables`,
      `Now:  ${run}`,
      `Then: ${resume}`,
    ],
    zh: [
      `${batch}：${value.statements} 条语句，${value.tables} 张表`,
      `现在：${run}`,
      `然后：${resume}`,
    ],
  };
  return `${lines[lang].join('\n')}\n`;
}

const help: Localised = {
  en: `
Written to --out: snapshot/ as inspect writes it, and batch/ with batch.json (the statements),
run.py and the derived tables. Where Spark knows --out by another name: spark-submit run.py NAME.
Nothing is judged yet: docs/how-to/spark-submit.md`,
  zh: `
写入 --out：snapshot/（同 inspect），以及 batch/：batch.json（语句）、run.py 与推算表。
Spark 一侧以其他名称访问 --out 时：spark-submit run.py 名称。
此时尚未作任何判断：docs/how-to/spark-submit.md`,
};
