import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import { backupStore } from '../../store/backup/backup-store.ts';
import { checkBackup } from '../../store/backup/check-backup.ts';
import { openStore } from '../../store/open-store.ts';
import { backupLines, contentsOf } from '../backup/backup-lines.ts';
import { storePlace } from '../backup/store-place.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import { runCommand } from '../run-command.ts';

interface BackupFlags extends CommonOptions {
  readonly workspace: string;
}

export function backupCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('backup')
    .description(
      say(
        'write the casework of a workspace into a folder, and read it again',
        '将工作目录中的案件数据备份到文件夹，并复读核对',
      ),
    )
    .argument('<folder>', say('new or empty folder', '新建或空的文件夹'))
    .option(
      '--workspace <folder>',
      say('what `serve` was given', '与 serve 所用相同'),
      'polyprism-workspace',
    )
    .addHelpText('after', help[language])
    .action(runBackup);
}

async function runBackup(folder: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<BackupFlags>();
  await runCommand(flags, async () => {
    const store = await openStore(storePlace(flags.workspace, process.env));
    try {
      await store.logSettled();
      await backupStore(store, folder, flags.workspace);
    } finally {
      await store.close();
    }
    const manifest = await checkBackup(folder);
    const { digest } = manifest;
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ folder, digest, ...contentsOf(manifest) })}\n`
        : backupLines(manifest)[flags.lang],
    );
    return exitCode.clean;
  });
}

const help: Localised = {
  en: `
All tables as they are at one moment, and the files of the workspace: raw files, uploads, reports
and snapshots. An embedded database belongs to one process: stop serve first. With DATABASE_URL it
may go on. Keys are not part of a backup.`,
  zh: `
备份某一时刻的全部数据表，以及工作目录中的原始文件、上传记录、报告与快照。内嵌数据库只能由一个进程使用，请先停止 serve；
使用 DATABASE_URL 时无须停止。备份不含密钥。`,
};
