import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Localised } from '../../model/localised.ts';
import { defaultConfig } from '../../server/config.ts';
import type { ServerConfig } from '../../server/config.ts';
import { breachedList } from '../../server/auth/is-breached.ts';
import { outboundUrl } from '../../server/outbound/outbound-url.ts';
import { startServer } from '../../server/start.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { runCommand } from '../run-command.ts';
import { engineUrlOf } from '../spark-site.ts';
import { builtConsole } from '../console/built-console.ts';
import { oidcFrom } from '../serve/oidc-from.ts';
import { serverParts } from '../serve/server-parts.ts';

interface ServeFlags extends CommonOptions {
  readonly workspace: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly trustedProxy?: readonly string[];
  readonly connectorHost?: readonly string[];
  readonly tenantDiskGib?: number;
  readonly outboundNetwork?: readonly string[];
  readonly outboundPort?: readonly number[];
  readonly breachedPasswords?: string;
  readonly timestampAuthority?: string;
  readonly secondFactor?: ServerConfig['second_factor'];
  readonly console: boolean;
  readonly engine?: 'duckdb' | 'spark';
  readonly engineUrl?: string;
  readonly enginePath?: string;
}

/** Requests under way may end within this; then the database is stopped. */
const grace_ms = 5_000;
export const patience_ms = 20_000;

/** One process with everything: API, jobs, and a database of its own or one for several. */
export function serveCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const command = new Command('serve')
    .description(say('serve casework to a team, over HTTP', '通过 HTTP 为团队提供监管工作平台'))
    .option(
      '--workspace <folder>',
      say('where everything is kept', '数据、密钥与文件的存放处'),
      'polyprism-workspace',
    )
    .option(
      '--port <n>',
      say('port to listen on', '监听端口'),
      values.wholeNumber(0, 65_535),
      defaultConfig.port,
    )
    .option('--host <address>', say('address to listen on', '监听地址'), defaultConfig.host)
    .option(
      '--public-url <url>',
      say('what users type, where a proxy ends TLS', '用户访问的地址（由代理终结 TLS 时）'),
      values.publicUrl,
    )
    .option(
      '--trusted-proxy <network...>',
      say('whose X-Forwarded-For is believed', '信任其 X-Forwarded-For 的代理'),
      values.networks,
    )
    .option(
      '--connector-host <host:port...>',
      say('database that connectors may read', '准许定时连接读取的数据库'),
    )
    .option(
      '--outbound-network <network...>',
      say(
        'inner network webhooks and single sign-on may reach',
        '准许事件通知与单点登录访问的内网网段',
      ),
      values.networks,
    )
    .option(
      '--outbound-port <n...>',
      say('port besides 443 and 8443 that they may ask', '除 443、8443 外准许访问的端口'),
      values.ports,
    )
    .option(
      '--tenant-disk-gib <n>',
      say('what uploads and inspections of a tenant may take', '单个机构的上传与检查占用上限'),
      values.wholeNumber(1, 1024 * 1024),
    )
    .option(
      '--timestamp-authority <url>',
      say(
        'authority that stamps the log when a bag is made (RFC 3161, https); off by default',
        '制作证据包时为存证日志加盖时间戳的机构（RFC 3161，https）；默认不用',
      ),
      (url: string) => outboundUrl(url, defaultConfig.outbound).href,
    )
    .option('--no-console', say('serve the API without the console', '仅提供 API，不提供控制台'))
    .addHelpText('after', serveHelp[language])
    .action(runServe);
  return addEngineOptions(addSignInOptions(command, language), language);
}

/** How users show who they are. */
function addSignInOptions(command: Command, language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return command
    .option(
      '--second-factor <required|offered>',
      say('default: required once others can come', '是否必须第二因素；默认对外服务时必须'),
      values.secondFactor,
    )
    .option(
      '--breached-passwords <file>',
      say('passwords that leaked: SHA-1, in order', '已泄露密码的 SHA-1 清单（按顺序）'),
      breachedList,
    );
}

/** Where provisions of inspections run. */
function addEngineOptions(command: Command, language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return command
    .option(
      '--engine <name>',
      say(
        'what runs the provisions of inspections: duckdb (here) or spark',
        '检查的条款运行于 duckdb（本机）或 spark',
      ),
      values.engine,
    )
    .option(
      '--engine-url <url>',
      say(
        'HiveServer2 of Spark; with a password: POLYPRISM_ENGINE_URL',
        'Spark 的 HiveServer2 地址；含密码时请用 POLYPRISM_ENGINE_URL',
      ),
    )
    .option(
      '--engine-path <folder>',
      say(
        'what Spark calls the workspace; default: file:, the same path',
        'Spark 一侧对工作目录的称呼；默认 file: 加同一路径',
      ),
    );
}

async function runServe(_flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<ServeFlags>();
  await runCommand({ ...flags, patience_ms }, async (signal) => {
    const console_folder = flags.console ? await builtConsole(() => building(flags)) : null;
    const running = await startServer({
      config: configOf(flags),
      workspace: flags.workspace,
      database_url: process.env['DATABASE_URL'] ?? null,
      ...(await serverParts()),
      console_folder,
      log: process.stderr,
      now: () => new Date(),
    });
    const { url, setup } = running;
    process.stdout.write(
      flags.json ? `${JSON.stringify({ url, setup })}\n` : told(flags, url, setup),
    );
    const asked = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => resolve(null), { once: true });
      if (signal.aborted) resolve(null);
    });
    const reason = await Promise.race([asked, running.outgrown]);
    await running.stop(grace_ms);
    if (reason !== null) throw reason;
    return exitCode.clean;
  });
}

function configOf(flags: ServeFlags): ServerConfig {
  const { host, port, publicUrl, trustedProxy = [], connectorHost = [] } = flags;
  const { tenantDiskGib, outboundNetwork = [], outboundPort = [] } = flags;
  const { outbound, tenant_disk_bytes_max } = defaultConfig;
  const alone = publicUrl === undefined && /^(127\.|localhost$|::1$)/.test(host);
  return {
    ...defaultConfig,
    host,
    port,
    public_url: publicUrl ?? null,
    trusted_proxies: trustedProxy,
    connector_hosts: connectorHost,
    outbound: {
      ports: [...outbound.ports, ...outboundPort],
      internal: [...outbound.internal, ...outboundNetwork],
    },
    tenant_disk_bytes_max:
      tenantDiskGib === undefined ? tenant_disk_bytes_max : tenantDiskGib * 1024 ** 3,
    second_factor: flags.secondFactor ?? (alone ? 'offered' : 'required'),
    breached_passwords: flags.breachedPasswords ?? null,
    timestamp_authority: flags.timestampAuthority ?? null,
    spark: sparkOf(flags),
    oidc: oidcFrom(process.env),
  };
}

function sparkOf(flags: ServeFlags): ServerConfig['spark'] {
  const url = engineUrlOf(flags, process.env);
  const workspace = flags.enginePath?.replace(/\/$/, '') ?? `file:${resolve(flags.workspace)}`;
  return url === null ? null : { url, workspace };
}

function building({ lang }: ServeFlags): void {
  process.stderr.write(lang === 'zh' ? '正在构建控制台…\n' : 'Building the console…\n');
}

function told(flags: ServeFlags, url: string, setup: string | null): string {
  const { lang } = flags;
  const begin = flags.console ? `${url}console/setup#token=${setup}` : String(setup);
  const first: Localised = {
    en: `No user yet. To begin, within 24 hours and once: ${begin}\n(docs/how-to/serve.md)\n`,
    zh: `尚无用户。初始设置（24 小时内一次有效）：${begin}\n（见 docs/how-to/serve.md）\n`,
  };
  const there = lang === 'zh' ? `服务地址（Ctrl-C 结束）：${url}` : `Serving (Ctrl-C ends): ${url}`;
  return `${there}\n${setup === null ? '' : first[lang]}`;
}

const serveHelp: Localised = {
  en: `
PostgreSQL runs inside the workspace, for this process alone. With DATABASE_URL in the environment
that server is used instead. Single sign-on: POLYPRISM_OIDC_ISSUER, POLYPRISM_OIDC_CLIENT_ID and
POLYPRISM_OIDC_CLIENT_SECRET; what in its tokens counts as a second factor (none by default):
POLYPRISM_OIDC_SECOND_FACTOR, such as "amr:mfa".
The log goes to standard error as JSON lines, without personal data.`,
  zh: `
PostgreSQL 在工作目录内运行，仅供本进程使用；环境变量 DATABASE_URL 指定服务器时改用该服务器。
单点登录：POLYPRISM_OIDC_ISSUER、POLYPRISM_OIDC_CLIENT_ID、POLYPRISM_OIDC_CLIENT_SECRET。
其令牌中何者算第二重验证：POLYPRISM_OIDC_SECOND_FACTOR，例如 "amr:mfa"；默认均不算。
日志以 JSON 行写入标准错误，不含个人信息。`,
};
