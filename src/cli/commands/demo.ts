import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { renderSummary } from '../../report/summary.ts';
import { exitCode } from '../exit-code.ts';
import { folderWriter } from '../folder-writer.ts';
import { platforms } from '../../generate/platforms.ts';
import { inspectToFolder } from '../inspect-to-folder.ts';
import { formats } from '../report-files.ts';
import { runCommand } from '../run-command.ts';
import type { CommonOptions } from '../run-command.ts';
import { serveReport } from '../serve-folder.ts';

interface DemoFlags extends CommonOptions {
  readonly out: string;
  readonly port: string;
}

/** `npm start`: from nothing to a report one can look at. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('generate the bundled sample, inspect it and show the report in a browser')
    .option('-o, --out <folder>', 'where sample and report go', 'polyprism-out/sample')
    .option('--port <n>', 'port on 127.0.0.1; the next free one where taken', '4870')
    .action(async (_flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<DemoFlags>();
      await runCommand(flags, async (signal) => {
        const zh = flags.lang === 'zh';
        const input = join(flags.out, 'input');
        await mkdir(input, { recursive: true });
        process.stderr.write(zh ? '生成示例商城…\n' : 'Generating the sample mall…\n');
        await platforms.sample.run({}, folderWriter(input));
        const inspectFlags = { ...flags, format: formats };
        const { report, files } = await inspectToFolder([input], inspectFlags, signal);
        process.stdout.write(`${renderSummary(report, flags.lang)}\n`);
        await showReport(flags, files, signal);
        return exitCode.clean;
      });
    });
}

async function showReport(
  flags: DemoFlags,
  files: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const names = files.map((file) => basename(file));
  const { server, url } = await serveReport(flags.out, names, Number(flags.port)).catch(() =>
    serveReport(flags.out, names, 0),
  );
  const hint = flags.lang === 'zh' ? '报告(Ctrl-C 结束)' : 'Report (Ctrl-C ends)';
  process.stdout.write(`\n${hint}: ${url}\n`);
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => server.close(() => resolve()), { once: true });
    signal.addEventListener('abort', () => server.closeAllConnections(), { once: true });
  });
}
