/** Canonical tables inspected where they lie; part of `issueCodes`. */
export const lakeIssueCodes = {
  'lake.changed': {
    severity: 'error',
    what: {
      en: 'Files of {table} are others than when the inspection began.',
      zh: '检查期间 {table} 的文件发生了变化。',
    },
    todo: {
      en: 'Nothing is concluded from two states at once. Inspect a copy, or an Iceberg table.',
      zh: '不据前后两种状态作任何判断。请检查副本，或使用 Iceberg 表。',
    },
  },
  'lake.code_unknown': {
    severity: 'warning',
    what: {
      en: "{column}: a code that is none of this column ('{sample}'), read as 'other'.",
      zh: '{column}：不属于该列的代码（“{sample}”），按 other 读取。',
    },
    todo: {
      en: 'Write the codes of docs/reference/tables.md where the table is made.',
      zh: '请在生成该表时写入 docs/reference/tables.md 所列代码。',
    },
  },
  'lake.column_type': {
    severity: 'error',
    what: {
      en: '{column} of {table} is {type}: not every such value is a {wanted}.',
      zh: '{table} 的 {column} 类型为 {type}，无法无损转换为 {wanted}。',
    },
    todo: {
      en: 'Make the table with the types of docs/reference/tables.md; amounts are whole numbers.',
      zh: '请按 docs/reference/tables.md 的类型生成该表；金额为整数（最小货币单位）。',
    },
  },
  'lake.id_mended': {
    severity: 'warning',
    what: {
      en: "{column}: ids with blanks around them, or empty, 0 or NULL for none ('{sample}').",
      zh: '{column}：标识两端有空白，或以空文本、0、NULL 表示无（“{sample}”）。',
    },
    todo: {
      en: 'They are read without blanks, and as none. Mend them where the table is made.',
      zh: '已去除空白并按“无”读取。请在生成该表时修正。',
    },
  },
  'lake.key_column': {
    severity: 'error',
    what: {
      en: '{table} has no column {column}, which names its rows.',
      zh: '{table} 没有作为主键的列 {column}。',
    },
    todo: {
      en: 'Make the table with it; docs/reference/tables.md says which columns there are.',
      zh: '请在生成该表时加入该列；各列见 docs/reference/tables.md。',
    },
  },
  'lake.key_doubled': {
    severity: 'error',
    what: {
      en: "{keys} values of {column} in {table} name more than one row ('{sample}').",
      zh: '{table} 中有 {keys} 个 {column} 对应多行（“{sample}”）。',
    },
    todo: {
      en: 'Rows of a lake have no order, so none of them is the first: keep one of each.',
      zh: '数据湖中的行没有先后，无法确定以哪一行为准：请每个主键只保留一行。',
    },
  },
  'lake.key_empty': {
    severity: 'error',
    what: {
      en: 'Rows of {table} without {column} are refused.',
      zh: '{table} 中缺少 {column} 的行被拒收。',
    },
    todo: {
      en: 'Nothing can refer to them. Give each row its key.',
      zh: '这些行无法被引用。请为每行填写主键。',
    },
  },
  'lake.no_pseudonym': {
    severity: 'warning',
    what: {
      en: '{column}: values that are no pseudonym (64 hexadecimal digits) are not read.',
      zh: '{column}：不是假名（64 位十六进制）的值不予读取。',
    },
    todo: {
      en:
        'Contacts of people are not taken as they are: put in their place what an import puts ' +
        'there, HMAC-SHA-256 under a key of yours.',
      zh: '不直接读取个人联系方式：请以自有密钥的 HMAC-SHA-256 值代替，与导入时一致。',
    },
  },
  'lake.no_tables': {
    severity: 'error',
    what: { en: 'There is no canonical table in {place}.', zh: '{place} 中没有标准表。' },
    todo: {
      en:
        'Tables have the names of docs/reference/tables.md; as Parquet they are files or folders ' +
        '<table>.parquet.',
      zh: '表名须为 docs/reference/tables.md 所列；Parquet 为文件或文件夹 <表名>.parquet。',
    },
  },
  'lake.number_unusable': {
    severity: 'warning',
    what: {
      en: '{column}: values that are no number, or beyond 9·10¹⁸, are unknown.',
      zh: '{column}：不是数值或超过 9·10¹⁸ 的值视为未知。',
    },
    todo: { en: 'Correct them where the table is made.', zh: '请在生成该表时修正。' },
  },
  'lake.rows_repeated': {
    severity: 'info',
    what: {
      en: 'Equal rows of {table}, whose rows have no key, are read once.',
      zh: '{table} 的行没有主键，相同的行只读取一次。',
    },
    todo: { en: '', zh: '' },
  },
  'lake.text_empty': {
    severity: 'info',
    what: {
      en: '{column}: empty texts are read as stated to be none.',
      zh: '{column}：空文本按“明示为无”读取。',
    },
    todo: {
      en: 'Where nothing is known write NULL: what is stated to be none can be a breach.',
      zh: '未知之处请写 NULL：明示为无可能构成违规。',
    },
  },
  'lake.time_none': {
    severity: 'info',
    what: {
      en: '{column}: the first moment of 1970 and the year 1 are read as none.',
      zh: '{column}：1970 年首刻与公元 1 年的时间按“无”读取。',
    },
    todo: {
      en: 'Software writes them for "never". Write NULL where the table is made.',
      zh: '软件以此表示“从未”。请在生成该表时写 NULL。',
    },
  },
  'lake.unused_column': {
    severity: 'info',
    what: {
      en: 'Column {column} of {table} is none of a canonical table and is not read.',
      zh: '{table} 的列 {column} 不是标准表的列，不予读取。',
    },
    todo: { en: '', zh: '' },
  },
  'lake.unused_table': {
    severity: 'info',
    what: {
      en: '{table} has the name of no canonical table and is not read.',
      zh: '{table} 不是标准表的名称，不予读取。',
    },
    todo: { en: '', zh: '' },
  },
} as const;
