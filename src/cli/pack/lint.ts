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
    const sound = { pack: id, version, digest, provisions: provisions.length, diagnostics: [] };
    const line = {
      en: `${id} ${version}: nothing wrong. Provisions: ${provisions.length}. Digest: ${digest}`,
      zh: `${id} ${version}：未发现问题。条款 ${provisions.length} 个，摘要 ${digest}`,
    };
    process.stdout.write(`${flags.json ? JSON.stringify(sound) : line[flags.lang]}\n`);
    return exitCode.clean;
  });
}

/** Tells what is wrong with a pack, and the exit status of a command that stops at it. */
export function tellDiagnostics(read: CheckedPack, flags: CommonOptions): number {
  const { diagnostics, files } = read;
  if (flags.json) {
    const value = { pack: null, diagnostics: diagnostics.map(asData) };
    process.stdout.write(`${JSON.stringify(value)}\n`);
    return exitCode.could_not_run;
  }
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const shown = diagnostics.map((one) =>
    formatDiagnostic(one, texts.get(one.place.file ?? '') ?? null, flags.lang),
  );
  process.stderr.write(`${shown.join('\n\n')}\n`);
  return exitCode.could_not_run;
}

function asData(diagnostic: Diagnostic): Record<string, unknown> {
  const { code, place, length } = diagnostic;
  const { en, zh } = describeIssue(diagnostic);
  return { code, ...place, length, message: en, message_zh: zh };
}
