/** Inputs, archives, live databases and the stage; part of `issueCodes`. */
export const intakeIssueCodes = {
  'stage.not_utf8': {
    severity: 'warning',
    what: {
      en: 'Rows of {table} hold bytes that are no valid text; U+FFFD (�) stands for them.',
      zh: '{table} 的部分行含无效文本字节,以 U+FFFD(�)代替。',
    },
    todo: {
      en: 'Say the character set with --charset if it was not recognised.',
      zh: '若字符集识别有误,请用 --charset 指定。',
    },
  },
  'stage.row_too_long': {
    severity: 'error',
    what: {
      en: 'A row of {table} was refused: it has more than {limit} bytes.',
      zh: '{table} 有一行被拒绝:超过 {limit} 字节。',
    },
    todo: {
      en: 'Look for an unclosed quote; export the row elsewhere if it is real.',
      zh: '请检查是否有未闭合的引号;如确有其行,请另行导出。',
    },
  },
  'stage.tables_joined': {
    severity: 'info',
    what: {
      en: 'Another input declares {table} with other columns; the two were joined by column name.',
      zh: '另一输入中的 {table} 列不同,已按列名合并。',
    },
    todo: {
      en: 'Rename one of the tables if they are not the same.',
      zh: '若两者并非同一张表,请重命名其一。',
    },
  },
  'stage.too_many_columns': {
    severity: 'error',
    what: {
      en: 'Table {table} has {columns} columns; at most {limit} are read.',
      zh: '表 {table} 有 {columns} 列,最多读取 {limit} 列。',
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
      zh: '{table} 有一行被拒绝:其中一个值超过 {limit} 字节。',
    },
    todo: {
      en: 'Look for an unclosed quote; export the value elsewhere if it is real.',
      zh: '请检查是否有未闭合的引号;如确有其值,请另行导出。',
    },
  },
} as const;
