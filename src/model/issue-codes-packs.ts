/** What can be wrong with a pack and its provisions; part of `issueCodes`. */
export const packIssueCodes = {
  'calendar.unknown_year': {
    severity: 'error',
    what: {
      en: 'No calendar of working days is at hand for {year}.',
      zh: '没有 {year} 年的工作日历。',
    },
    todo: {
      en: 'Add calendar/{year}.yaml to the pack once the holiday notice is published.',
      zh: '放假安排通知发布后，请在标准包中加入 calendar/{year}.yaml。',
    },
  },
  'pack.article_twice': {
    severity: 'error',
    what: {
      en: 'There already is a row for {article} of this law.',
      zh: '该法的 {article} 已有一行。',
    },
    todo: {
      en: 'Keep one row; say in it what else the article asks for, or name the paragraph.',
      zh: '请只留一行；条文另有要求的写在同一行，或写明款项。',
    },
  },
  'pack.bad_date': {
    severity: 'error',
    what: {
      en: "'{seen}' is no calendar date.",
      zh: '“{seen}”不是有效日期。',
    },
    todo: {
      en: 'Write YYYY-MM-DD.',
      zh: '请写成 YYYY-MM-DD。',
    },
  },
  'pack.bad_id': {
    severity: 'error',
    what: { en: "'{id}' is no id.", zh: '“{id}”不能作为编号。' },
    todo: {
      en: 'Use a-z, 0-9, - and _, dots between words; a pack takes the name of its folder.',
      zh: '请用小写字母、数字、- 和 _，词间用点；标准包以文件夹名为编号。',
    },
  },
  'pack.file_name': {
    severity: 'error',
    what: {
      en: 'The file is not named after its provision.',
      zh: '文件名与条款编号不符。',
    },
    todo: {
      en: 'Name it {expected}.',
      zh: '请命名为 {expected}。',
    },
  },
  'pack.folder_not_empty': {
    severity: 'error',
    what: { en: 'There already is something in {path}.', zh: '{path} 中已有内容。' },
    todo: {
      en: 'Name a new folder; nothing is overwritten.',
      zh: '请指定新文件夹；已有内容不会被覆盖。',
    },
  },
  'pack.id_taken': {
    severity: 'error',
    what: {
      en: 'Packs {first} and {second} both hold a provision {id}.',
      zh: '标准包 {first} 与 {second} 都含有条款 {id}。',
    },
    todo: {
      en: 'Load one of them, or rename the provision.',
      zh: '请只加载其一，或更改条款编号。',
    },
  },
  'pack.list_taken': {
    severity: 'error',
    what: {
      en: 'Packs {first} and {second} both hold a term list {id}.',
      zh: '标准包 {first} 与 {second} 都含有词表 {id}。',
    },
    todo: {
      en: 'Load one of them, or rename the list: a hit is told by the id of its list.',
      zh: '请只加载其一，或更改词表编号：命中以词表编号区分。',
    },
  },
  'pack.missing_key': {
    severity: 'error',
    what: {
      en: "The key '{key}' is missing.",
      zh: '缺少键“{key}”。',
    },
    todo: {
      en: 'Add it; docs/reference/provision-format.md shows the form.',
      zh: '请补上；格式见 docs/reference/provision-format.md。',
    },
  },
  'pack.missing_section': {
    severity: 'error',
    what: {
      en: "The section '{section}' is missing or empty.",
      zh: '缺少章节“{section}”或其为空。',
    },
    todo: {
      en: 'Write it, in Chinese and in English.',
      zh: '请补写，中英文各一。',
    },
  },
  'pack.no_front_matter': {
    severity: 'error',
    what: {
      en: 'The file does not begin with front matter.',
      zh: '文件开头没有元数据。',
    },
    todo: {
      en: 'Begin it with --- , the keys in YAML, and --- again.',
      zh: '请以 --- 开头写 YAML 元数据，再以 --- 结束。',
    },
  },
  'pack.no_pack_file': {
    severity: 'error',
    what: {
      en: 'The folder has no pack.yaml.',
      zh: '文件夹中没有 pack.yaml。',
    },
    todo: {
      en: 'Add one with id, version, publisher, title, jurisdiction and time_zone.',
      zh: '请添加，写明 id、version、publisher、title、jurisdiction、time_zone。',
    },
  },
  'pack.no_sql': {
    severity: 'error',
    what: {
      en: "The section '{section}' has no SQL.",
      zh: '章节“{section}”中没有 SQL。',
    },
    todo: {
      en: 'Put it between ```sql and ```.',
      zh: '请写在 ```sql 与 ``` 之间。',
    },
  },
  'pack.no_test': {
    severity: 'error',
    what: {
      en: 'The provision has no test file.',
      zh: '条款没有测试文件。',
    },
    todo: {
      en: 'Write {file}: a breach, a case just inside, a NULL, a day too early.',
      zh: '请编写 {file}：违反、临界合规、缺值、生效前一日各一例。',
    },
  },
  'pack.not_covered': {
    severity: 'warning',
    what: {
      en: 'No row of coverage.yaml names {id}.',
      zh: 'coverage.yaml 中没有一行列出 {id}。',
    },
    todo: {
      en: 'Add it to the row of the article it tests.',
      zh: '请将其加入所测条文的一行。',
    },
  },
  'pack.parameter_gap': {
    severity: 'error',
    what: {
      en: 'Parameter {parameter} has no value on {day}, while the provision is in force.',
      zh: '参数 {parameter} 在条款施行期间的 {day} 没有取值。',
    },
    todo: {
      en: 'Add a value that covers the day.',
      zh: '请补上覆盖该日的取值。',
    },
  },
  'pack.parameter_overlap': {
    severity: 'error',
    what: {
      en: 'Parameter {parameter} has two values on {day}.',
      zh: '参数 {parameter} 在 {day} 有两个取值。',
    },
    todo: {
      en: 'End the earlier one the day before.',
      zh: '请让前一取值于前一日终止。',
    },
  },
  'pack.period_reversed': {
    severity: 'error',
    what: {
      en: 'The period ends on {to}, before it begins on {from}.',
      zh: '期间于 {to} 结束，早于开始日 {from}。',
    },
    todo: {
      en: 'Check both dates.',
      zh: '请核对两个日期。',
    },
  },
  'pack.read_twice': {
    severity: 'error',
    what: {
      en: 'Column {table}.{column} is listed twice.',
      zh: '列 {table}.{column} 重复列出。',
    },
    todo: {
      en: 'Remove one of them.',
      zh: '请删去其一。',
    },
  },
  'pack.row_indication': {
    severity: 'error',
    what: {
      en: 'Every provision of this row finds an indication; that is not tested.',
      zh: '该行的条款都只给出迹象，不能算已测试。',
    },
    todo: {
      en: 'Write approximate, and say in reason what a person has to look at.',
      zh: '请改为 approximate，并在 reason 中写明须由人查看什么。',
    },
  },
  'pack.row_provisions': {
    severity: 'error',
    what: {
      en: 'Number of provisions named by a row that is {status}: {count}.',
      zh: '状态为 {status} 的一行列出的条款数：{count}。',
    },
    todo: {
      en: 'tested and approximate rest on at least one provision; open and not_testable on none.',
      zh: 'tested 与 approximate 至少列出一个条款；open 与 not_testable 不列条款。',
    },
  },
  'pack.row_reason': {
    severity: 'error',
    what: {
      en: 'A row that is {status} gives no reason.',
      zh: '状态为 {status} 的一行没有写明理由。',
    },
    todo: {
      en: 'Say in reason, in zh and en, what is not tested, and why.',
      zh: '请在 reason 中用中英文写明未测什么、为什么。',
    },
  },
  'pack.sheet_twice': {
    severity: 'error',
    what: {
      en: 'sheets.yaml has two sheets with the id {id}.',
      zh: 'sheets.yaml 中有两张判断表的编号同为 {id}。',
    },
    todo: {
      en: 'Give one of them another id, or put their questions together.',
      zh: '请更改其中一个编号，或合并其问题。',
    },
  },
  'pack.stray_test': {
    severity: 'error',
    what: {
      en: '{file} tests no provision.',
      zh: '{file} 没有对应的条款。',
    },
    todo: {
      en: "Name it like the provision's .md file.",
      zh: '请与条款的 .md 文件同名。',
    },
  },
  'pack.too_large': {
    severity: 'error',
    what: {
      en: 'The file is larger than {limit} bytes.',
      zh: '文件超过 {limit} 字节。',
    },
    todo: {
      en: 'A pack holds texts only; check what this file is.',
      zh: '标准包只含文本，请检查此文件。',
    },
  },
  'pack.too_many_files': {
    severity: 'error',
    what: {
      en: 'The folder holds more than {limit} files.',
      zh: '文件夹中的文件超过 {limit} 个。',
    },
    todo: {
      en: 'Give the folder of one pack.',
      zh: '请指定单个标准包的文件夹。',
    },
  },
  'pack.unknown_column': {
    severity: 'error',
    what: {
      en: "Table {table} has no column '{column}'.",
      zh: '表 {table} 没有列“{column}”。',
    },
    todo: {
      en: 'It has: {known}.',
      zh: '可用的列：{known}。',
    },
  },
  'pack.unknown_key': {
    severity: 'error',
    what: {
      en: "The key '{key}' is unknown here.",
      zh: '此处没有键“{key}”。',
    },
    todo: {
      en: 'Known keys: {known}.',
      zh: '可用的键：{known}。',
    },
  },
  'pack.unknown_placeholder': {
    severity: 'error',
    what: {
      en: 'The explanation uses {placeholder}, which the test does not return.',
      zh: '说明中的 {placeholder} 不在测试结果之中。',
    },
    todo: {
      en: 'Use one of: {known}.',
      zh: '可用的有：{known}。',
    },
  },
  'pack.unknown_section': {
    severity: 'error',
    what: {
      en: "The section '{section}' is unknown, or there twice.",
      zh: '章节“{section}”未知或重复。',
    },
    todo: {
      en: 'Sections, once each: {known}.',
      zh: '各章节只出现一次：{known}。',
    },
  },
  'pack.unknown_provision': {
    severity: 'error',
    what: {
      en: "No provision of this pack is called '{id}'.",
      zh: '本标准包中没有编号为“{id}”的条款。',
    },
    todo: {
      en: 'Write the id as the file is named, without .md and without a day.',
      zh: '请按文件名书写编号，不带 .md 与日期。',
    },
  },
  'pack.unknown_table': {
    severity: 'error',
    what: {
      en: "There is no table '{table}'.",
      zh: '没有表“{table}”。',
    },
    todo: {
      en: 'docs/reference/tables.md lists them.',
      zh: '可用的表见 docs/reference/tables.md。',
    },
  },
  'pack.version_overlap': {
    severity: 'error',
    what: {
      en: 'Two versions of {id} of one rank are in force on the same day; the other is {other}.',
      zh: '{id} 有两个位阶相同的版本在同一日施行，另一个是 {other}。',
    },
    todo: {
      en: 'End the earlier version the day before the later begins.',
      zh: '请让较早版本在较晚版本施行前一日终止。',
    },
  },
  'pack.wrong_value': {
    severity: 'error',
    what: {
      en: "'{seen}' does not fit here.",
      zh: '“{seen}”不符合要求。',
    },
    todo: {
      en: 'Expected: {expected}.',
      zh: '应为：{expected}。',
    },
  },
  'pack.yaml': {
    severity: 'error',
    what: {
      en: 'This is not valid YAML: {message}.',
      zh: 'YAML 有误：{message}。',
    },
    todo: {
      en: 'Mend it at the place shown; quote texts with : or # in them.',
      zh: '请在所示位置修正；含 : 或 # 的文本请加引号。',
    },
  },
  'provision.failed': {
    severity: 'error',
    what: {
      en: 'Provision {provision} could not be evaluated: {message}.',
      zh: '条款 {provision} 未能求值：{message}。',
    },
    todo: {
      en: 'Nothing is reported rather than a false pass. Check the pack and report the fault.',
      zh: '为避免误报合规，本次不出结果。请检查标准包并反馈该问题。',
    },
  },
  'snapshot.unreadable': {
    severity: 'error',
    what: {
      en: '{path} is no account of a snapshot as this version writes it.',
      zh: '{path} 不是本版本写出的快照说明。',
    },
    todo: {
      en: 'Run inspect on the data again; it writes the snapshot anew.',
      zh: '请对数据重新运行 inspect，以重写快照。',
    },
  },
} as const;
