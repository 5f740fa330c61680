/** What a command line can get wrong; part of `issueCodes`. */
export const cliIssueCodes = {
  'appraise.unreadable': {
    severity: 'error',
    what: { en: '{path} is no appraisal.json.', zh: '{path} 不是 appraisal.json。' },
    todo: {
      en: 'Give the file that polyprism appraise wrote.',
      zh: '请给出 polyprism appraise 写出的该文件。',
    },
  },
  'check.bad_value': {
    severity: 'error',
    what: {
      en: '{seen} is no value of {table}.{column}, which holds {expected}.',
      zh: '{seen} 不能作为 {table}.{column} 的值，该列类型为 {expected}。',
    },
    todo: {
      en: 'Money is minor units, a date 2026-01-31, an instant 2026-01-31T08:00:00Z.',
      zh: '金额以最小单位计，日期写 2026-01-31，时刻写 2026-01-31T08:00:00Z。',
    },
  },
  'check.no_record': {
    severity: 'error',
    what: { en: 'This is no JSON record: {seen}.', zh: '这不是 JSON 记录：{seen}。' },
    todo: {
      en: 'Give an object, an array of objects, or an object on each line.',
      zh: '请给出一个对象、对象数组，或每行一个对象。',
    },
  },
  'check.no_table': {
    severity: 'error',
    what: { en: 'Nothing says of which table the record is.', zh: '未注明该记录属于哪个表。' },
    todo: {
      en: 'Give it a "table", or the command --table; docs/reference/tables.md lists them.',
      zh: '请在记录中写 "table"，或使用 --table；可用的表见 docs/reference/tables.md。',
    },
  },
  'check.too_large': {
    severity: 'error',
    what: { en: '{path} is larger than {limit} bytes.', zh: '{path} 超过 {limit} 字节。' },
    todo: { en: 'Give whole data sets to inspect.', zh: '整套数据请用 inspect。' },
  },
  'check.unknown_column': {
    severity: 'error',
    what: {
      en: "A record of {table} has no column '{column}'.",
      zh: '{table} 的记录没有列“{column}”。',
    },
    todo: { en: 'There are {expected}.', zh: '可用的列：{expected}。' },
  },
  'check.unknown_table': {
    severity: 'error',
    what: { en: "There is no table '{table}' to check.", zh: '没有可检查的表“{table}”。' },
    todo: {
      en: 'docs/reference/tables.md lists them; those worked out of others cannot be given.',
      zh: '可用的表见 docs/reference/tables.md；推算表不能直接给出。',
    },
  },
  'cli.demo_refused': {
    severity: 'error',
    what: {
      en: 'The demonstration could not be filled: {why}',
      zh: '演示数据未能写入：{why}',
    },
    todo: {
      en: 'This is a fault of the program. `polyprism serve` works without the demonstration.',
      zh: '这是程序缺陷。`polyprism serve` 不依赖演示数据，可直接使用。',
    },
  },
  'cli.bad_charset': {
    severity: 'error',
    what: { en: "'{value}' is no character set.", zh: '“{value}”不是字符集名称。' },
    todo: {
      en: 'Name it as the database or the web does: utf8, gbk, gb18030, big5, latin1.',
      zh: '请使用数据库或网页通用的名称，例如 utf8、gbk、gb18030、big5、latin1。',
    },
  },
  'cli.bad_currency': {
    severity: 'error',
    what: { en: "'{value}' is no ISO 4217 currency.", zh: '“{value}”不是 ISO 4217 货币代码。' },
    todo: { en: 'Write it as CNY, HKD or USD.', zh: '请写成 CNY、HKD、USD 之类。' },
  },
  'cli.bad_date': {
    severity: 'error',
    what: { en: "'{value}' is no day of the calendar.", zh: '“{value}”不是有效日期。' },
    todo: { en: 'Write it as 2026-01-31.', zh: '请写成 2026-01-31。' },
  },
  'cli.bad_engine': {
    severity: 'error',
    what: { en: '{value} is no engine.', zh: '{value} 不是可用的引擎。' },
    todo: { en: 'Write duckdb or spark.', zh: '请填写 duckdb 或 spark。' },
  },
  'cli.bad_engine_tables': {
    severity: 'error',
    what: {
      en: '{value} is no place of tables.',
      zh: '{value} 不是有效的表所在位置。',
    },
    todo: {
      en:
        'Write iceberg:catalog.namespace, in letters, digits and underscores; or parquet: and ' +
        'the folder as Spark names it (file:/data/mall, s3a://lake/mall), without * ? [ ] { }.',
      zh:
        '请写成 iceberg:目录.命名空间，仅含字母、数字与下划线；' +
        '或 parquet: 加 Spark 一侧的文件夹地址' +
        '（file:/data/mall、s3a://lake/mall），不含 * ? [ ] { }。',
    },
  },
  'cli.bad_forest': {
    severity: 'error',
    what: { en: '{value} makes no forest.', zh: '{value} 不是可用的网络算法。' },
    todo: { en: 'Write kernels, sql or both.', zh: '请填写 kernels、sql 或 both。' },
  },
  'cli.bad_format': {
    severity: 'error',
    what: { en: "'{value}' is no format of the report.", zh: '“{value}”不是报告格式。' },
    todo: { en: 'There are {names}; commas between them.', zh: '可选：{names}，以逗号分隔。' },
  },
  'cli.bad_language': {
    severity: 'error',
    what: { en: "'{value}' is no language of Polyprism.", zh: '不支持语言“{value}”。' },
    todo: { en: 'There are zh and en.', zh: '可选 zh 或 en。' },
  },
  'cli.bad_market': {
    severity: 'error',
    what: {
      en: "'{value}' is no market of a lawful platform.",
      zh: '没有市场“{value}”的守法平台。',
    },
    todo: { en: 'There are {names}.', zh: '可选：{names}。' },
  },
  'cli.bad_memory': {
    severity: 'error',
    what: { en: "'{value}' is no amount of memory.", zh: '“{value}”不是内存大小。' },
    todo: { en: 'Write it as 800MB or 4GB.', zh: '请写成 800MB 或 4GB。' },
  },
  'cli.bad_number': {
    severity: 'error',
    what: {
      en: "'{value}' is no whole number from {min} to {max}.",
      zh: '“{value}”不是 {min} 至 {max} 的整数。',
    },
    todo: { en: 'Give one.', zh: '请改为该范围内的整数。' },
  },
  'cli.bad_network': {
    severity: 'error',
    what: {
      en: "'{value}' is neither an address nor a network.",
      zh: '“{value}”既不是地址，也不是网段。',
    },
    todo: {
      en: 'Write 10.0.0.1 or 10.0.0.0/8, or the same for IPv6.',
      zh: '请写成 10.0.0.1 或 10.0.0.0/8，IPv6 同理。',
    },
  },
  'cli.bad_public_url': {
    severity: 'error',
    what: {
      en: "'{value}' is no address users could type.",
      zh: '“{value}”不是用户可访问的地址。',
    },
    todo: {
      en: 'Give scheme, host and port alone, such as https://polyprism.example.',
      zh: '请只写协议、主机与端口，例如 https://polyprism.example。',
    },
  },
  'cli.bad_second_factor': {
    severity: 'error',
    what: { en: "'{value}' is neither required nor offered.", zh: '“{value}”不是有效取值。' },
    todo: { en: 'Say required or offered.', zh: '请写 required 或 offered。' },
  },
  'cli.bad_time_zone': {
    severity: 'error',
    what: { en: "'{value}' is no IANA time zone.", zh: '“{value}”不是 IANA 时区。' },
    todo: { en: 'Write it as Asia/Shanghai.', zh: '请写成 Asia/Shanghai。' },
  },
  'cli.bad_unit_costs': {
    severity: 'error',
    what: { en: '{path} holds no unit costs.', zh: '{path} 不是单位成本文件。' },
    todo: {
      en: 'Give the file that `npm run bench -- --only unit-costs` wrote.',
      zh: '请给出 `npm run bench -- --only unit-costs` 写出的文件。',
    },
  },
  'cli.engine_url': {
    severity: 'error',
    what: {
      en:
        '--engine spark and an address (--engine-url, or POLYPRISM_ENGINE_URL) go together; ' +
        '--engine-path and --engine-tables go with both.',
      zh:
        '--engine spark 须与地址（--engine-url 或 POLYPRISM_ENGINE_URL）同时给出；' +
        '--engine-path、--engine-tables 须与二者同用。',
    },
    todo: {
      en: 'Give both, or neither to run provisions on this machine.',
      zh: '请同时给出；若在本机运行条款，则均不给出。',
    },
  },
  'cli.engine_url_password': {
    severity: 'error',
    what: {
      en: 'A password in --engine-url stands in the list of processes for all to read.',
      zh: '--engine-url 中的密码会出现在进程列表中，人人可见。',
    },
    todo: {
      en: 'Put the address into the environment as POLYPRISM_ENGINE_URL, without --engine-url.',
      zh: '请将地址写入环境变量 POLYPRISM_ENGINE_URL，并去掉 --engine-url。',
    },
  },
  'cli.lake_inputs': {
    severity: 'error',
    what: {
      en: 'Tables of parquet: are inspected in place, and there are inputs beside them.',
      zh: 'parquet: 所指各表就地检查，不能同时给出输入。',
    },
    todo: {
      en: 'Give no input, or no --engine-tables: inputs are imported, and Spark reads the import.',
      zh: '请不给输入，或不用 --engine-tables：输入会被导入，Spark 读取导入结果。',
    },
  },
  'cli.lake_reading': {
    severity: 'error',
    what: {
      en: '--map, --charset and --person-key say how inputs are read, and there are none.',
      zh: '--map、--charset、--person-key 用于读取输入，而此处没有输入。',
    },
    todo: {
      en: 'Leave them out: tables in place have canonical names, and pseudonyms already.',
      zh: '请去掉这些选项：就地检查的表使用标准名称，且已含假名。',
    },
  },
  'cli.missing_argument': {
    severity: 'error',
    what: { en: 'The argument {name} is missing.', zh: '缺少参数 {name}。' },
    todo: { en: '{try} says what goes there.', zh: '用法见 {try}。' },
  },
  'cli.missing_value': {
    severity: 'error',
    what: { en: 'The option {name} wants a value.', zh: '选项 {name} 缺少取值。' },
    todo: { en: '{try} says which.', zh: '用法见 {try}。' },
  },
  'cli.no_command': {
    severity: 'error',
    what: { en: 'No command was given.', zh: '未给出命令。' },
    todo: { en: 'Try {try}.', zh: '请试用 {try}。' },
  },
  'cli.out_inside_input': {
    severity: 'error',
    what: {
      en: 'The report would be written to {path}, inside the input: the next run would read it.',
      zh: '报告将写入输入文件夹内的 {path}，下次运行会把它当作数据读入。',
    },
    todo: { en: 'Give another folder with --out.', zh: '请用 --out 指定其他文件夹。' },
  },
  'cli.refused_by_system': {
    severity: 'error',
    what: { en: '{path}: the system says {reason}.', zh: '{path}：系统拒绝（{reason}）。' },
    todo: {
      en: 'Check permissions, free space and whether a file is in the way.',
      zh: '请检查权限、剩余空间，以及是否有同名文件。',
    },
  },
  'cli.too_many_arguments': {
    severity: 'error',
    what: { en: 'There are more arguments than the command takes.', zh: '参数过多。' },
    todo: { en: '{try} says which it takes.', zh: '用法见 {try}。' },
  },
  'cli.unknown_command': {
    severity: 'error',
    what: { en: "There is no command '{name}'.", zh: '没有命令“{name}”。' },
    todo: { en: 'Try {try}.', zh: '请试用 {try}。' },
  },
  'cli.unknown_option': {
    severity: 'error',
    what: { en: 'There is no option {name}.', zh: '没有选项 {name}。' },
    todo: { en: 'Try {try}.', zh: '请试用 {try}。' },
  },
  'cli.unknown_pack': {
    severity: 'error',
    what: {
      en: "'{name}' is no file, no folder and no pack that comes with Polyprism.",
      zh: '“{name}”不是文件或文件夹，也不是随附的标准包。',
    },
    todo: {
      en: 'Give the path of a pack, or one of {shipped}.',
      zh: '请给出标准包的路径，或使用随附的：{shipped}。',
    },
  },
  'waiver.unknown_provision': {
    severity: 'error',
    what: {
      en: 'The waiver is about {provision}, which no pack of this run has.',
      zh: '豁免所针对的 {provision} 不在本次使用的标准包中。',
    },
    todo: {
      en: 'Correct the id, or give the pack with --packs.',
      zh: '请更正编号，或用 --packs 指定该标准包。',
    },
  },
  'screen.unknown_list': {
    severity: 'error',
    what: { en: "There is no term list '{id}'.", zh: '没有词表“{id}”。' },
    todo: { en: 'There are {known}.', zh: '可用的词表：{known}。' },
  },
} as const;
