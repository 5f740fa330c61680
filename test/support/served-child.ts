import { serverParts } from '../../src/cli/serve/server-parts.ts';
import { defaultConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/start.ts';

/**
 * What `serve` starts, with a clock that begins at a moment, an engine that is given, and webhooks
 * that may go to this machine; says its address.
 */
const [database_url = '', workspace = '', begins_at = '', engine = ''] = process.argv.slice(2);
const ahead_ms = Date.parse(begins_at) - Date.now();
const generous = { burst: 1_000_000, per_second: 1_000_000 };
const running = await startServer({
  config: {
    ...defaultConfig,
    port: 0,
    second_factor: 'offered',
    outbound: { ports: [443], internal: ['127.0.0.0/8'] },
    rate_address: generous,
    rate_caller: generous,
    rate_secrets: generous,
  },
  workspace,
  database_url,
  ...(await serverParts()),
  inspect_command: [process.execPath, engine],
  console_folder: null,
  log: { write: (line) => void (line.includes('"level":50') && process.stderr.write(line)) },
  now: () => new Date(Date.now() + ahead_ms),
});
process.once('SIGTERM', () => {
  void running.stop(1_000).then(() => process.exit(0));
});
process.stdout.write(`${running.url}\n`);
