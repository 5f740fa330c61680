import { Agent as PlainAgent, request as requestPlain } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as requestTls } from 'node:https';
import { PolyprismError } from '../../model/issue.ts';
import type { Limits } from '../../model/limits.ts';
import type { HiveAddress } from './hive-address.ts';
import { unreachable } from './socket-transport.ts';
import { readMessage } from './transport.ts';
import type { Transport } from './transport.ts';

/** Each message as a request of its own; cookies keep a gateway at the same server. */
export function openHttp(address: HiveAddress, limits: Limits): Transport {
  const agent = address.tls
    ? new TlsAgent({ keepAlive: true })
    : new PlainAgent({ keepAlive: true });
  const cookies = new Map<string, string>();
  const ask = async (message: Buffer): Promise<Buffer> => {
    const response = await post(address, agent, cookies, message, limits);
    for (const cookie of response.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    const status = response.statusCode ?? 0;
    if (status !== 200) {
      response.resume();
      if (status === 401 || status === 403) {
        throw new PolyprismError('spark.refused', { reason: `HTTP ${status}` });
      }
      throw unreachable(address, `HTTP ${status}`);
    }
    const incoming = response[Symbol.asyncIterator]();
    return await readMessage(async () => {
      const { value, done } = await incoming.next().catch((error: unknown) => {
        throw unreachable(address, error);
      });
      if (done) throw unreachable(address, 'closed');
      return value as Buffer;
    }, limits);
  };
  let before: Promise<unknown> = Promise.resolve();
  return {
    exchange: async (message) => {
      const turn = before.then(async () => await ask(message));
      before = turn.catch(() => undefined);
      return await turn;
    },
    close: () => agent.destroy(),
  };
}

async function post(
  address: HiveAddress,
  agent: PlainAgent | TlsAgent,
  cookies: ReadonlyMap<string, string>,
  body: Buffer,
  limits: Limits,
): Promise<IncomingMessage> {
  const { host, port, http_path, user, password } = address;
  const said = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return await new Promise((resolve, reject) => {
    const sent = (address.tls ? requestTls : requestPlain)({
      host,
      port,
      agent,
      method: 'POST',
      path: `/${http_path}`,
      timeout: limits.spark_silence_s_max * 1_000,
      headers: {
        'Content-Type': 'application/x-thrift',
        'Content-Length': body.length,
        Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        ...(said !== '' && { Cookie: said }),
      },
    });
    sent.on('timeout', () => sent.destroy(new Error('silent for too long')));
    sent.on('error', (error) => reject(unreachable(address, error)));
    sent.on('response', resolve);
    sent.end(body);
  });
}
