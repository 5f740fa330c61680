import { Command } from 'commander';
import { describeIssue } from '../../model/issue.ts';
import type { CheckedPack } from '../../packs/check-pack.ts';
import type { Diagnostic } from '../../packs/diagnostic.ts';
import { formatDiagnostic } from '../../packs/diagnostic.ts';
import { readPack } from '../../packs/load-packs.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';

export function lintCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('lint')
    .description(
      say(
        'name everything wrong with a pack: file, line, column, what to write',
        '指出标准包的全部问题：文件、行、列、应如何写',
      ),
    )
    .argument('<folder>', say('the folder of one pack', '标准包文件夹'))
    .action(runLint);
}

async function runLint(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<CommonOptions>();
  await runCommand(flags, async () => {
    const read = await readPack(folder);
    if (read.pack === null) return tellDiagnostics(read, flags);
    const { id, version, digest, provisions } = read.pack;
    const warnings = read.diagnostics;
    if (flags.json) {
      const counted = { pack: id, version, digest, provisions: provisions.length };
      const sound = { ...counted, diagnostics: warnings.map(asData) };
      process.stdout.write(`${JSON.stringify(sound)}\n`);
      return exitCode.clean;
    }
    if (warnings.length > 0) process.stderr.write(`${shownIn(read, flags)}\n`);
    const found = {
      en: warnings.length === 0 ? 'nothing wrong' : `no error, warnings: ${warnings.length}`,
      zh: warnings.length === 0 ? '未发现问题' : `没有错误，警告 ${warnings.length} 条`,
    };
    const line = {
      en: `${id} ${version}: ${found.en}. Provisions: ${provisions.length}. Digest: ${digest}`,
      zh: `${id} ${version}：${found.zh}。条款 ${provisions.length} 个，摘要 ${digest}`,
    };
    process.stdout.write(`${line[flags.lang]}\n`);
    return exitCode.clean;
  });
}

/** Tells what is wrong with a pack, and the exit status of a command that stops at it. */
export function tellDiagnostics(read: CheckedPack, flags: CommonOptions): number {
  if (flags.json) {
    const value = { pack: null, diagnostics: read.diagnostics.map(asData) };
    process.stdout.write(`${JSON.stringify(value)}\n`);
    return exitCode.could_not_run;
  }
  process.stderr.write(`${shownIn(read, flags)}\n`);
  return exitCode.could_not_run;
}

function shownIn({ diagnostics, files }: CheckedPack, { lang }: CommonOptions): string {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  return diagnostics
    .map((one) => formatDiagnostic(one, texts.get(one.place.file ?? '') ?? null, lang))
    .join('\n\n');
}

function asData(diagnostic: Diagnostic): Record<string, unknown> {
  const { code, place, length } = diagnostic;
  const { en, zh } = describeIssue(diagnostic);
  return { code, ...place, length, message: en, message_zh: zh };
}
