import { createHash } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { PolyprismError } from '../model/issue.ts';
import { limits } from '../model/limits.ts';
import type { ObjectUrl } from './object-url.ts';
import { childText, readXml } from './read-xml.ts';
import { requestUrl } from './request-url.ts';
import { refusalError, unreachable } from './storage-error.ts';
import type { Storage } from './storage.ts';

/** One request of storage. */
export interface Question {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly url: ObjectUrl;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** A short answer, all of it. */
export interface Answer {
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/**
 * Asks, and asks again where the connection or the server fails for the moment. An answer is one
 * that says yes; every other is an error, with the object as its place.
 */
export async function ask(storage: Storage, question: Question): Promise<Answer> {
  return await insist(storage, question, async (answer) => {
    const { headers } = answer;
    return { headers, text: await textOf(answer) };
  });
}

/** The same, for an answer that is read bit by bit: it may break off still. */
export async function askLong(storage: Storage, question: Question): Promise<IncomingMessage> {
  return await insist(storage, question, async (answer) => await Promise.resolve(answer));
}

async function insist<T>(
  storage: Storage,
  question: Question,
  take: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === limits.storage_attempts_max;
    try {
      const answer = await send(storage, question);
      const status = answer.statusCode ?? 0;
      if (status >= 200 && status < 300) return await take(answer);
      const refusal = { status, ...reasonIn(await textOf(answer)), ...regionOf(answer) };
      if (last || !(status >= 500 || status === 429)) throw refusalError(refusal, question.url);
    } catch (error) {
      storage.signal?.throwIfAborted();
      if (error instanceof PolyprismError) throw error;
      if (last || isDistrust(error)) throw unreachable(error, question.url);
    }
    await pause(attempt, storage.signal);
  }
}

/** Longer from failure to failure. */
export async function pause(failures: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(100 * 2 ** failures, undefined, { ...(signal && { signal }) });
}

/** What is longer than any answer should be is cut off, and makes no sense then. */
async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer) {
    const chunk: Buffer = part;
    bytes += chunk.length;
    if (bytes > limits.storage_answer_bytes_max) break;
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The server is not who it says it is: asking again would change nothing. */
function isDistrust(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CERT|SIGNED|SSL|TLS|ALTNAME|EPROTO/.test(code);
}

async function send(storage: Storage, question: Question): Promise<IncomingMessage> {
  const { method, url, query, body } = question;
  const target = requestUrl(storage, url, query);
  const headers = await signed(storage, question, target);
  const request = target.protocol === 'http:' ? requestHttp : requestHttps;
  return await new Promise<IncomingMessage>((resolve, reject) => {
    const length = body === undefined && method !== 'POST' ? {} : contentLength(body);
    const sent = request(target, {
      method,
      headers: { ...headers, ...length },
      timeout: 1_000 * limits.storage_silence_s_max,
      ...(storage.signal && { signal: storage.signal }),
    });
    sent.once('timeout', () => sent.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })));
    sent.once('response', resolve).once('error', reject);
    sent.end(body);
  });
}

function contentLength(body: Uint8Array | undefined): Record<string, string> {
  return { 'content-length': String(body?.length ?? 0) };
}

/** What is sent is covered by the signature, and by a checksum where nobody signs. */
async function signed(
  { credentials, region }: Storage,
  { method, headers = {}, body }: Question,
  target: URL,
): Promise<Record<string, string>> {
  const all: Record<string, string> = { ...headers };
  if (body !== undefined) all['content-md5'] = createHash('md5').update(body).digest('base64');
  if (credentials === null) return all;
  const digest = createHash('sha256')
    .update(body ?? '')
    .digest('hex');
  const { access_key_id, secret_access_key, session_token } = credentials;
  const signer = new AwsV4Signer({
    method,
    url: target.href,
    headers: { ...all, 'x-amz-content-sha256': digest },
    accessKeyId: access_key_id,
    secretAccessKey: secret_access_key,
    ...(session_token !== null && { sessionToken: session_token }),
    service: 's3',
    region,
  });
  return Object.fromEntries((await signer.sign()).headers);
}

/** The code of a refusal, and nothing else of it: it may quote what was signed. */
export function reasonIn(text: string): { readonly code: string } {
  const root = readXml(text);
  const code = root?.name === 'Error' ? childText(root, 'Code') : '';
  return { code: /^[A-Za-z0-9.]{1,64}$/.test(code) ? code : '' };
}

function regionOf({ statusCode, headers }: IncomingMessage): { readonly region: string | null } {
  const named = headers['x-amz-bucket-region'];
  const elsewhere = statusCode === 301 || statusCode === 307 || statusCode === 400;
  const region = typeof named === 'string' && /^[a-z0-9-]{1,32}$/.test(named) ? named : null;
  return { region: elsewhere ? region : null };
}
