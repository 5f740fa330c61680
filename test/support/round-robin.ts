import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { buffer } from 'node:stream/consumers';

export interface Proxy {
  readonly url: string;
  /** Where requests go, one after the other; may be changed at any time. */
  readonly behind: string[];
  stop(): void;
}

/** A plain reverse proxy: each request to the next server, nothing remembered of who asks. */
export async function roundRobin(...behind: readonly string[]): Promise<Proxy> {
  const urls = [...behind];
  let next = 0;
  const forward = (
    asked: IncomingMessage,
    body: Buffer,
    to: ServerResponse,
    left: number,
  ): void => {
    const url = new URL(asked.url ?? '/', urls[(next += 1) % urls.length]);
    const { method, headers } = asked;
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      // A server that dies half way is seen by who asked, and who leaves by the server.
      pipeline(answer, to, () => undefined);
    });
    // One that is not there has taken nothing: the next is asked.
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && left > 0) forward(asked, body, to, left - 1);
      else to.destroy();
    });
    sent.end(body);
  };
  const server = createServer((asked, to) => {
    void buffer(asked).then((body) => forward(asked, body, to, urls.length));
  });
  // Who asks decides when a connection is over: one closed here could be one just used there.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    behind: urls,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
