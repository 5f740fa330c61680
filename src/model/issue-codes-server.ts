/** What the server refuses, and why; part of `issueCodes`. */
export const serverIssueCodes = {
  'auth.forbidden': {
    severity: 'error',
    what: { en: 'Your role may not do this.', zh: '您的角色无权进行此操作。' },
    todo: {
      en: 'Ask an administrator of your organisation; the attempt is on record.',
      zh: '请联系本机构管理员；本次尝试已记录。',
    },
  },
  'auth.key_unknown': {
    severity: 'error',
    what: {
      en: 'The API key is unknown, expired or revoked.',
      zh: 'API 密钥不存在、已过期或已撤销。',
    },
    todo: { en: 'Ask for a new one.', zh: '请申请新的密钥。' },
  },
  'auth.needed': {
    severity: 'error',
    what: { en: 'You are not signed in.', zh: '尚未登录。' },
    todo: {
      en: 'Sign in, or send an API key as a bearer token.',
      zh: '请登录，或以 Bearer 方式提供 API 密钥。',
    },
  },
  'auth.scope_missing': {
    severity: 'error',
    what: { en: 'The API key has no scope {scope}.', zh: 'API 密钥不含权限范围 {scope}。' },
    todo: { en: 'Use a key that has it.', zh: '请使用具有该范围的密钥。' },
  },
  'auth.wrong_origin': {
    severity: 'error',
    what: {
      en: 'The request comes from another site than this one.',
      zh: '请求来自其他站点。',
    },
    todo: {
      en: 'Send it from this site’s own pages; programs use an API key.',
      zh: '请从本站页面发起；程序请使用 API 密钥。',
    },
  },
  'http.body_too_large': {
    severity: 'error',
    what: {
      en: 'The body is longer than {bytes_max} bytes.',
      zh: '请求正文超过 {bytes_max} 字节。',
    },
    todo: { en: 'Send less at once; files go by upload.', zh: '请减少内容；文件请用上传接口。' },
  },
  'http.internal': {
    severity: 'error',
    what: { en: 'Something went wrong inside.', zh: '服务内部出错。' },
    todo: {
      en: 'Try again; if it stays, give the operator the number of this request.',
      zh: '请重试；如仍出现，请将本次请求编号告知运维人员。',
    },
  },
  'http.invalid': {
    severity: 'error',
    what: {
      en: '{count} places of the request are not as the contract says; first: {at}.',
      zh: '请求有 {count} 处不符合接口约定，首处：{at}。',
    },
    todo: { en: 'See errors, and openapi.json.', zh: '详见 errors 与 openapi.json。' },
  },
  'http.media_type': {
    severity: 'error',
    what: { en: 'The body must be {expected}.', zh: '请求正文须为 {expected}。' },
    todo: { en: 'Set Content-Type.', zh: '请设置 Content-Type。' },
  },
  'http.method_not_allowed': {
    severity: 'error',
    what: { en: 'The path does not take this method.', zh: '该路径不支持此方法。' },
    todo: { en: 'See Allow in the answer.', zh: '请见响应中的 Allow。' },
  },
  'http.not_found': {
    severity: 'error',
    what: {
      en: 'There is nothing here, or nothing you may see.',
      zh: '此处无内容，或您无权查看。',
    },
    todo: { en: 'Check the address.', zh: '请检查地址。' },
  },
  'http.not_json': {
    severity: 'error',
    what: { en: 'The body is no JSON.', zh: '请求正文不是 JSON。' },
    todo: { en: 'Send one JSON value in UTF-8.', zh: '请发送一个 UTF-8 编码的 JSON 值。' },
  },
  'http.stopping': {
    severity: 'error',
    what: { en: 'The server is stopping.', zh: '服务正在停止。' },
    todo: { en: 'Try again in a moment.', zh: '请稍后重试。' },
  },
  'http.too_many_requests': {
    severity: 'error',
    what: {
      en: 'Too many requests; the next is taken in {wait_s} s.',
      zh: '请求过于频繁，请在 {wait_s} 秒后再试。',
    },
    todo: { en: 'Wait, and ask more slowly.', zh: '请降低请求频率。' },
  },
  'http.wrong_host': {
    severity: 'error',
    what: {
      en: 'This server is not called {host}.',
      zh: '本服务的地址不是 {host}。',
    },
    todo: {
      en: 'Use its own address, or name the public one with --public-url.',
      zh: '请使用其自身地址，或用 --public-url 指明对外地址。',
    },
  },
} as const;
