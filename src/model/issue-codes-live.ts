/** What can go wrong with events that arrive, and with the state made of them. */
export const liveIssueCodes = {
  'feed.no_key': {
    severity: 'error',
    what: { en: 'There is no key to send events with.', zh: '未提供发送事件所用的密钥。' },
    todo: {
      en: 'Set POLYPRISM_API_KEY to an API key with the scope events:write.',
      zh: '请将环境变量 POLYPRISM_API_KEY 设为具有 events:write 范围的 API 密钥。',
    },
  },
  'feed.no_source': {
    severity: 'error',
    what: {
      en: 'The stream {stream} cannot be read: {why}.',
      zh: '无法读取流 {stream}：{why}。',
    },
    todo: {
      en: 'Check the address, the credentials, and the names of stream and consumer.',
      zh: '请检查地址、凭据，以及流与消费者的名称。',
    },
  },
  'feed.stopped_by_server': {
    severity: 'error',
    what: {
      en: 'The server takes no events ({code}): {why_en}',
      zh: '服务器不接收事件（{code}）：{why_zh}',
    },
    todo: {
      en: 'What was not acknowledged stays in the stream; start again when this is put right.',
      zh: '未确认的消息仍保留在流中；解决后请重新启动。',
    },
  },
  'live.bad_batch': {
    severity: 'error',
    what: {
      en: 'The batch does not begin with its version; it says {seen}.',
      zh: '批次开头未注明版本，所见为 {seen}。',
    },
    todo: {
      en: 'Send a JSON array, or one value a line, whose first value is {"schema": "events@1"}.',
      zh: '请发送 JSON 数组或逐行 JSON，首个值为 {"schema": "events@1"}。',
    },
  },
  'live.bad_event': {
    severity: 'error',
    what: {
      en: 'The field "{field}" of the event is not what it must be: {expected}.',
      zh: '事件的“{field}”字段不符合要求，应为：{expected}。',
    },
    todo: {
      en: 'Correct the event and send it again; others of the batch were taken.',
      zh: '请更正该事件后重新发送；同批次其他事件已收下。',
    },
  },
  'live.id_reused': {
    severity: 'error',
    what: {
      en: 'Another event came under the id {event}; this one was not taken.',
      zh: '编号 {event} 已有内容不同的事件，本事件未收下。',
    },
    todo: {
      en: 'Give every event its own id; what was wrong is put right by a later event.',
      zh: '请为每个事件使用不同编号；内容有误的，请另发一个事件更正。',
    },
  },
  'live.mapping_bad': {
    severity: 'error',
    what: {
      en: 'The webhook mapping cannot be used at "{field}": {reason}.',
      zh: 'Webhook 映射在“{field}”处无法使用：{reason}。',
    },
    todo: {
      en: 'Correct the mapping; docs/reference/live-data.md says what it may hold.',
      zh: '请更正映射文件，写法见 docs/reference/live-data.md。',
    },
  },
  'live.not_signed': {
    severity: 'error',
    what: {
      en: 'The message is not signed with the secret of {mapping}, or not within five minutes.',
      zh: '消息未以映射 {mapping} 的密钥签名，或者签名时间相差超过五分钟。',
    },
    todo: {
      en: 'Sign as Standard Webhooks 1.0 says, by a right clock; or set the mapping anew.',
      zh: '请按 Standard Webhooks 1.0 签名并校准时钟，或者重新设置映射。',
    },
  },
  'live.snapshot_bad': {
    severity: 'error',
    what: {
      en: 'The saved live state cannot be used: {reason}.',
      zh: '保存的实时状态无法使用：{reason}。',
    },
    todo: {
      en: 'Leave it out: the state is made again from the stored events.',
      zh: '请弃用该文件，系统会根据已存事件重新计算。',
    },
  },
  'live.too_large': {
    severity: 'error',
    what: {
      en: 'More than {limit} {what} came at once.',
      zh: '一次发送的内容超过上限 {limit}（{what}）。',
    },
    todo: { en: 'Send smaller batches or events.', zh: '请减小批次或单个事件。' },
  },
} as const;
