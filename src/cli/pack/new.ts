import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { PolyprismError } from '../../model/issue.ts';
import { newPack } from '../../packs/skeleton/new-pack.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';

interface NewFlags extends CommonOptions {
  readonly provision?: string;
  readonly publisher: string;
}

export function newCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('new')
    .description(
      say(
        'begin a pack: one provision with its cases, to be rewritten',
        '新建标准包：含一个示例条款及其用例',
      ),
    )
    .argument(
      '<folder>',
      say('a new folder; its name is the id of the pack', '新文件夹；其名即标准包编号'),
    )
    .option('--provision <id>', say('id of the example provision', '示例条款的编号'))
    .option('--publisher <name>', say('who publishes the pack', '发布者'), 'Example association')
    .action(runNew);
}

async function runNew(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<NewFlags>();
  await runCommand(flags, async () => {
    const { provision, publisher } = flags;
    const id = basename(resolve(folder));
    const files = newPack({ id, publisher, ...(provision !== undefined && { provision }) });
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) {
      throw new PolyprismError('pack.folder_not_empty', { path: folder });
    }
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const paths = [...files.keys()].map((name) => join(folder, name));
    process.stdout.write(
      flags.json ? `${JSON.stringify({ pack: id, files: paths })}\n` : `${paths.join('\n')}\n`,
    );
    return exitCode.clean;
  });
}
