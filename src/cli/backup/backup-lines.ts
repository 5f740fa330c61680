import type { Localised } from '../../model/localised.ts';
import type { BackupManifest } from '../../store/backup/manifest.ts';

/** What a manifest holds, in numbers. */
export function contentsOf({ version, log, files }: BackupManifest) {
  const names = Object.keys(files);
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  const tables = names.filter((name) => name.startsWith('tables/')).length;
  const raw = names.filter((name) => name.startsWith('raw/')).length;
  const made = names.length - tables - raw;
  return { version, tables, raw, made, bytes, log_size: log.size, log_root: log.root };
}

/** What was verified, a line each; what a backup leaves out is said every time. */
export function backupLines(manifest: BackupManifest): Localised {
  const { version, tables, raw, made, bytes, log_size, log_root } = contentsOf(manifest);
  return {
    en: `manifest      ${manifest.digest}
tables        ${tables}, at version ${version} of the schema
raw files     ${raw}
other files   ${made}, of uploads and inspections
read again    every file, ${bytes} bytes: each is what the manifest says
log           ${log_size} entries, root ${log_root}
not in it     keys/ of the workspace: keep a copy elsewhere
`,
    zh: `清单      ${manifest.digest}
数据表    ${tables} 张，结构版本 ${version}
原始文件  ${raw} 个
其他文件  ${made} 个（上传与检查）
复读核对  全部文件共 ${bytes} 字节，均与清单一致
存证日志  ${log_size} 条，根 ${log_root}
不含      工作目录中的 keys/，请另行保存
`,
  };
}

export function restoredLines(manifest: BackupManifest): Localised {
  const { tables, raw, made, log_size, log_root } = contentsOf(manifest);
  return {
    en: `manifest      ${manifest.digest}
before        every file is what the manifest says
tables        ${tables}, all rows
raw files     ${raw}
other files   ${made}, of uploads and inspections
log           ${log_size} entries, root ${log_root}: worked out again, the same
events        each is the one the log has
not in it     keys/: put yours back before serving; without them, second factors and the
              secrets of webhooks and connectors have to be set up anew
`,
    zh: `清单      ${manifest.digest}
恢复前    全部文件均与清单一致
数据表    ${tables} 张，全部行
原始文件  ${raw} 个
其他文件  ${made} 个（上传与检查）
存证日志  ${log_size} 条，根 ${log_root}，重新计算结果相同
事件      每一条均与日志一致
不含      keys/：启动服务前请放回原有密钥；否则须重新设置第二因素、
          事件通知密钥与连接器密钥
`,
  };
}
