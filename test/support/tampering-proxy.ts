import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** What is done with one connection. */
export interface Tampering {
  /** Ends it after so many bytes from the server. */
  readonly cut_after_bytes?: number;
  /** Turns over the bits of the last byte of what is sent to the server at once. */
  readonly spoil?: boolean;
}

export interface TamperingProxy {
  readonly port: number;
  /** Connections so far. */
  connections(): number;
  stop(): Promise<void>;
}

/** Stands before a server; does to the first connections what is asked, to others nothing. */
export async function startTamperingProxy(
  to: number,
  ofConnection: (n: number) => Tampering,
): Promise<TamperingProxy> {
  let count = 0;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const { cut_after_bytes, spoil } = ofConnection(count);
    count += 1;
    const server = connect(to, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    client.on('data', (bytes) => server.write(spoil === true ? spoiled(bytes) : bytes));
    let passed = 0;
    server.on('data', (bytes) => {
      const left = (cut_after_bytes ?? Infinity) - passed;
      if (left < 0) return;
      passed += bytes.length;
      client.write(bytes.subarray(0, left));
      if (bytes.length < left) return;
      passed = Infinity;
      client.destroySoon();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    connections: () => count,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

/** Headers end with an empty line, which is left alone. */
function spoiled(bytes: Buffer): Buffer {
  if (bytes.subarray(-4).equals(Buffer.from('\r\n\r\n'))) return bytes;
  const copy = Buffer.from(bytes);
  copy[copy.length - 1]! ^= 0xff;
  return copy;
}
