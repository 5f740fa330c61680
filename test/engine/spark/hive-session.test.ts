import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseHiveAddress } from '../../../src/engine/spark/hive-address.ts';
import { openHiveSession } from '../../../src/engine/spark/hive-session.ts';
import { limits } from '../../../src/model/limits.ts';

let server: Server | undefined;

afterEach(async () => {
  await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
});

/** The address of something that says one thing to whoever has sent it something. */
async function saying(words: string, options = ''): Promise<string> {
  const sockets: Socket[] = [];
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.from(words, 'latin1')));
  });
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  return `hive2://127.0.0.1:${(server.address() as AddressInfo).port}${options}`;
}

const open = async (url: string): Promise<unknown> =>
  await openHiveSession(parseHiveAddress(url), { limits });

describe('a session', () => {
  it('is refused by a server that turns a password down, at once', async () => {
    const words = '\x03\0\0\0\x0bno password';
    await expect(open(await saying(words))).rejects.toThrow(
      'spark.refused: The server lets nobody in so: no password.',
    );
  });

  it('is refused by a gateway that asks who is there', async () => {
    const words = 'HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n';
    await expect(open(await saying(words, ';transportMode=http'))).rejects.toThrow(
      'spark.refused: The server lets nobody in so: HTTP 401.',
    );
  });

  it.each([
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n', ';auth=noSasl'],
    ['one with too much to say', '\x05\x7f\xff\xff\xff', ''],
    [
      'one that answers in another protocol',
      'HTTP/1.1 200 OK\r\n\r\n<html></html>',
      ';transportMode=http',
    ],
  ])('is not opened at %s', async (_, words, options) => {
    await expect(open(await saying(words, options))).rejects.toThrow('spark.broken_answer');
  });
});
