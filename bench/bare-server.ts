import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What HTTP alone costs: reads each body and answers with a text of so many bytes. */
const text = 'x'.repeat(Number(process.argv[2] ?? 0));
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': text.length });
    response.end(text);
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}/\n`);
});
process.once('SIGTERM', () => process.exit(0));
