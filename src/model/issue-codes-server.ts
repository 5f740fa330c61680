/** What the server refuses, and why; part of `issueCodes`. */
export const serverIssueCodes = {
  'auth.confirm_needed': {
    severity: 'error',
    what: {
      en: 'This changes what guards accounts, and it is a while since you showed who you are.',
      zh: '此操作涉及账户安全，而距上次验证身份已有一段时间。',
    },
    todo: {
      en: 'Confirm with your password (session.confirm), or sign in again; then repeat it.',
      zh: '请用密码确认身份（session.confirm）或重新登录，然后重试。',
    },
  },
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
  'auth.last_admin': {
    severity: 'error',
    what: {
      en: 'The tenant would be left without an administrator.',
      zh: '此操作将使机构没有管理员。',
    },
    todo: { en: 'Make somebody else an administrator first.', zh: '请先指定另一位管理员。' },
  },
  'auth.link_unknown': {
    severity: 'error',
    what: { en: 'The link is unknown, used or too old.', zh: '链接无效、已使用或已过期。' },
    todo: { en: 'Ask for another one.', zh: '请重新获取链接。' },
  },
  'auth.login_taken': {
    severity: 'error',
    what: { en: 'There already is a user with this login.', zh: '该登录名已被使用。' },
    todo: { en: 'Choose another one.', zh: '请换一个登录名。' },
  },
  'auth.no_tenant': {
    severity: 'error',
    what: { en: 'You belong to no such tenant.', zh: '您不属于该机构。' },
    todo: { en: 'Ask its administrator to take you in.', zh: '请联系该机构管理员。' },
  },
  'auth.not_hosting': {
    severity: 'error',
    what: {
      en: 'Only administrators of the tenant that runs this installation may do this.',
      zh: '仅运行本系统的机构的管理员可进行此操作。',
    },
    todo: { en: 'Ask them.', zh: '请与其联系。' },
  },
  'auth.oidc_refused': {
    severity: 'error',
    what: {
      en: 'The provider of single sign-on did not vouch for you, or cannot be reached.',
      zh: '统一身份认证未通过，或无法连接。',
    },
    todo: {
      en: 'Begin again; if it stays, ask the operator.',
      zh: '请重新登录；如仍出现，请联系运维人员。',
    },
  },
  'auth.oidc_unknown': {
    severity: 'error',
    what: {
      en: 'The provider of single sign-on knows you, and no user here belongs to you.',
      zh: '统一身份认证已通过，但本系统没有与您对应的用户。',
    },
    todo: {
      en: 'Ask your administrator to invite you with your subject there.',
      zh: '请管理员以您在统一身份认证中的标识邀请您。',
    },
  },
  'auth.password_guessable': {
    severity: 'error',
    what: {
      en: 'The password is used by many, or made of common words, rows of keys, dates, names.',
      zh: '密码属于常用密码，或者由常用词、键盘连号、日期或您的姓名组成。',
    },
    todo: {
      en: 'Take several words that have nothing to do with each other.',
      zh: '请使用几个互不相关的词语。',
    },
  },
  'auth.password_long': {
    severity: 'error',
    what: { en: 'The password has more than {most} characters.', zh: '密码超过 {most} 个字符。' },
    todo: { en: 'Take a shorter one.', zh: '请缩短密码。' },
  },
  'auth.password_short': {
    severity: 'error',
    what: { en: 'The password has less than {least} characters.', zh: '密码少于 {least} 个字符。' },
    todo: { en: 'Take a longer one; a few words will do.', zh: '请加长密码，可用几个词语。' },
  },
  'auth.roles_beyond': {
    severity: 'error',
    what: {
      en: 'A key may have no roles beyond those of its maker.',
      zh: '密钥的角色不得超出创建者本人的角色。',
    },
    todo: { en: 'Leave out the others.', zh: '请去掉其余角色。' },
  },
  'auth.second_factor_needed': {
    severity: 'error',
    what: {
      en: 'The password is right; the code of the second factor is missing.',
      zh: '密码正确，尚缺第二因素验证码。',
    },
    todo: { en: 'Send it as code, or a recovery code.', zh: '请提供验证码或恢复码。' },
  },
  'auth.second_factor_required': {
    severity: 'error',
    what: {
      en: 'This needs a session in which a second factor was shown.',
      zh: '此操作须在已验证第二因素的会话中进行。',
    },
    todo: {
      en: 'Set one up under second-factor, and sign in with it.',
      zh: '请先启用第二因素，再重新登录。',
    },
  },
  'auth.second_factor_wrong': {
    severity: 'error',
    what: { en: 'The code is wrong, or was used before.', zh: '验证码错误或已使用。' },
    todo: { en: 'Wait for the next one.', zh: '请等待下一个验证码。' },
  },
  'auth.credit_code_taken': {
    severity: 'error',
    what: {
      en: 'A firm with the credit code {credit_code} is here already.',
      zh: '信用代码为 {credit_code} 的企业已经接入。',
    },
    todo: { en: 'Check the code.', zh: '请核对代码。' },
  },
  'auth.breached_list': {
    severity: 'error',
    what: {
      en: 'The file {path} is no list of SHA-1 digests in order, a line each.',
      zh: '文件 {path} 不是按顺序每行一个 SHA-1 摘要的清单。',
    },
    todo: {
      en: 'Give the download of Pwned Passwords that is ordered by hash, unpacked, as one file.',
      zh: '请使用按摘要排序的 Pwned Passwords 下载文件（解压后的单个文件）。',
    },
  },
  'auth.change_too_early': {
    severity: 'error',
    what: {
      en: 'This cannot hold from {from_on} on: the first day it can is {first}.',
      zh: '不能自 {from_on} 起适用，最早自 {first} 起。',
    },
    todo: {
      en: 'Take that day or a later one: matters that are open keep the law of their first day.',
      zh: '请选择该日或者更晚的日期：在办事项仍依其开始之日的法域办理。',
    },
  },
  'auth.jurisdiction_unknown': {
    severity: 'error',
    what: {
      en: 'There is no law of {jurisdiction} here; there is that of {known}.',
      zh: '本系统没有 {jurisdiction} 的法规标准包；现有：{known}。',
    },
    todo: {
      en: 'Take one of them: the deadlines of matters come from it.',
      zh: '请从中选择：事项时限以其为准。',
    },
  },
  'auth.setup_done': {
    severity: 'error',
    what: { en: 'This installation is set up already.', zh: '本系统已完成初始设置。' },
    todo: { en: 'Sign in.', zh: '请登录。' },
  },
  'auth.time_zone_unknown': {
    severity: 'error',
    what: { en: 'There is no time zone {zone}.', zh: '没有时区 {zone}。' },
    todo: {
      en: 'Take a name of the IANA list, such as Asia/Shanghai.',
      zh: '请使用 IANA 时区名，例如 Asia/Shanghai。',
    },
  },
  'auth.wait': {
    severity: 'error',
    what: {
      en: 'Too many failed attempts; the next is taken in {wait_s} s.',
      zh: '失败次数过多，请在 {wait_s} 秒后再试。',
    },
    todo: {
      en: 'Wait. If it was not you, your password holds so far.',
      zh: '请等待。如非本人操作，您的密码目前仍然有效。',
    },
  },
  'auth.wrong': {
    severity: 'error',
    what: { en: 'Login or password is wrong.', zh: '登录名或密码错误。' },
    todo: {
      en: 'Try again, or ask your administrator for a new link.',
      zh: '请重试，或请管理员重新签发链接。',
    },
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
  'http.cut_short': {
    severity: 'error',
    what: { en: 'The request ended before its body did.', zh: '请求在正文传完之前中断。' },
    todo: {
      en: 'Send it again; an upload goes on from where it broke off.',
      zh: '请重新发送；上传可从中断处继续。',
    },
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
  'inspection.no_network': {
    severity: 'error',
    what: {
      en: 'This inspection has no such network: its data name no members, or it was made earlier.',
      zh: '该检查没有此推荐网络：数据中无会员，或检查由旧版本作出。',
    },
    todo: {
      en: 'Inspect data with a member table again.',
      zh: '请提供含会员表的数据，重新检查。',
    },
  },
  'inspection.not_counted': {
    severity: 'error',
    what: {
      en: 'By {profile} nothing could be counted: the data lack {needs}.',
      zh: '无法按口径 {profile} 计数：数据缺少 {needs}。',
    },
    todo: { en: 'Compare other ways of counting.', zh: '请选择其他计数口径。' },
  },
  'job.abandoned': {
    severity: 'error',
    what: {
      en: 'No server finished the job: each that took it ended, or it took more than a day.',
      zh: '任务未能完成：承接它的服务进程先后终止，或运行已超过一天。',
    },
    todo: {
      en: 'Try it again; look at the memory of the servers where that does not help.',
      zh: '请重试；若仍未完成，请检查服务器内存。',
    },
  },
  'job.not_failed': {
    severity: 'error',
    what: { en: 'The job neither failed nor was it cancelled.', zh: '该任务未失败，也未被取消。' },
    todo: { en: 'Only such jobs are tried again.', zh: '仅失败或已取消的任务可重试。' },
  },
  'job.over': {
    severity: 'error',
    what: { en: 'The job is over already.', zh: '该任务已结束。' },
    todo: { en: 'There is nothing left to cancel.', zh: '无需取消。' },
  },
  'serve.bad_key': {
    severity: 'error',
    what: { en: '{path} is not the key it should be.', zh: '{path} 不是有效的密钥文件。' },
    todo: {
      en: 'Put back the one from your backup; with a new one second factors must be set up anew.',
      zh: '请从备份恢复；若改用新密钥，用户须重新设置第二因素。',
    },
  },
  'serve.console_not_built': {
    severity: 'error',
    what: { en: 'The console could not be built: {said}', zh: '控制台构建失败：{said}' },
    todo: {
      en: 'Run npm ci and try again; --no-console serves the API alone.',
      zh: '请执行 npm ci 后重试；加上 --no-console 则仅提供 API。',
    },
  },
  'serve.oidc_incomplete': {
    severity: 'error',
    what: {
      en: 'Single sign-on needs issuer, client id and client secret.',
      zh: '单点登录须同时给出 issuer、client id 与 client secret。',
    },
    todo: {
      en: 'Set POLYPRISM_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET, or none.',
      zh: '请设置 POLYPRISM_OIDC_ISSUER、_CLIENT_ID 与 _CLIENT_SECRET，或全部不设。',
    },
  },
  'serve.oidc_second_factor': {
    severity: 'error',
    what: {
      en: 'No claim of an ID token is written as {claim}.',
      zh: 'ID token 的声明不能写作 {claim}。',
    },
    todo: {
      en: 'Write acr: or amr: and the value, separated by spaces, such as amr:mfa amr:hwk.',
      zh: '请写作 acr: 或 amr: 加其值，以空格分隔，例如 amr:mfa amr:hwk。',
    },
  },
  'outbound.address_refused': {
    severity: 'error',
    what: {
      en: 'The name leads to an address that is not on the open Internet.',
      zh: '该域名解析到非公网地址。',
    },
    todo: {
      en: 'Give a public address. Whoever runs the server can open networks inside to it.',
      zh: '请使用公网地址；如需访问内部网络，请由服务运维人员开放相应网段。',
    },
  },
  'outbound.failed': {
    severity: 'error',
    what: {
      en: 'The other side could not be asked ({reason}).',
      zh: '无法访问对方服务（{reason}）。',
    },
    todo: {
      en: 'See to the address, the certificate and the answer of that service.',
      zh: '请检查对方服务的地址、证书与响应。',
    },
  },
  'outbound.url_refused': {
    severity: 'error',
    what: {
      en: 'The server sends nothing to this address ({reason}).',
      zh: '服务器不向该地址发送请求（{reason}）。',
    },
    todo: {
      en: 'Give an https address with a public name, a usual port, and no password in it.',
      zh: '请填写公网域名的 https 地址，使用常用端口，且不含用户名或密码。',
    },
  },
  'disk.full': {
    severity: 'error',
    what: {
      en: 'Uploads and inspections here take {used} of {most} bytes; {asked} more are too many.',
      zh: '本机构的上传与检查已占用 {used} 字节（上限 {most} 字节），不足以再存放 {asked} 字节。',
    },
    todo: {
      en: 'Give up unfinished uploads, or have more allowed where the server is started.',
      zh: '请放弃未完成的上传，或在启动服务器时提高上限（--tenant-disk-gib）。',
    },
  },
  'upload.busy': {
    severity: 'error',
    what: { en: 'Another part of this upload is being written.', zh: '该上传的另一段正在写入。' },
    todo: {
      en: 'Wait for it, then ask where the next part begins.',
      zh: '请等待其完成，再查询下一段的起始位置。',
    },
  },
  'upload.too_long': {
    severity: 'error',
    what: {
      en: 'More was sent than the {size_bytes} bytes the upload was begun with.',
      zh: '发送内容超过开始上传时声明的 {size_bytes} 字节。',
    },
    todo: { en: 'Begin a new upload with the right size.', zh: '请以正确大小重新开始上传。' },
  },
  'upload.unfinished': {
    severity: 'error',
    what: { en: '{name} is not fully uploaded.', zh: '{name} 尚未上传完成。' },
    todo: { en: 'Send the rest first.', zh: '请先上传其余部分。' },
  },
  'upload.wrong_offset': {
    severity: 'error',
    what: { en: 'The next part begins at byte {offset}.', zh: '下一段应从第 {offset} 字节开始。' },
    todo: { en: 'Send it from there.', zh: '请从该位置继续。' },
  },
  'webhook.too_many': {
    severity: 'error',
    what: {
      en: 'Your organisation has {limit} webhooks already.',
      zh: '本机构的 Webhook 已达上限 {limit} 个。',
    },
    todo: { en: 'End one of them first.', zh: '请先停用其中一个。' },
  },
} as const;
