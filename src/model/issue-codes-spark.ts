/** What can be wrong with an engine beyond this machine; part of `issueCodes`. */
export const sparkIssueCodes = {
  'spark.bad_url': {
    severity: 'error',
    what: { en: 'This is no address of a HiveServer2.', zh: '不是有效的 HiveServer2 地址。' },
    todo: {
      en:
        'Write hive2://host:port/database, with ;auth=noSasl, ;transportMode=http;httpPath=…, ' +
        ';ssl=true, ;user=… or ;password=… where needed.',
      zh:
        '请写成 hive2://主机:端口/库名，需要时加 ;auth=noSasl、;transportMode=http;httpPath=…、' +
        ';ssl=true、;user=…、;password=…。',
    },
  },
  'spark.broken_answer': {
    severity: 'error',
    what: {
      en: 'What came from the server is no answer of a HiveServer2: {reason}.',
      zh: '服务器的应答不符合 HiveServer2 协议：{reason}。',
    },
    todo: {
      en: 'Check port, auth and transportMode in the address.',
      zh: '请检查地址中的端口、auth 与 transportMode。',
    },
  },
  'spark.other_rows': {
    severity: 'error',
    what: {
      en: 'Spark sees {seen} rows of {table}, and there are {rows}.',
      zh: 'Spark 读到 {table} 的 {seen} 行，而实有 {rows} 行。',
    },
    todo: {
      en: 'See that --engine-path names the very folder of --out, without * ? [ ] { }.',
      zh: '请确认 --engine-path 即为 --out 所在文件夹，且路径不含 * ? [ ] { }。',
    },
  },
  'spark.refused': {
    severity: 'error',
    what: { en: 'The server lets nobody in so: {reason}.', zh: '服务器拒绝登录：{reason}。' },
    todo: { en: 'Check user and password.', zh: '请检查用户名与密码。' },
  },
  'spark.statement_failed': {
    severity: 'error',
    what: {
      en: 'Spark could not run a statement: {message}.',
      zh: 'Spark 执行语句失败：{message}。',
    },
    todo: {
      en: 'Nothing is concluded from it. Look into the log of the Spark server.',
      zh: '不据此作任何判断。请查看 Spark 服务器日志。',
    },
  },
  'spark.too_many_rows': {
    severity: 'error',
    what: {
      en: 'A statement gives more than {limit} rows, more than are held in memory.',
      zh: '一条语句的结果超过 {limit} 行，内存不予容纳。',
    },
    todo: {
      en: 'Inspect a part of the data: a platform, a region or a span of time.',
      zh: '请分部分检查：按平台、地区或时间段。',
    },
  },
  'spark.unreachable': {
    severity: 'error',
    what: { en: '{server} does not answer: {reason}.', zh: '{server} 无应答：{reason}。' },
    todo: {
      en: 'See that the Thrift server or gateway runs there, and that the port is open.',
      zh: '请确认 Thrift 服务器或网关已在该处运行，且端口可达。',
    },
  },
} as const;
