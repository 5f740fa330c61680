import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { sha256 } from '../../evidence/digest.ts';
import { writeBundle } from '../../packs/bundle.ts';
import { readPackFiles } from '../../packs/load-packs.ts';
import { readFiles } from '../../packs/read-files.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';
import { tellDiagnostics } from './lint.ts';

interface BuildFlags extends CommonOptions {
  readonly output?: string;
}

export function buildCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('build')
    .description(
      say(
        'make one file of a pack: the same bytes from the same contents, anywhere',
        '将标准包打成单个文件：内容相同则字节相同',
      ),
    )
    .argument('<folder>', say('the folder of one pack', '标准包文件夹'))
    .option('-o, --output <file>', say('default: <id>-<version>.tgz', '默认 <编号>-<版本>.tgz'))
    .action(runBuild);
}

async function runBuild(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<BuildFlags>();
  await runCommand(flags, async () => {
    const files = await readFiles(folder);
    const read = await readPackFiles(files);
    if (read.pack === null) return tellDiagnostics(read, flags);
    const { id, version, digest } = read.pack;
    const bundle = writeBundle(read.pack, files);
    const file = flags.output ?? `${id}-${version}.tgz`;
    await writeFile(file, bundle);
    const value = { file, sha256: sha256(bundle), pack: id, version, digest };
    process.stdout.write(
      flags.json ? `${JSON.stringify(value)}\n` : `${file}\nSHA-256 ${value.sha256}\n`,
    );
    return exitCode.clean;
  });
}
