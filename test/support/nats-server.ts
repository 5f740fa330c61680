import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export interface NatsServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real NATS server with JetStream of its own: fresh folder, free port, loopback only. */
export async function startNats(): Promise<NatsServer> {
  const binary = ['/usr/sbin/nats-server', '/usr/bin/nats-server'].find((path) => existsSync(path));
  if (binary === undefined) throw new Error('nats-server is not there; see tools/test-machine.ts');
  const directory = mkdtempSync(join(tmpdir(), 'polyprism-nats-'));
  const port = await freePort();
  const args = ['--jetstream', '--addr', '127.0.0.1', '--port', String(port)];
  const server = spawn(binary, [...args, '--store_dir', directory], { stdio: 'ignore' });
  for (let turn = 0; !(await listens(port)); turn += 1) {
    if (turn > 200) throw new Error('nats-server does not listen');
    await wait(50);
  }
  return {
    url: `nats://127.0.0.1:${port}`,
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = connectTcp(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
