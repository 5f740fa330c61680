import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Command } from 'commander';
import { generateLawful } from '../../generate/generate-lawful.ts';
import { platforms } from '../../generate/platforms.ts';
import { marketViolations, namesAt } from '../../generate/violations/violations.ts';
import { renderSummary } from '../../report/summary.ts';
import { defaultConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import type { Running } from '../../server/start.ts';
import type { CommonOptions } from '../common-options.ts';
import { builtConsole } from '../console/built-console.ts';
import { reachableWorkspace } from '../demo/demo-workspace.ts';
import { demoFaces } from '../demo/open-world.ts';
import type { Seeding } from '../demo/seed-workspace.ts';
import { exitCode } from '../exit-code.ts';
import { folderWriter } from '../folder-writer.ts';
import { inspectToFolder } from '../inspect-to-folder.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { formats } from '../report-formats.ts';
import { runCommand } from '../run-command.ts';
import { serverParts } from '../serve/server-parts.ts';

interface DemoFlags extends CommonOptions {
  readonly out: string;
  readonly port: number;
}

const default_port = 4_870;

/** Requests under way may end within this; then the database is stopped. */
const grace_ms = 2_000;
const patience_ms = 20_000;

/** `npm start`: from nothing to a console with something in it. */
export function demoCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('demo')
    .description(
      say(
        'generate the bundled sample, inspect it and open a console with casework on it',
        '生成内置示例并检查，打开已有办案数据的控制台',
      ),
    )
    .option(
      '-o, --out <folder>',
      say('where sample, report and workspace go', '示例、报告与工作目录的存放处'),
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
  await runCommand({ ...flags, patience_ms }, async (signal) => {
    const zh = flags.lang === 'zh';
    const input = join(flags.out, 'input');
    await mkdir(input, { recursive: true });
    process.stderr.write(zh ? '生成示例商城…\n' : 'Generating the sample mall…\n');
    await platforms.sample.run({}, folderWriter(input, signal));
    const fair = join(flags.out, 'fair');
    await mkdir(fair, { recursive: true });
    await generateLawful(folderWriter(fair, signal), { members: 300, violate: plantedAtFair() });
    const wanted = join(flags.out, 'workspace');
    const site = `http://127.0.0.1:${flags.port}`;
    const seeding: Seeding = { ...(await serverParts()), workspace: wanted, log: nowhere(), site };
    const filling = reachableWorkspace(seeding, { sample: input, fair }, flags.lang, signal);
    // Told where it is waited for.
    filling.catch(() => undefined);
    const { report, files } = await inspectToFolder([input], { ...flags, format: formats }, signal);
    if (!flags.json) process.stdout.write(`${renderSummary(report, flags.lang)}\n`);
    process.stderr.write(zh ? '准备演示控制台…\n' : 'Filling the console…\n');
    const running = await startDemo({ ...seeding, workspace: await filling }, flags);
    const url = new URL('/console/', running.url).href;
    const hint = zh ? '控制台（Ctrl-C 结束）' : 'Console (Ctrl-C ends)';
    process.stdout.write(
      flags.json ? `${JSON.stringify({ url, files })}\n` : `\n${hint}: ${url}\n`,
    );
    if (!signal.aborted) {
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    await running.stop(grace_ms);
    return exitCode.clean;
  });
}

/** A breach of each provision that a platform of today can break, so that each can be looked at. */
function plantedAtFair(): string[] {
  return namesAt(marketViolations.cn, 'today');
}

/** Anybody who reaches it may sign in as anyone: it listens on this machine alone. */
async function startDemo(seeding: Seeding, { port, lang }: DemoFlags): Promise<Running> {
  const demo = demoFaces(lang);
  const config = { ...defaultConfig, port, second_factor: 'offered' as const, demo };
  const console_folder = await builtConsole(() => {
    process.stderr.write(lang === 'zh' ? '构建控制台…\n' : 'Building the console…\n');
  });
  const now = (): Date => new Date();
  const start = { ...seeding, config, database_url: null, console_folder, now };
  return await startServer(start).catch(
    async () => await startServer({ ...start, config: { ...config, port: 0 } }),
  );
}

/** The log of a server: here the terminal belongs to the visitor. */
function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, taken) => taken() });
}
