/** What can go wrong with objects in storage that speaks S3; part of `issueCodes`. */
export const storageIssueCodes = {
  's3.access_denied': {
    severity: 'error',
    what: { en: 'Storage refuses access ({reason}).', zh: '对象存储拒绝访问（{reason}）。' },
    todo: {
      en:
        'Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, and what the key ' +
        'may do in this bucket. Without a key only what everybody may read can be read.',
      zh:
        '请检查 AWS_ACCESS_KEY_ID 与 AWS_SECRET_ACCESS_KEY 或 AWS_PROFILE，以及该密钥在此存储桶' +
        '的权限。未提供密钥时，只能读取公开对象。',
    },
  },
  's3.bad_endpoint': {
    severity: 'error',
    what: { en: 'The address of the storage is none.', zh: '对象存储的服务地址无效。' },
    todo: {
      en: 'Set AWS_ENDPOINT_URL_S3 to https://host, with no user, password or question in it.',
      zh: '请将 AWS_ENDPOINT_URL_S3 设为 https://主机，不含用户名、密码与查询参数。',
    },
  },
  's3.bad_name': {
    severity: 'error',
    what: {
      en: 'An object of this name cannot be read: part of it means another place.',
      zh: '无法读取该名称的对象：其中一部分指向别处。',
    },
    todo: {
      en: 'Give the object a name without . or .. between slashes and without control characters.',
      zh: '请改用斜杠之间不含 . 或 ..、不含控制字符的对象名。',
    },
  },
  's3.bad_url': {
    severity: 'error',
    what: { en: 'This is no address of an object.', zh: '不是有效的对象地址。' },
    todo: {
      en: 'Write s3://bucket/key or s3://bucket/folder/, with no user or password in it.',
      zh: '请写成 s3://存储桶/对象名 或 s3://存储桶/文件夹/，不含用户名与密码。',
    },
  },
  's3.broken_answer': {
    severity: 'error',
    what: {
      en: 'What came is no answer of S3: {reason} is missing or makes no sense.',
      zh: '收到的应答不符合 S3 接口：{reason} 缺失或无意义。',
    },
    todo: {
      en: 'Check that AWS_ENDPOINT_URL_S3 is the address of its S3 interface.',
      zh: '请检查 AWS_ENDPOINT_URL_S3 是否为其 S3 接口地址。',
    },
  },
  's3.changed': {
    severity: 'error',
    what: {
      en: 'The object was replaced or deleted while it was read.',
      zh: '读取过程中该对象被替换或删除。',
    },
    todo: {
      en: 'Nothing is concluded from it. Run again when nobody writes there.',
      zh: '不据此作任何判断。请在无人写入时重新运行。',
    },
  },
  's3.damaged': {
    severity: 'error',
    what: {
      en: 'This is not what was put there: its SHA-256 or length is another.',
      zh: '该对象与写入时不符：SHA-256 或长度不同。',
    },
    todo: {
      en: 'Nothing of the folder is used. Make it anew.',
      zh: '该文件夹一概不予采用。请重新生成。',
    },
  },
  's3.failed': {
    severity: 'error',
    what: { en: 'Storage could not do it ({reason}).', zh: '对象存储未能执行（{reason}）。' },
    todo: {
      en: 'Look for this code in the documentation of the storage.',
      zh: '请在该对象存储的文档中查找此代码。',
    },
  },
  's3.incomplete': {
    severity: 'error',
    what: {
      en: 'There is no object of this name, and no folder that was written to its end.',
      zh: '没有该名称的对象，也没有完整写入的文件夹。',
    },
    todo: {
      en:
        'A folder that Polyprism wrote has an object beside it that ends in .objects.json; it is ' +
        'put there last. Write the folder again, or fetch it with another program.',
      zh:
        'Polyprism 写入的文件夹旁有一个以 .objects.json 结尾的对象，最后才写入。' +
        '请重新写入该文件夹，或先用其他程序下载。',
    },
  },
  's3.no_bucket': {
    severity: 'error',
    what: { en: 'There is no such bucket.', zh: '没有这个存储桶。' },
    todo: {
      en: 'Check its name, and AWS_ENDPOINT_URL_S3 where the storage is not that of Amazon.',
      zh: '请检查其名称；若非 Amazon 的存储，请检查 AWS_ENDPOINT_URL_S3。',
    },
  },
  's3.no_profile': {
    severity: 'error',
    what: {
      en: 'Neither ~/.aws/config nor ~/.aws/credentials has a profile {profile}.',
      zh: '~/.aws/config 与 ~/.aws/credentials 中均无配置 {profile}。',
    },
    todo: { en: 'Check AWS_PROFILE.', zh: '请检查 AWS_PROFILE。' },
  },
  's3.not_found': {
    severity: 'error',
    what: { en: 'There is no object of this name.', zh: '没有该名称的对象。' },
    todo: {
      en: 'Check the name; + and % in it mean themselves.',
      zh: '请检查名称；其中的 + 与 % 即其本身。',
    },
  },
  's3.other_region': {
    severity: 'error',
    what: { en: 'The bucket is in another region: {region}.', zh: '存储桶在另一地域：{region}。' },
    todo: { en: 'Set AWS_REGION to it.', zh: '请将 AWS_REGION 设为该地域。' },
  },
  's3.passed_over': {
    severity: 'warning',
    what: {
      en: 'An object was not read: part of its name means another place.',
      zh: '有对象未读取：其名称的一部分指向别处。',
    },
    todo: {
      en: 'Give it another name if it holds data.',
      zh: '如其中有数据，请改名。',
    },
  },
  's3.person_key': {
    severity: 'error',
    what: {
      en: 'The key of the pseudonyms is never in the bucket with them.',
      zh: '人员假名密钥不与假名同在一个存储桶。',
    },
    todo: {
      en:
        'Name a file of this machine with --person-key: 32 random bytes or more, ' +
        'as `openssl rand -out person.key 32` makes them.',
      zh:
        '请用 --person-key 指定本机文件：至少32个随机字节，' +
        '可用 `openssl rand -out person.key 32` 生成。',
    },
  },
  's3.unreachable': {
    severity: 'error',
    what: { en: 'Storage does not answer: {reason}.', zh: '对象存储无应答：{reason}。' },
    todo: {
      en:
        'Check AWS_ENDPOINT_URL_S3 and the network. For a certificate of your own authority ' +
        'set NODE_EXTRA_CA_CERTS.',
      zh: '请检查 AWS_ENDPOINT_URL_S3 与网络。自建证书机构请设置 NODE_EXTRA_CA_CERTS。',
    },
  },
} as const;
