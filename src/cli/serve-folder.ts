import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/**
 * Serves the report's files, and nothing else of the folder, on the loopback address. Only a
 * request for that address or localhost is answered: a web page whose name its owner points at
 * 127.0.0.1 (DNS rebinding) still sends its own name as Host.
 */
export async function serveReport(
  folder: string,
  names: readonly string[],
  port: number,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    void answer(request, response, folder, names);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${portOf(server)}/` };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  names: readonly string[],
): Promise<void> {
  const { method, url, headers } = request;
  const port = request.socket.localPort;
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host?.toLowerCase() ?? '')) {
    response.writeHead(421).end();
  } else if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
  } else {
    const path = (url ?? '/').split(/[?#]/)[0] ?? '/';
    const name = path === '/' ? 'report.html' : path.slice(1);
    // The names are the whole list: no path is ever made of what was asked for.
    if (names.includes(name)) await send(join(folder, name), response, method === 'HEAD');
    else response.writeHead(404).end();
  }
}

async function send(path: string, response: ServerResponse, headOnly: boolean): Promise<void> {
  try {
    const { size } = await stat(path);
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-length': size,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    if (headOnly) response.end();
    else
      createReadStream(path)
        .on('error', () => response.destroy())
        .pipe(response);
  } catch {
    response.writeHead(404).end();
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
