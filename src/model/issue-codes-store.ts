/** What can be wrong with the store of casework; part of `issueCodes`. */
export const storeIssueCodes = {
  'store.backup_damaged': {
    severity: 'error',
    what: {
      en: 'The backup is damaged: {name} is not what it should be.',
      zh: '备份已损坏：{name} 与应有内容不符。',
    },
    todo: {
      en: 'Take another copy of the backup; nothing of a damaged one is used.',
      zh: '请改用另一份备份；已损坏的备份一概不予使用。',
    },
  },
  'store.binaries_unusable': {
    severity: 'error',
    what: {
      en: 'The embedded PostgreSQL at {path} cannot be used: {reason}.',
      zh: '内置 PostgreSQL（{path}）无法使用：{reason}。',
    },
    todo: {
      en: 'Reinstall Polyprism, or give a PostgreSQL server as DATABASE_URL.',
      zh: '请重新安装 Polyprism，或用 DATABASE_URL 指定 PostgreSQL 服务器。',
    },
  },
  'store.checkpoint_differs': {
    severity: 'error',
    what: {
      en: 'A checkpoint of {size} leaves is not the state of the log, which has {found}.',
      zh: '检查点（{size} 个叶）与存证日志的现状（{found} 个叶）不符。',
    },
    todo: {
      en: 'Sign the state that the log has now.',
      zh: '请对日志的现状重新签名。',
    },
  },
  'store.conflict': {
    severity: 'error',
    what: {
      en: 'Matter {matter} has changed meanwhile: it has {found} events, not {expected}.',
      zh: '事项 {matter} 已有变动：现有 {found} 个事件，而非 {expected} 个。',
    },
    todo: {
      en: 'Read it again and decide anew.',
      zh: '请重新读取后再作决定。',
    },
  },
  'store.connection_lost': {
    severity: 'error',
    what: {
      en: 'The connection to PostgreSQL was lost: {reason}.',
      zh: '与 PostgreSQL 的连接已断开：{reason}。',
    },
    todo: {
      en: 'Send the request again with the same idempotency key: it takes hold once.',
      zh: '请用同一幂等键重新提交，操作只会生效一次。',
    },
  },
  'store.file_missing': {
    severity: 'error',
    what: {
      en: 'The bytes of file {sha256} are not there.',
      zh: '文件 {sha256} 的内容不存在。',
    },
    todo: { en: 'Upload the file again.', zh: '请重新上传该文件。' },
  },
  'store.folder_closed': {
    severity: 'error',
    what: {
      en: 'As root, PostgreSQL is run as another user, who may not pass through {path}.',
      zh: '以 root 运行时，PostgreSQL 由另一系统用户运行，而该用户无权进入 {path}。',
    },
    todo: {
      en: 'Run Polyprism as an ordinary user, or put the workspace elsewhere.',
      zh: '请以普通用户运行 Polyprism，或将工作目录放到别处。',
    },
  },
  'store.in_use': {
    severity: 'error',
    what: {
      en: 'The workspace is in use by process {pid} (lock file {path}).',
      zh: '工作目录正被进程 {pid} 使用（锁文件 {path}）。',
    },
    todo: {
      en: 'Stop that process first; several processes need a server given as DATABASE_URL.',
      zh: '请先停止该进程；多进程运行须用 DATABASE_URL 指定数据库服务器。',
    },
  },
  'store.key_reused': {
    severity: 'error',
    what: {
      en: 'The idempotency key {key} was used for another request.',
      zh: '幂等键 {key} 已用于另一请求。',
    },
    todo: {
      en: 'Take a new key for a new request.',
      zh: '新的请求请使用新的幂等键。',
    },
  },
  'store.migration_changed': {
    severity: 'error',
    what: {
      en: 'The database was built by another version of step {name} than this program has.',
      zh: '数据库中的迁移步骤 {name} 与本程序不一致。',
    },
    todo: {
      en: 'Use the program that made the database; a published step is never changed.',
      zh: '请使用建立该数据库的程序版本；已发布的迁移步骤不会更改。',
    },
  },
  'store.migration_waits': {
    severity: 'error',
    what: {
      en: 'Step {name} of the schema was not taken: its tables have been in use for half an hour.',
      zh: '迁移步骤 {name} 未能执行：所涉及的表半小时内一直被占用。',
    },
    todo: {
      en: 'Start again when the backup or the long query that uses them is over.',
      zh: '请等占用这些表的备份或长查询结束后再启动。',
    },
  },
  'store.newer_database': {
    severity: 'error',
    what: {
      en: 'The database is at step {found}; this program knows {version}.',
      zh: '数据库已迁移至第 {found} 步，本程序只支持到第 {version} 步。',
    },
    todo: {
      en: 'Install the newer program again, or restore the backup made before it.',
      zh: '请改用较新的程序，或恢复升级之前的备份。',
    },
  },
  'store.no_binaries': {
    severity: 'error',
    what: {
      en: 'There is no embedded PostgreSQL for {platform}.',
      zh: '没有适用于 {platform} 的内置 PostgreSQL。',
    },
    todo: {
      en: 'Give a PostgreSQL server (15 or newer) as DATABASE_URL.',
      zh: '请用 DATABASE_URL 指定 PostgreSQL 服务器（15 或更新版本）。',
    },
  },
  'store.no_matter': {
    severity: 'error',
    what: {
      en: 'There is no matter {matter}, or none that you see.',
      zh: '事项 {matter} 不存在，或您无权查看。',
    },
    todo: { en: 'Check the id.', zh: '请核对编号。' },
  },
  'store.no_server_user': {
    severity: 'error',
    what: {
      en: 'PostgreSQL refuses to run as root, and this system has no other user for it.',
      zh: 'PostgreSQL 不允许以 root 运行，而系统中没有可用的其他用户。',
    },
    todo: {
      en: 'Run Polyprism as an ordinary user, or make a user named polyprism.',
      zh: '请以普通用户运行 Polyprism，或建立名为 polyprism 的系统用户。',
    },
  },
  'store.not_empty': {
    severity: 'error',
    what: {
      en: 'There is something at {path} already.',
      zh: '{path} 已有内容。',
    },
    todo: {
      en: 'Back up into an empty folder, restore into an empty store.',
      zh: '备份须写入空文件夹，恢复须写入空的存储。',
    },
  },
  'store.not_utf8': {
    severity: 'error',
    what: {
      en: 'The database holds text as {encoding}; UTF8 is needed.',
      zh: '数据库编码为 {encoding}，须为 UTF8。',
    },
    todo: {
      en: "Make a database with ENCODING 'UTF8'.",
      zh: "请用 ENCODING 'UTF8' 新建数据库。",
    },
  },
  'store.postgres_too_old': {
    severity: 'error',
    what: {
      en: 'The server is PostgreSQL {found}; {oldest} or newer is needed.',
      zh: '服务器为 PostgreSQL {found}，须为 {oldest} 或更新版本。',
    },
    todo: { en: 'Upgrade the server.', zh: '请升级服务器。' },
  },
  'store.role_too_strong': {
    severity: 'error',
    what: {
      en: 'The database role {role} may pass row security or owns the schema.',
      zh: '数据库角色 {role} 可绕过行级安全，或拥有该模式。',
    },
    todo: {
      en: 'Take SUPERUSER, BYPASSRLS and membership in polyprism_owner from it.',
      zh: '请撤销其 SUPERUSER、BYPASSRLS 权限及 polyprism_owner 成员身份。',
    },
  },
  'store.roles_missing': {
    severity: 'error',
    what: {
      en: 'The database user may not set up roles and schema: {reason}.',
      zh: '数据库用户无权建立角色和模式：{reason}。',
    },
    todo: {
      en: 'Let an administrator run the statements in docs/reference/store.md once.',
      zh: '请由管理员执行一次 docs/reference/store.md 中的语句。',
    },
  },
  'store.start_failed': {
    severity: 'error',
    what: {
      en: 'The embedded PostgreSQL of {path} does not start: {reason}.',
      zh: '{path} 的内置 PostgreSQL 无法启动：{reason}。',
    },
    todo: {
      en: 'See postgres.log in the workspace.',
      zh: '请查看工作目录中的 postgres.log。',
    },
  },
} as const;
