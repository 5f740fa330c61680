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
  'spark.batch_here': {
    severity: 'error',
    what: {
      en: '{path} is no folder of this machine, and a batch is written to one.',
      zh: '{path} 不是本机文件夹，批处理须写入本机文件夹。',
    },
    todo: {
      en: 'Give a folder, and copy it to where Spark opens it.',
      zh: '请给出本机文件夹，再复制到 Spark 可读处。',
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
  'spark.damaged_result': {
    severity: 'error',
    what: {
      en: '{path} is not there, or not as Spark wrote it.',
      zh: '{path} 缺失，或与 Spark 写出时不一致。',
    },
    todo: {
      en: 'Copy the folder of results again, or run run.py again.',
      zh: '请重新复制结果文件夹，或重新运行 run.py。',
    },
  },
  'spark.foreign_results': {
    severity: 'error',
    what: {
      en: '{path} is the receipt of another batch.',
      zh: '{path} 不是本批处理的回执。',
    },
    todo: {
      en: 'Run run.py of this very folder, and bring its results here.',
      zh: '请运行本文件夹中的 run.py，并取回其结果。',
    },
  },
  'spark.no_batch': {
    severity: 'error',
    what: { en: 'There is no batch in {path}.', zh: '{path} 中没有批处理。' },
    todo: {
      en: 'Give the folder that polyprism spark batch wrote with --out.',
      zh: '请给出 polyprism spark batch 以 --out 写出的文件夹。',
    },
  },
  'spark.no_results': {
    severity: 'error',
    what: {
      en: 'Spark has not run this batch to its end: there is no {path}.',
      zh: 'Spark 尚未运行完本批处理：缺少 {path}。',
    },
    todo: {
      en: 'Run run.py with spark-submit; its receipt comes last.',
      zh: '请用 spark-submit 运行 run.py；回执最后写出。',
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
  'spark.other_statement': {
    severity: 'error',
    what: {
      en: 'The batch in {path} has no answer to what is asked now.',
      zh: '{path} 中的批处理没有现在所需的答案。',
    },
    todo: {
      en: 'Packs or software changed since it was written: write the batch again.',
      zh: '写出之后标准包或软件已变更：请重新写出批处理。',
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
