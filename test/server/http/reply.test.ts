import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { redirect, sendReply, withoutBody } from '../../../src/server/http/reply.ts';
import type { Reply } from '../../../src/server/http/reply.ts';

let server: Server | null = null;
afterEach(() => void server?.close().closeAllConnections());

/** What a client of a server that sends this reply is given, and how sending it ended. */
async function sent(reply: Reply): Promise<{ answer: IncomingMessage; over: Promise<unknown> }> {
  const over = Promise.withResolvers<unknown>();
  server = createServer((_, outgoing) => {
    sendReply(reply, outgoing).then(
      () => over.resolve('sent'),
      (error: unknown) => over.resolve(error),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = request({ port, host: '127.0.0.1' }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { answer, over: over.promise };
}

const ok = { status: 200, headers: { 'content-type': 'text/plain' } };
const bytes = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

it('says the length of a text in bytes', async () => {
  const { answer } = await sent({ ...ok, body: '标准' });
  expect(answer.headers['content-length']).toBe('6');
  expect(await text(answer)).toBe('标准');
});

it('sends bytes, and nothing where there is nothing', async () => {
  expect(await text((await sent({ ...ok, body: bytes('a') })).answer)).toBe('a');
  const { answer } = await sent(redirect('/public', 308));
  expect([answer.statusCode, answer.headers.location]).toEqual([308, '/public']);
  expect(await text(answer)).toBe('');
});

it('sends a stream, however much of it there is', async () => {
  const part = 'x'.repeat(100_000);
  const parts = Array.from({ length: 50 }, () => bytes(part));
  const { answer, over } = await sent({ ...ok, body: ReadableStream.from(parts) });
  expect(await text(answer)).toBe(part.repeat(50));
  expect(await over).toBe('sent');
});

it('ends the source of a stream when its reader leaves, also while nothing comes', async () => {
  const left = Promise.withResolvers<string>();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes('a')),
    cancel: () => left.resolve('left'),
  });
  const { answer, over } = await sent({ ...ok, body });
  await once(answer, 'data');
  answer.destroy();
  expect(await left.promise).toBe('left');
  expect(await over).toBe('sent');
});

it('cuts off a stream whose source fails, so that it does not look whole', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield bytes('a');
    await new Promise((resolve) => setTimeout(resolve, 1));
    throw new Error('the disk is gone');
  }
  const { answer, over } = await sent({ ...ok, body: ReadableStream.from(failing()) });
  await expect(text(answer)).rejects.toThrow('aborted');
  expect(await over).toEqual(new Error('the disk is gone'));
});

it('without its body ends the source of it', async () => {
  let over = '';
  const body = new ReadableStream<Uint8Array>({ cancel: () => void (over = 'over') });
  expect(await withoutBody({ ...ok, body })).toEqual({ ...ok, body: null });
  expect(over).toBe('over');
});
