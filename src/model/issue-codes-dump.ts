/** What can be wrong with a MySQL dump; part of `issueCodes`. */
export const dumpIssueCodes = {
  'dump.columns_unknown': {
    severity: 'warning',
    what: {
      en: 'Nothing names the {count} columns of table {table}; they are called column_1 and so on.',
      zh: '没有任何语句说明表 {table} 的 {count} 列，暂称 column_1 等。',
    },
    todo: {
      en: 'Export again with CREATE TABLE or with column names, or map the columns by hand.',
      zh: '请连同 CREATE TABLE 或列名重新导出，或手工映射各列。',
    },
  },
  'dump.comment_unclosed': {
    severity: 'warning',
    what: {
      en: 'A comment has no end; only its first line was passed over.',
      zh: '注释没有结束；仅略过其首行。',
    },
    todo: {
      en: 'Check whether the file was cut or edited.',
      zh: '请检查文件是否被截断或改动。',
    },
  },
  'dump.computed_value': {
    severity: 'info',
    what: {
      en: 'Column {table}.{column} holds {value}, which only a server can compute; kept as text.',
      zh: '列 {table}.{column} 的值为 {value}，须由服务器计算；按文本保留。',
    },
    todo: {
      en: 'DEFAULT is taken as no value.',
      zh: 'DEFAULT 视为没有值。',
    },
  },
  'dump.row_unclosed': {
    severity: 'error',
    what: {
      en: 'A row of table {table} has no end.',
      zh: '表 {table} 有一行没有结束。',
    },
    todo: {
      en: 'It was refused. Look for a lost quote, or for a file that was cut.',
      zh: '该行已拒收。请检查是否缺少引号或文件被截断。',
    },
  },
  'dump.row_unreadable': {
    severity: 'error',
    what: {
      en: 'What stands here between rows of table {table} is no row.',
      zh: '表 {table} 的各行之间有无法识别为行的内容。',
    },
    todo: {
      en: 'It was refused as one row; mend the place shown.',
      zh: '已按一行拒收；请修正所示位置。',
    },
  },
  'dump.statement_skipped': {
    severity: 'info',
    what: {
      en: 'Statements that hold no rows were read past, none executed: {kinds}.',
      zh: '不含数据行的语句已略过，均未执行：{kinds}。',
    },
    todo: { en: '', zh: '' },
  },
  'dump.statement_unreadable': {
    severity: 'warning',
    what: {
      en: 'This is no statement MySQL knows: {seen}',
      zh: '这不是 MySQL 语句：{seen}',
    },
    todo: {
      en: 'Check whether the file was edited at the place shown; rows in it are lost.',
      zh: '请检查文件在所示位置是否被改动；其中的行未能读取。',
    },
  },
  'dump.table_unreadable': {
    severity: 'warning',
    what: {
      en: 'The CREATE TABLE of {name} cannot be read.',
      zh: '无法读取 {name} 的 CREATE TABLE。',
    },
    todo: {
      en: 'Mend the place shown; its rows are read, their columns may lack names.',
      zh: '请修正所示位置；其行仍会读取，但列可能缺少名称。',
    },
  },
  'dump.too_many_columns': {
    severity: 'error',
    what: {
      en: 'A statement has {columns} columns, more than {limit}.',
      zh: '语句有 {columns} 列，超过 {limit}。',
    },
    todo: {
      en: 'MySQL writes no such table; check the file.',
      zh: 'MySQL 不会写出这样的表，请检查文件。',
    },
  },
  'dump.too_many_tables': {
    severity: 'error',
    what: { en: 'The dump has more than {limit} tables.', zh: '转储中的表超过 {limit} 个。' },
    todo: { en: 'Export the tables of the mall only.', zh: '请只导出商城的表。' },
  },
  'dump.undecodable_value': {
    severity: 'warning',
    what: {
      en: 'Column {table}.{column} holds bytes that are no characters; � stands for them.',
      zh: '列 {table}.{column} 的值含有无法解码的字节，以 � 代替保留。',
    },
    todo: {
      en: 'If it is text, name the character set; if it is binary, export with --hex-blob.',
      zh: '若为文本，请指明字符集；若为二进制，请用 --hex-blob 导出。',
    },
  },
  'dump.value_count': {
    severity: 'error',
    what: {
      en: 'A row of table {table} has {found} values for {wanted} columns.',
      zh: '表 {table} 有一行含 {found} 个值，而列数为 {wanted}。',
    },
    todo: {
      en: 'It was refused; mend the place shown.',
      zh: '该行已拒收；请修正所示位置。',
    },
  },
  'dump.value_too_long': {
    severity: 'error',
    what: {
      en: 'A value in a row of table {table} is longer than {limit} bytes.',
      zh: '表 {table} 有一行的某个值超过 {limit} 字节。',
    },
    todo: { en: 'The row was refused.', zh: '该行已拒收。' },
  },
  'dump.value_unreadable': {
    severity: 'error',
    what: {
      en: 'A row of table {table} cannot be read as a list of values.',
      zh: '表 {table} 有一行无法读作一组值。',
    },
    todo: {
      en: 'It was refused; look for a lost or stray quote.',
      zh: '该行已拒收；请检查是否缺少或多出引号。',
    },
  },
} as const;
