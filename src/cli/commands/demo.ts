import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { platforms } from '../../generate/platforms.ts';
import { renderSummary } from '../../report/summary.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import { folderWriter } from '../folder-writer.ts';
import { inspectToFolder } from '../inspect-to-folder.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { formats } from '../report-formats.ts';
import { runCommand } from '../run-command.ts';
import { serveReport } from '../serve-folder.ts';

interface DemoFlags extends CommonOptions {
  readonly out: string;
  readonly port: number;
}

const default_port = 4_870;

/** `npm start`: from nothing to a report one can look at. */
export function demoCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('demo')
    .description(
      say(
        'generate the bundled sample, inspect it and show the report in a browser',
        '生成内置示例，检查并在浏览器中展示报告',
      ),
    )
    .option(
      '-o, --out <folder>',
      say('where sample and report go', '示例与报告的存放处'),
      'polyprism-out/sample',
    )
    .option(
      '--port <n>',
      say('port on 127.0.0.1; another one where taken', '127.0.0.1 上的端口；被占用时另选'),
      values.wholeNumber(0, 65_535),
      default_port,
    )
    .action(runDemo);
}

async function runDemo(_flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<DemoFlags>();
  await runCommand(flags, async (signal) => {
    const zh = flags.lang === 'zh';
    const input = join(flags.out, 'input');
    await mkdir(input, { recursive: true });
    process.stderr.write(zh ? '生成示例商城…\n' : 'Generating the sample mall…\n');
    await platforms.sample.run({}, folderWriter(input, signal));
    const inspectFlags = { ...flags, format: formats };
    const { report, files } = await inspectToFolder([input], inspectFlags, signal);
    if (!flags.json) process.stdout.write(`${renderSummary(report, flags.lang)}\n`);
    await showReport(flags, files, signal);
    return exitCode.clean;
  });
}

async function showReport(
  flags: DemoFlags,
  files: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const names = files.map((file) => basename(file));
  const { server, url } = await serveReport(flags.out, names, flags.port).catch(() =>
    serveReport(flags.out, names, 0),
  );
  const hint = flags.lang === 'zh' ? '报告（Ctrl-C 结束）' : 'Report (Ctrl-C ends)';
  process.stdout.write(flags.json ? `${JSON.stringify({ url, files })}\n` : `\n${hint}: ${url}\n`);
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => server.close(() => resolve()), { once: true });
    signal.addEventListener('abort', () => server.closeAllConnections(), { once: true });
  });
}
