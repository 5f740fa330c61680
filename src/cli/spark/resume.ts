import { Command } from 'commander';
import { openResults } from '../../engine/batch/open-results.ts';
import { inspectSnapshot } from '../../inspect/inspect.ts';
import { batchFolder } from '../../inspect/write-batch.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCodeOf } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { ProgressLine } from '../progress-line.ts';
import { readInspectFlags } from '../read-inspect-flags.ts';
import { renderJson } from '../../report/json.ts';
import { renderSummary } from '../../report/summary.ts';
import { writeReportFiles } from '../report-files.ts';
import { runCommand } from '../run-command.ts';
import { recallBatch } from './kept-batch.ts';

export function resumeCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('resume')
    .description(
      say('read what Spark found for a batch, and report', '读取 Spark 运行批处理的结果并出具报告'),
    )
    .argument('<folder>', say('--out of spark batch', 'spark batch 的 --out 文件夹'))
    .action(runResume);
}

async function runResume(out: string, _flags: unknown, command: Command): Promise<void> {
  const common = command.optsWithGlobals<CommonOptions>();
  await runCommand({ ...common, out }, async (signal) => {
    const { snapshot, flags: kept } = await recallBatch(out);
    const engine = await openResults(batchFolder(out));
    const line = new ProgressLine(process.stderr, common.lang);
    const options = await readInspectFlags({ ...common, ...kept, out }, signal, line.listener);
    const inspection = await inspectSnapshot(snapshot, {
      ...options,
      spark: { engine, folder: null },
    }).finally(() => line.clear());
    try {
      const { report } = inspection;
      const files = await writeReportFiles(inspection, out, kept.format);
      if (common.json) process.stdout.write(renderJson(report));
      else process.stdout.write(`${renderSummary(report, common.lang)}\n${files.join('\n')}\n`);
      return exitCodeOf(report);
    } finally {
      inspection.engine.close();
    }
  });
}
