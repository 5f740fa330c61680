import { text } from 'node:stream/consumers';

const looked_every_ms = 1_000;
const patience_ms = 5_000;

/** What the server orders of a process of its own: JSON on standard input, as it holds secrets. */
export async function readOrder(): Promise<unknown> {
  endWithServer();
  return JSON.parse(await text(process.stdin));
}

/** A server that was killed tells nobody: what worked for it sees that it has another parent. */
function endWithServer(): void {
  const server = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === server) return;
    clearInterval(timer);
    setTimeout(() => process.exit(1), patience_ms).unref();
    process.kill(process.pid, 'SIGTERM');
  }, looked_every_ms).unref();
}
