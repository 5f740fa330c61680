/** What can be wrong with a provision's SQL; part of `issueCodes`. */
export const sqlIssueCodes = {
  'sql.ambiguous_column': {
    severity: 'error',
    what: {
      en: "Column '{column}' could be that of {tables}.",
      zh: '列“{column}”可能属于 {tables}。',
    },
    todo: {
      en: "Write the table's alias before it.",
      zh: '请在列前写明表的别名。',
    },
  },
  'sql.argument': {
    severity: 'error',
    what: {
      en: '{function} takes {expected} here, and this is {seen}.',
      zh: '{function} 此处应为 {expected}，实际为 {seen}。',
    },
    todo: {
      en: 'Turn an instant into a date with pp_date(instant).',
      zh: '时刻请用 pp_date(时刻) 转为日期。',
    },
  },
  'sql.arity': {
    severity: 'error',
    what: {
      en: '{function} takes {expected} argument(s), not {seen}.',
      zh: '{function} 需要 {expected} 个参数，实际为 {seen} 个。',
    },
    todo: {
      en: 'See docs/reference/provision-format.md.',
      zh: '见 docs/reference/provision-format.md。',
    },
  },
  'sql.binding': {
    severity: 'error',
    what: {
      en: 'The database does not accept it: {message}.',
      zh: '数据库不接受：{message}。',
    },
    todo: {
      en: 'Mend the line shown.',
      zh: '请修正所示的行。',
    },
  },
  'sql.cast_type': {
    severity: 'error',
    what: {
      en: 'Casting to {type} differs between engines.',
      zh: '转换为 {type} 在各引擎中不一致。',
    },
    todo: {
      en: 'Use: {instead}.',
      zh: '请使用：{instead}。',
    },
  },
  'sql.construct': {
    severity: 'error',
    what: {
      en: '{construct} does not mean the same on every engine.',
      zh: '{construct} 在各引擎中含义不一。',
    },
    todo: {
      en: 'Write instead: {instead}',
      zh: '请改写为：{instead}',
    },
  },
  'sql.date_arithmetic': {
    severity: 'error',
    what: {
      en: 'Adding to or subtracting from a date or an instant differs between engines.',
      zh: '日期、时刻的加减在各引擎中不一致。',
    },
    todo: {
      en: 'Use pp_days, pp_add_days, pp_add_months, or pp_epoch for seconds.',
      zh: '请用 pp_days、pp_add_days、pp_add_months；秒数用 pp_epoch。',
    },
  },
  'sql.date_with_instant': {
    severity: 'error',
    what: {
      en: 'A calendar date is compared with an instant.',
      zh: '日历日期与时刻相比较。',
    },
    todo: {
      en: 'Compare dates: pp_date(instant).',
      zh: '请比较日期：pp_date(时刻)。',
    },
  },
  'sql.function': {
    severity: 'error',
    what: {
      en: '{function} is not the same on every engine.',
      zh: '{function} 在各引擎中不一致。',
    },
    todo: {
      en: 'Use: {instead}.',
      zh: '请使用：{instead}。',
    },
  },
  'sql.mixed_kinds': {
    severity: 'error',
    what: {
      en: '{first} is compared with {second}, which some engines convert and others refuse.',
      zh: '{first} 与 {second} 相比较：有的引擎会转换，有的会拒绝。',
    },
    todo: {
      en: 'Compare like with like; CAST one side if that is what is meant.',
      zh: '请比较同类的值；确有需要时请用 CAST 转换一侧。',
    },
  },
  'sql.name_form': {
    severity: 'error',
    what: {
      en: "The name '{name}' is no lower-case snake_case.",
      zh: '名称“{name}”不是小写下划线形式。',
    },
    todo: {
      en: 'Use a-z, 0-9 and _.',
      zh: '请只用 a-z、0-9 与 _。',
    },
  },
  'sql.not_row': {
    severity: 'error',
    what: {
      en: '{construct} looks beyond one row of one table, and `check: row` decides on one alone.',
      zh: '{construct} 超出单表单行，而 check: row 只凭一行判断。',
    },
    todo: {
      en: 'Write `check: set`, or decide on the row alone.',
      zh: '请写 check: set，或改为只凭该行判断。',
    },
  },
  'sql.null_order': {
    severity: 'error',
    what: {
      en: 'ORDER BY without a place for NULLs differs between engines.',
      zh: 'ORDER BY 未写明 NULL 的位置，各引擎默认不同。',
    },
    todo: {
      en: 'Add NULLS FIRST or NULLS LAST.',
      zh: '请加上 NULLS FIRST 或 NULLS LAST。',
    },
  },
  'sql.operator': {
    severity: 'error',
    what: {
      en: 'The operator {operator} does not mean the same on every engine.',
      zh: '运算符 {operator} 在各引擎中含义不一。',
    },
    todo: {
      en: 'Use: {instead}.',
      zh: '请使用：{instead}。',
    },
  },
  'sql.pattern': {
    severity: 'error',
    what: {
      en: 'The pattern cannot be matched alike and in linear time everywhere: {seen}.',
      zh: '该模式无法在各引擎中以线性时间一致匹配：{seen}。',
    },
    todo: {
      en: 'See the patterns of docs/reference/provision-format.md.',
      zh: '可用的写法见 docs/reference/provision-format.md。',
    },
  },
  'sql.quoted_name': {
    severity: 'error',
    what: {
      en: 'The quoted name {name} is text on some engines.',
      zh: '带引号的名称 {name} 在某些引擎中是文本。',
    },
    todo: {
      en: 'Write the bare name, lower-case.',
      zh: '请写不带引号的小写名称。',
    },
  },
  'sql.reserved_word': {
    severity: 'error',
    what: {
      en: "'{word}' is a word of the language on some engine.",
      zh: '“{word}”在某些引擎中是保留字。',
    },
    todo: {
      en: 'Choose another name.',
      zh: '请换一个名称。',
    },
  },
  'sql.result_columns': {
    severity: 'error',
    what: {
      en: 'The result has columns {seen}.',
      zh: '结果列为 {seen}。',
    },
    todo: {
      en: 'It must have {expected}.',
      zh: '应为 {expected}。',
    },
  },
  'sql.row_subject': {
    severity: 'error',
    what: {
      en: '`check: row` decides on a row of {subject}, and the statement reads {table}.',
      zh: 'check: row 凭 {subject} 的一行判断，而语句读取的是 {table}。',
    },
    todo: {
      en: "Read the subject's own table, imported rather than derived; or write `check: set`.",
      zh: '请只读取 subject 所指的导入表（非派生表），或写 check: set。',
    },
  },
  'sql.row_type': {
    severity: 'error',
    what: {
      en: 'Without a database this would not come out the same: {reason}.',
      zh: '脱离数据库时结果会不一致：{reason}。',
    },
    todo: {
      en: 'CAST one side to the type of the other, or write `check: set`.',
      zh: '请用 CAST 转为同一类型，或写 check: set。',
    },
  },
  'sql.syntax': {
    severity: 'error',
    what: {
      en: 'This is not valid SQL: {message}.',
      zh: 'SQL 有误：{message}。',
    },
    todo: {
      en: 'Mend it at the place shown.',
      zh: '请在所示位置修正。',
    },
  },
  'sql.undeclared_column': {
    severity: 'error',
    what: {
      en: 'Column {table}.{column} is read and not declared.',
      zh: '读取了未声明的列 {table}.{column}。',
    },
    todo: {
      en: 'Add it to `reads`, with ? when the test can do without it.',
      zh: '请加入 reads；可缺省的列后加 ?。',
    },
  },
  'sql.undeclared_table': {
    severity: 'error',
    what: {
      en: 'Table {table} is read and not declared.',
      zh: '读取了未声明的表 {table}。',
    },
    todo: {
      en: 'Add it to `reads` with its columns.',
      zh: '请连同其列加入 reads。',
    },
  },
  'sql.unknown_column': {
    severity: 'error',
    what: {
      en: "No table here has a column '{column}'.",
      zh: '此处各表都没有列“{column}”。',
    },
    todo: {
      en: "Check its spelling, or give a subquery's column a name with AS.",
      zh: '请检查拼写，或用 AS 为子查询的列命名。',
    },
  },
  'sql.unknown_parameter': {
    severity: 'error',
    what: {
      en: '${parameter} is not declared.',
      zh: '${parameter} 未声明。',
    },
    todo: {
      en: 'Add it to `parameters`; $as_of and $time_zone are always there.',
      zh: '请加入 parameters;$as_of 与 $time_zone 始终可用。',
    },
  },
  'sql.unknown_table': {
    severity: 'error',
    what: {
      en: "There is no table '{table}'.",
      zh: '没有表“{table}”。',
    },
    todo: {
      en: 'Use a canonical table (order is `orders`), or a WITH query of this statement.',
      zh: '请使用标准表（order 写作 orders）或本语句的 WITH 查询。',
    },
  },
  'sql.unused_parameter': {
    severity: 'error',
    what: {
      en: 'Parameter {parameter} is declared and not used.',
      zh: '声明了参数 {parameter} 却未使用。',
    },
    todo: {
      en: 'Use ${parameter} in the SQL, or remove it.',
      zh: '请在 SQL 中使用 ${parameter}，或删除该参数。',
    },
  },
  'sql.unused_read': {
    severity: 'error',
    what: {
      en: 'Column {table}.{column} is declared and not read.',
      zh: '声明了列 {table}.{column} 却未读取。',
    },
    todo: {
      en: 'Remove it from `reads`: it would make the provision ask for more than it needs.',
      zh: '请从 reads 中删除，以免条款索取不需要的数据。',
    },
  },
} as const;
