/** Delimited files, spreadsheets, JSON and the command line's own files; part of `issueCodes`. */
export const fileIssueCodes = {
  'csv.broken_quotes': {
    severity: 'error',
    what: {
      en: 'A row was refused: its quotes do not close where they should.',
      zh: '有一行被拒收：引号未正确闭合。',
    },
    todo: {
      en: 'Look at the line in the raw file; export it again if it matters.',
      zh: '请查看原始文件该行，必要时重新导出。',
    },
  },
  'csv.description_row': {
    severity: 'info',
    what: {
      en: 'The row under the header explains the columns and was passed over.',
      zh: '表头下的一行为列说明，已跳过。',
    },
    todo: { en: '', zh: '' },
  },
  'csv.field_count': {
    severity: 'error',
    what: {
      en: 'A row was refused: it has {found} fields where the header has {wanted}.',
      zh: '有一行被拒收：该行有 {found} 个字段，而表头有 {wanted} 个。',
    },
    todo: {
      en: 'Look for a delimiter or line break inside an unquoted value.',
      zh: '请检查未加引号的值中是否含有分隔符或换行。',
    },
  },
  'csv.no_header': {
    severity: 'warning',
    what: {
      en: 'No row names the columns; they are called column_1 to column_{columns}.',
      zh: '没有表头行；各列命名为 column_1 至 column_{columns}。',
    },
    todo: {
      en: 'Say what they mean with a mapping file (polyprism map).',
      zh: '请用映射文件说明各列含义（polyprism map）。',
    },
  },
  'csv.not_tabular': {
    severity: 'error',
    what: {
      en: 'No line of the file looks like the header or a row of a table.',
      zh: '文件中没有任何一行像表头或数据行。',
    },
    todo: {
      en: 'Check the file, or name its character set with --charset.',
      zh: '请检查文件，或用 --charset 指定字符集。',
    },
  },
  'csv.title_rows': {
    severity: 'info',
    what: {
      en: '{rows} rows above the header were passed over.',
      zh: '表头之上的 {rows} 行已跳过。',
    },
    todo: { en: '', zh: '' },
  },
  'csv.too_many_columns': {
    severity: 'error',
    what: {
      en: 'The header has {columns} columns; at most {limit} are read.',
      zh: '表头有 {columns} 列，最多读取 {limit} 列。',
    },
    todo: { en: 'Split the file by columns.', zh: '请按列拆分文件。' },
  },
  'csv.value_too_long': {
    severity: 'error',
    what: {
      en: 'A row was refused: one of its values is longer than a value may be.',
      zh: '有一行被拒收：其中一个值超过长度上限。',
    },
    todo: {
      en: 'Look for an unclosed quote; export the value elsewhere if it is real.',
      zh: '请检查是否有未闭合的引号；如确有其值，请另行导出。',
    },
  },
  'excel.broken_part': {
    severity: 'error',
    what: {
      en: 'The workbook was not read: its part {part} is damaged.',
      zh: '工作簿未读取：其组成部分 {part} 已损坏。',
    },
    todo: {
      en: 'Open the workbook, let it be repaired, and save it again.',
      zh: '请打开并修复工作簿后重新保存。',
    },
  },
  'excel.broken_row': {
    severity: 'error',
    what: {
      en: 'A row of sheet {table} was refused: a cell cannot be read or stands beyond the header.',
      zh: '工作表 {table} 有一行被拒收：单元格无法读取或超出表头范围。',
    },
    todo: { en: 'Open the workbook at that row.', zh: '请打开工作簿查看该行。' },
  },
  'excel.broken_sheet': {
    severity: 'error',
    what: {
      en: 'Sheet {table} is missing or breaks off; rows after this line were not read.',
      zh: '工作表 {table} 缺失或中断，该行之后未读取。',
    },
    todo: {
      en: 'Open the workbook, let it be repaired, and save it again.',
      zh: '请打开并修复工作簿后重新保存。',
    },
  },
  'excel.digits_lost': {
    severity: 'warning',
    what: {
      en: 'Sheet {table} holds numbers of more than 15 digits: their last digits are gone.',
      zh: '工作表 {table} 含超过15位的数字，末尾数字已丢失。',
    },
    todo: {
      en: 'Export long numbers as text; they are not used as ids as they stand.',
      zh: '请将长数字以文本导出；现值不会用作编号。',
    },
  },
  'excel.no_workbook': {
    severity: 'error',
    what: { en: 'The file holds no Excel workbook.', zh: '该文件不含 Excel 工作簿。' },
    todo: { en: 'Save it as .xlsx or CSV.', zh: '请另存为 .xlsx 或 CSV。' },
  },
  'excel.too_large': {
    severity: 'error',
    what: {
      en: 'The workbook has {bytes} bytes; at most {limit} are read.',
      zh: '工作簿有 {bytes} 字节，最多读取 {limit} 字节。',
    },
    todo: { en: 'Export its sheets as CSV.', zh: '请将各工作表导出为 CSV。' },
  },
  'generate.members_too_few': {
    severity: 'error',
    what: {
      en: '{members} members are too few for this platform; it needs {least}.',
      zh: '{members} 名会员过少，该平台至少需要 {least} 名。',
    },
    todo: { en: 'Give a larger --members.', zh: '请增大 --members。' },
  },
  'generate.unknown_platform': {
    severity: 'error',
    what: { en: 'There is no platform called {name}.', zh: '没有名为 {name} 的平台。' },
    todo: { en: 'There are {names}.', zh: '可选：{names}。' },
  },
  'generate.unknown_violation': {
    severity: 'error',
    what: {
      en: 'There is no violation of {name} for market {market}.',
      zh: '市场 {market} 没有针对 {name} 的违规样本。',
    },
    todo: {
      en: 'Name a provision of a shipped pack of that market, or a version of it as id@date.',
      zh: '请给出该市场内置标准包中条款的编号，或以“编号@日期”指明其版本。',
    },
  },
  'generate.cannot_plant': {
    severity: 'error',
    what: {
      en: 'No row of {table} is left in which to plant the violation of {provision}.',
      zh: '表 {table} 中没有可供植入 {provision} 违规的数据行。',
    },
    todo: { en: 'Ask for more members.', zh: '请增加会员数。' },
  },
  'json.broken': {
    severity: 'error',
    what: {
      en: 'The JSON breaks here, outside any row; what follows may be incomplete.',
      zh: 'JSON 在此处（行数据之外）损坏，其后内容可能不完整。',
    },
    todo: { en: 'Export the file again.', zh: '请重新导出文件。' },
  },
  'json.broken_row': {
    severity: 'error',
    what: {
      en: 'A row was refused: it is not well-formed JSON.',
      zh: '有一行被拒收：JSON 格式不正确。',
    },
    todo: { en: 'Look at the place in the raw file.', zh: '请查看原始文件该处。' },
  },
  'json.duplicate_member': {
    severity: 'error',
    what: {
      en: 'A row was refused: it names a member twice.',
      zh: '有一行被拒收：同一字段出现两次。',
    },
    todo: {
      en: 'Find out which of the two the source means.',
      zh: '请确认来源以哪一个为准。',
    },
  },
  'json.not_json': {
    severity: 'error',
    what: {
      en: 'The file is not JSON: it begins with neither an object nor an array.',
      zh: '该文件不是 JSON：开头既非对象也非数组。',
    },
    todo: { en: 'Check the file.', zh: '请检查文件。' },
  },
  'json.row_not_object': {
    severity: 'error',
    what: {
      en: 'A row was refused: it is not an object with named members.',
      zh: '有一行被拒收：不是带字段名的对象。',
    },
    todo: { en: 'Export rows as objects.', zh: '请将每行导出为对象。' },
  },
  'json.row_too_long': {
    severity: 'error',
    what: {
      en: 'A row was refused: it is longer than a row may be.',
      zh: '有一行被拒收：超过行长度上限。',
    },
    todo: { en: 'Look for an unclosed quote or bracket.', zh: '请检查是否有未闭合的引号或括号。' },
  },
  'json.truncated': {
    severity: 'error',
    what: { en: 'The file ends inside a value.', zh: '文件在值的中间结束。' },
    todo: { en: 'The copy is not whole: get it again.', zh: '文件不完整，请重新获取。' },
  },
  'key.unusable': {
    severity: 'error',
    what: {
      en: 'The key file {path} cannot be read or has fewer than {bytes} bytes.',
      zh: '密钥文件 {path} 无法读取或不足 {bytes} 字节。',
    },
    todo: { en: 'Give a file of random bytes.', zh: '请提供随机字节文件。' },
  },
} as const;
