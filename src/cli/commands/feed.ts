import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { PolyprismError } from '../../model/issue.ts';
import type { Localised } from '../../model/localised.ts';
import { createClient } from '../../server/client.ts';
import type { CommonOptions } from '../common-options.ts';
import { exitCode } from '../exit-code.ts';
import { feed } from '../feed/feed.ts';
import type { FeedCounts } from '../feed/feed.ts';
import { natsSource } from '../feed/nats-source.ts';
import { keepRefusals } from '../feed/refusal-file.ts';
import { sendingEvents, sendingHooks } from '../feed/send-events.ts';
import type { Patience } from '../feed/until-answered.ts';
import type { Language } from '../language.ts';
import * as values from '../option-values.ts';
import { ProgressLine } from '../progress-line.ts';
import { runCommand } from '../run-command.ts';

interface FeedFlags extends CommonOptions {
  readonly stream: string;
  readonly consumer: string;
  readonly to: string;
  readonly mapping?: string;
  readonly credentials?: string;
  readonly refused: string;
  readonly once?: boolean;
}

/** A batch under way may end within this. */
const patience_ms = 20_000;

/** Brings the messages of a stream to a server, one process beside it. */
export function feedCommand(language: Language): Command {
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  return new Command('feed')
    .description(
      say('send the messages of a NATS stream to serve', '将 NATS 流中的消息送往 serve 服务'),
    )
    .argument(
      '<url>',
      say('nats:// or tls://, of the NATS server', 'NATS 服务器地址（nats:// 或 tls://）'),
    )
    .requiredOption('--stream <name>', say('stream of JetStream', 'JetStream 流'))
    .option('--consumer <name>', say('its durable consumer', '该流的持久消费者'), 'polyprism')
    .requiredOption('--to <url>', say('where serve is', 'serve 服务的地址'), values.publicUrl)
    .option(
      '--mapping <name>',
      say('messages are a shop’s own: webhook mapping', '消息为商城自有格式时所用的 Webhook 映射'),
    )
    .option('--credentials <file>', say('NATS credentials', 'NATS 凭据文件'))
    .option(
      '--refused <file>',
      say('where messages that cannot be taken are kept', '无法接收的消息的保存处'),
      'polyprism-refused.ndjson',
    )
    .option('--once', say('end with the last message there is', '读完现有消息后结束'))
    .addHelpText('after', help[language])
    .action(runFeed);
}

async function runFeed(url: string, _flags: unknown, command: Command): Promise<void> {
  const flags = command.optsWithGlobals<FeedFlags>();
  await runCommand({ ...flags, patience_ms }, async (signal) => {
    const key = process.env['POLYPRISM_API_KEY'] ?? '';
    if (key === '') throw new PolyprismError('feed.no_key');
    const { stream, consumer, credentials, once = false } = flags;
    const place = {
      servers: url,
      stream,
      consumer,
      credentials: credentials === undefined ? null : await credentialsOf(credentials),
      once,
    };
    const source = await natsSource(place, signal);
    const line = new ProgressLine(process.stderr, flags.lang);
    try {
      const counts = await feed(source, {
        send: senderOf(flags, key, { signal, ...patience(flags.lang, line) }),
        keep: async (refusals) => await keepRefusals(flags.refused, refusals),
        onCounts: (counts) => line.listener?.(progressOf(stream, counts)),
      });
      line.clear();
      process.stdout.write(told(flags, counts));
      return counts.refused > 0 ? exitCode.could_not_check : exitCode.clean;
    } finally {
      line.clear();
      await source.close();
    }
  });
}

function senderOf({ to, mapping }: FeedFlags, key: string, patient: Patience) {
  const client = createClient(to, () => ({ authorization: `Bearer ${key}` }));
  return mapping === undefined
    ? sendingEvents(client, patient)
    : sendingHooks(client, mapping, patient);
}

async function credentialsOf(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch(() => {
    throw new PolyprismError('input.not_found', { path });
  });
}

function patience(lang: Language, line: ProgressLine): Omit<Patience, 'signal'> {
  const late = { en: 'The server does not answer; trying again: ', zh: '服务器未答复，正在重试：' };
  const again = { en: 'The server answers again.', zh: '服务器已恢复答复。' };
  return {
    first_wait_ms: 500,
    longest_wait_ms: 30_000,
    onTrouble: (why) => {
      line.clear();
      process.stderr.write(`${why === null ? again[lang] : late[lang] + why}\n`);
    },
  };
}

function progressOf(stream: string, counts: FeedCounts) {
  const done = counts.accepted + counts.duplicate + counts.refused;
  const common = { step: 'send', subject: stream, total: null, unit: 'items' } as const;
  return { ...common, done, rows: done };
}

function told(flags: FeedFlags, counts: FeedCounts): string {
  if (flags.json) return `${JSON.stringify(counts)}\n`;
  const { accepted, duplicate, refused } = counts;
  const text: Localised = {
    en: `${accepted} accepted, ${duplicate} there before, ${refused} refused`,
    zh: `接收 ${accepted} 条，重复 ${duplicate} 条，拒收 ${refused} 条`,
  };
  return `${text[flags.lang]}${refused > 0 ? ` (${flags.refused})` : ''}\n`;
}

const help: Localised = {
  en: `
The key, with the scope events:write, is read from POLYPRISM_API_KEY. A message is acknowledged
once it is on the server's disk, or in the file of those refused: nothing is lost whatever ends.
Several may run at once; one keeps the order. A missing consumer is made.`,
  zh: `
密钥（须具有 events:write 范围）从环境变量 POLYPRISM_API_KEY 读取。消息写入服务器磁盘或拒收文件
后才确认，任何一方中断均不丢失。可同时运行多个；只运行一个时保持顺序。消费者不存在时自动创建。`,
};
