import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import type { Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runNode } from '../../cli/polyprism.ts';
import { root } from '../../tidy/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-tls-'));
const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
let server: Server;
let port: number;

/** A gateway behind TLS that turns every password down: who is told so has read through TLS. */
beforeAll(async () => {
  const made = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=spark',
  ];
  const named = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...made, ...named], { stdio: 'ignore' });
  const pems = { key: readFileSync(key), cert: readFileSync(cert) };
  server = createServer(pems, (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.from('\x03\0\0\0\x0bno password', 'latin1')));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

/** What opening a session tells, in a process with or without the certificate among its own. */
async function open(host: string, trusted: boolean): Promise<string> {
  const module = JSON.stringify(join(root, 'src/engine/spark/spark.ts'));
  const url = JSON.stringify(`hive2://${host}:${port}/default;ssl=true`);
  const words = `import { openSpark } from ${module};
    await openSpark(${url}).catch((error) => console.log(String(error)));`;
  const env: Record<string, string> = trusted ? { NODE_EXTRA_CA_CERTS: cert } : {};
  const ran = await runNode(['--input-type=module', '-e', words], { env });
  return ran.stdout;
}

describe('a session over TLS', () => {
  it('reaches a server whose certificate is trusted and bears its name', async () => {
    expect(await open('localhost', true)).toContain('spark.refused');
  });

  it.each([
    ['nobody vouches for', 'localhost', false, 'self-signed'],
    ['is of another name', '127.0.0.1', true, 'does not match'],
  ] as const)('is not opened where the certificate %s', async (_, host, trusted, why) => {
    const told = await open(host, trusted);
    expect(told).toContain('spark.unreachable');
    expect(told).toContain(why);
  });
});
