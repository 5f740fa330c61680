/** Inputs, archives, live databases and the stage; part of `issueCodes`. */
export const intakeIssueCodes = {
  'archive.bad_name': {
    severity: 'error',
    what: {
      en: 'An entry was refused: its name tries to leave the archive or holds control characters.',
      zh: '有一个条目被拒收：其名称试图越出压缩包或含控制字符。',
    },
    todo: { en: 'Find out who made the archive.', zh: '请查明压缩包的制作者。' },
  },
  'archive.bomb': {
    severity: 'error',
    what: {
      en: 'It was refused: it expands to more than {limit} times its size, as no data do.',
      zh: '已拒收：解压后超过其大小的 {limit} 倍，不是正常数据。',
    },
    todo: { en: 'Unpack it and give the files in it.', zh: '请解压后提供其中的文件。' },
  },
  'archive.broken': {
    severity: 'error',
    what: {
      en: 'It was refused whole: it is damaged or not what it says ({reason}).',
      zh: '已整体拒收：文件损坏或与声明不符（{reason}）。',
    },
    todo: {
      en: 'Get the copy again; or unpack what can be unpacked and give that.',
      zh: '请重新获取副本，或自行解压可解压部分后提供。',
    },
  },
  'archive.encrypted': {
    severity: 'error',
    what: { en: 'An entry was refused: it is encrypted.', zh: '有一个条目被拒收：已加密。' },
    todo: {
      en: 'Unpack it with its password and give the files in it.',
      zh: '请用密码解压后提供其中的文件。',
    },
  },
  'archive.link': {
    severity: 'error',
    what: {
      en: 'An entry was refused: it is a link, not a file.',
      zh: '有一个条目被拒收：它是链接而非文件。',
    },
    todo: { en: 'Give the file it points to.', zh: '请提供其指向的文件。' },
  },
  'archive.method': {
    severity: 'error',
    what: {
      en: 'An entry was refused: it is compressed in a way that is not read.',
      zh: '有一个条目被拒收：压缩方式不受支持。',
    },
    todo: { en: 'Unpack it and give the files in it.', zh: '请解压后提供其中的文件。' },
  },
  'archive.nested': {
    severity: 'error',
    what: { en: 'It was refused: an archive inside an archive.', zh: '已拒收：压缩包内含压缩包。' },
    todo: { en: 'Unpack it and give the files in it.', zh: '请解压后提供其中的文件。' },
  },
  'archive.overlap': {
    severity: 'error',
    what: {
      en: 'It was refused: its entries share bytes, as in no archive made in good faith.',
      zh: '已拒收：各条目共用字节，并非正常制作的压缩包。',
    },
    todo: { en: 'Find out who made the archive.', zh: '请查明压缩包的制作者。' },
  },
  'archive.same_name': {
    severity: 'error',
    what: {
      en: 'An entry was refused: an earlier one has the same name.',
      zh: '有一个条目被拒收：与前面的条目同名。',
    },
    todo: { en: 'Unpack it and give the files in it.', zh: '请解压后提供其中的文件。' },
  },
  'archive.too_large': {
    severity: 'error',
    what: {
      en: 'It was refused: it expands to more than {limit} bytes.',
      zh: '已拒收：解压后超过 {limit} 字节。',
    },
    todo: { en: 'Give it in several parts.', zh: '请分成几部分提供。' },
  },
  'archive.too_many_entries': {
    severity: 'error',
    what: {
      en: 'It was refused: it has {entries} entries; at most {limit} are read.',
      zh: '已拒收：含 {entries} 个条目，最多读取 {limit} 个。',
    },
    todo: { en: 'Give it in several parts.', zh: '请分成几部分提供。' },
  },
  'archive.trailing_bytes': {
    severity: 'warning',
    what: {
      en: '{bytes} bytes after the end of the compressed data were not read.',
      zh: '压缩数据结束之后的 {bytes} 字节未读取。',
    },
    todo: {
      en: 'Padding is harmless; otherwise find out what they are.',
      zh: '若为填充则无妨，否则请查明其内容。',
    },
  },
  'input.changed': {
    severity: 'error',
    what: {
      en: 'The file changed while it was being read; its hash does not stand for what was read.',
      zh: '文件在读取期间发生变化，校验值与所读内容不符。',
    },
    todo: { en: 'Work on a copy nobody writes to.', zh: '请使用无人写入的副本。' },
  },
  'input.empty': {
    severity: 'warning',
    what: { en: 'The file is empty.', zh: '文件为空。' },
    todo: { en: 'Check whether the copy is whole.', zh: '请检查副本是否完整。' },
  },
  'input.html': {
    severity: 'error',
    what: {
      en: 'The file holds a web page, whatever its name says.',
      zh: '该文件实为网页，与其扩展名不符。',
    },
    todo: {
      en: 'Open it in a spreadsheet program and save it as .xlsx or CSV.',
      zh: '请用表格软件打开并另存为 .xlsx 或 CSV。',
    },
  },
  'input.not_a_file': {
    severity: 'error',
    what: { en: '{path} is neither a file nor a folder.', zh: '{path} 既不是文件也不是文件夹。' },
    todo: { en: 'Save what it gives into a file first.', zh: '请先将其内容保存为文件。' },
  },
  'input.nothing_to_read': {
    severity: 'error',
    what: { en: 'There is no data in what was given.', zh: '所给输入中没有数据。' },
    todo: {
      en: 'Give a .sql dump, CSV, TSV, XLSX, JSON, NDJSON or Parquet file, or a database URL.',
      zh: '请提供 .sql 转储、CSV、TSV、XLSX、JSON、NDJSON、Parquet 文件或数据库地址。',
    },
  },
  'input.packed': {
    severity: 'error',
    what: { en: 'The file is packed in a way that is not read.', zh: '该压缩格式不受支持。' },
    todo: { en: 'Unpack it and give the files in it.', zh: '请解压后提供其中的文件。' },
  },
  'input.passed_over': {
    severity: 'info',
    what: {
      en: 'Files that hold no data were passed over, such as {sample}.',
      zh: '已跳过不含数据的文件，例如 {sample}。',
    },
    todo: { en: '', zh: '' },
  },
  'input.postgres_dump': {
    severity: 'error',
    what: {
      en: 'This is a PostgreSQL dump, which is not read.',
      zh: '这是 PostgreSQL 转储，暂不读取。',
    },
    todo: {
      en: 'Restore it and give the database as postgres://…, or export the tables as CSV.',
      zh: '请恢复后以 postgres://… 提供数据库，或将各表导出为 CSV。',
    },
  },
  'input.same_content': {
    severity: 'info',
    what: {
      en: 'The file is byte for byte {other} and was not read again.',
      zh: '该文件与 {other} 逐字节相同，未重复读取。',
    },
    todo: { en: '', zh: '' },
  },
  'input.sqlite': {
    severity: 'error',
    what: {
      en: 'This is an SQLite database, which is not read.',
      zh: '这是 SQLite 数据库，暂不读取。',
    },
    todo: { en: 'Export its tables as CSV.', zh: '请将各表导出为 CSV。' },
  },
  'input.too_many_files': {
    severity: 'error',
    what: {
      en: 'The folder holds more than {limit} files.',
      zh: '文件夹中的文件超过 {limit} 个。',
    },
    todo: { en: 'Give the folders in it one by one.', zh: '请逐个提供其子文件夹。' },
  },
  'input.unreadable': {
    severity: 'error',
    what: { en: 'The file cannot be read ({reason}).', zh: '无法读取文件（{reason}）。' },
    todo: { en: 'Check its permissions and the disk.', zh: '请检查权限与磁盘。' },
  },
  'input.xls': {
    severity: 'error',
    what: {
      en: 'This is an old Excel workbook (.xls), which is not read.',
      zh: '这是旧版 Excel 工作簿（.xls），暂不读取。',
    },
    todo: { en: 'Save it as .xlsx or CSV.', zh: '请另存为 .xlsx 或 CSV。' },
  },
  'live.access_denied': {
    severity: 'error',
    what: {
      en: 'The database refuses the user or the password.',
      zh: '数据库拒绝该用户名或密码。',
    },
    todo: {
      en: 'Check both; special characters in a URL are written as %40 and the like.',
      zh: '请核对；地址中的特殊字符须写成 %40 等形式。',
    },
  },
  'live.bad_url': {
    severity: 'error',
    what: { en: 'The database address cannot be understood.', zh: '无法理解数据库地址。' },
    todo: {
      en: 'Write it as mysql://user:password@host:3306/database or postgres://….',
      zh: '请写成 mysql://用户:密码@主机:3306/库名 或 postgres://…。',
    },
  },
  'live.failed': {
    severity: 'error',
    what: { en: 'The database reports: {reason}', zh: '数据库报告：{reason}' },
    todo: { en: 'Mend what it says and try again.', zh: '请按提示处理后重试。' },
  },
  'live.lost': {
    severity: 'error',
    what: {
      en: 'The connection broke off while {table} was being read; nothing was kept.',
      zh: '读取 {table} 时连接中断，未保留任何数据。',
    },
    todo: {
      en: 'Try again; give a dump where the connection is unreliable.',
      zh: '请重试；连接不稳定时请改用转储文件。',
    },
  },
  'live.no_database': {
    severity: 'error',
    what: {
      en: 'There is no database of that name, or none is named.',
      zh: '没有该名称的数据库，或未指定库名。',
    },
    todo: { en: 'Put its name at the end of the address.', zh: '请在地址末尾写明库名。' },
  },
  'live.no_tables': {
    severity: 'error',
    what: {
      en: 'The database has no table this user may read.',
      zh: '该用户在此数据库中没有可读的表。',
    },
    todo: {
      en: 'Check the name of the database and what the user may read.',
      zh: '请核对库名与用户权限。',
    },
  },
  'live.not_consistent': {
    severity: 'warning',
    what: {
      en: 'Table {table} has no transactions ({engine}): changes made while it was read may show.',
      zh: '表 {table} 不支持事务（{engine}），读取期间的改动可能混入。',
    },
    todo: { en: 'Stop writes to it or use a copy.', zh: '请停止写入或使用副本。' },
  },
  'live.table_failed': {
    severity: 'error',
    what: { en: 'Table {table} cannot be read: {reason}', zh: '无法读取表 {table}：{reason}' },
    todo: {
      en: 'Give the user the right to read it, or mend the table.',
      zh: '请授予读取权限或修复该表。',
    },
  },
  'live.unreachable': {
    severity: 'error',
    what: { en: 'The database cannot be reached ({reason}).', zh: '无法连接数据库（{reason}）。' },
    todo: { en: 'Check address, port and firewall.', zh: '请检查地址、端口与防火墙。' },
  },
  'parquet.broken': {
    severity: 'error',
    what: {
      en: 'The file is damaged behind this row: {missing} of its {rows} rows are lost.',
      zh: '文件在此行之后损坏：共 {rows} 行，丢失 {missing} 行。',
    },
    todo: { en: 'Get the copy again.', zh: '请重新获取副本。' },
  },
  'parquet.unreadable': {
    severity: 'error',
    what: {
      en: 'The Parquet file cannot be read ({reason}).',
      zh: '无法读取该 Parquet 文件（{reason}）。',
    },
    todo: { en: 'Get the copy again.', zh: '请重新获取副本。' },
  },
  'stage.no_room': {
    severity: 'error',
    what: {
      en: 'Work files cannot be written or loaded: {reason}',
      zh: '无法写入或载入工作文件：{reason}',
    },
    todo: {
      en: 'Free disk space where the report goes, or raise --memory.',
      zh: '请在报告输出位置腾出磁盘空间，或调大 --memory。',
    },
  },
  'stage.not_utf8': {
    severity: 'warning',
    what: {
      en: 'Rows of {table} hold bytes that are no valid text; U+FFFD (�) stands for them.',
      zh: '{table} 的部分行含无效文本字节，以 U+FFFD（�）代替。',
    },
    todo: {
      en: 'Say the character set with --charset if it was not recognised.',
      zh: '若字符集识别有误，请用 --charset 指定。',
    },
  },
  'stage.row_too_long': {
    severity: 'error',
    what: {
      en: 'A row of {table} was refused: it has more than {limit} bytes.',
      zh: '{table} 有一行被拒收：超过 {limit} 字节。',
    },
    todo: {
      en: 'Look for an unclosed quote; export the row elsewhere if it is real.',
      zh: '请检查是否有未闭合的引号；如确有其行，请另行导出。',
    },
  },
  'stage.tables_joined': {
    severity: 'info',
    what: {
      en: 'Another input declares {table} with other columns; the two were joined by column name.',
      zh: '另一输入中的 {table} 列不同，已按列名合并。',
    },
    todo: {
      en: 'Rename one of the tables if they are not the same.',
      zh: '若两者并非同一张表，请重命名其一。',
    },
  },
  'stage.too_many_columns': {
    severity: 'error',
    what: {
      en: 'Table {table} has {columns} columns; at most {limit} are read.',
      zh: '表 {table} 有 {columns} 列，最多读取 {limit} 列。',
    },
    todo: { en: 'Split the table by columns.', zh: '请按列拆分该表。' },
  },
  'stage.too_many_tables': {
    severity: 'error',
    what: {
      en: 'There are more than {limit} tables.',
      zh: '表的数量超过 {limit}。',
    },
    todo: { en: 'Give the inputs in several runs.', zh: '请分批导入。' },
  },
  'stage.value_too_long': {
    severity: 'error',
    what: {
      en: 'A row of {table} was refused: one of its values has more than {limit} bytes.',
      zh: '{table} 有一行被拒收：其中一个值超过 {limit} 字节。',
    },
    todo: {
      en: 'Look for an unclosed quote; export the value elsewhere if it is real.',
      zh: '请检查是否有未闭合的引号；如确有其值，请另行导出。',
    },
  },
} as const;
