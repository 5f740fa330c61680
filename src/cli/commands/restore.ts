import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import { checkBackup } from '../../store/backup/check-backup.ts';
import { restoreStore } from '../../store/backup/restore-store.ts';
import { contentsOf, restoredLines } from '../backup/backup-lines.ts';
import { storePlace } from '../backup/store-place.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';

interface RestoreFlags extends CommonOptions {
  readonly workspace: string;
}

export function restoreCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('restore')
    .description(
      say(
        'fill an empty workspace from a backup, and verify what was filled',
        '用备份恢复空的工作目录，并核对恢复结果',
      ),
    )
    .argument('<folder>', say('folder of the backup', '备份所在文件夹'))
    .option(
      '--workspace <folder>',
      say('new or empty folder', '新建或空的文件夹'),
      'polyprism-workspace',
    )
    .addHelpText('after', help[language])
    .action(runRestore);
}

async function runRestore(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<RestoreFlags>();
  await runCommand(flags, async () => {
    const place = storePlace(flags.workspace, process.env);
    const store = await restoreStore(folder, place, flags.workspace);
    await store.close();
    const manifest = await checkBackup(folder);
    const { digest } = manifest;
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ folder, digest, ...contentsOf(manifest) })}\n`
        : restoredLines(manifest)[flags.lang],
    );
    return exitCode.clean;
  });
}

const help: Localised = {
  en: `
A backup that is damaged in any byte is refused before anything is written; a store with anything
in it is left alone. With DATABASE_URL that database is filled.`,
  zh: `
备份有任何一个字节损坏即在写入前拒绝；已有内容的存储不会被改动。
使用 DATABASE_URL 时恢复到该数据库。`,
};
