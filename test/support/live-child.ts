import { shippedLaws } from '../../src/cli/serve/shipped-laws.ts';
import { packPaths, shippedFolders } from '../../src/cli/shipped-packs.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';
import { defaultConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/start.ts';

/** A server over a database and a workspace whose clock stands at a moment; says its address. */
const [database_url = '', workspace = '', at = ''] = process.argv.slice(2);
const generous = { burst: 1_000_000, per_second: 1_000_000 };
const running = await startServer({
  config: { ...defaultConfig, port: 0, rate_address: generous, rate_caller: generous },
  workspace,
  database_url,
  inspect_command: [process.execPath, '-e', ''],
  look_command: [],
  submission_command: [],
  detect_command: [],
  draft_commands: { lint: [], work: [] },
  plan_command: [],
  packs: async (names) => await loadPacks(await packPaths(names)),
  shipped: await shippedFolders(),
  laws: await shippedLaws(),
  console_folder: null,
  log: { write: () => undefined },
  version: '1.2.3',
  now: () => new Date(at),
});
process.once('SIGTERM', () => {
  void running.stop(1_000).then(() => process.exit(0));
});
process.stdout.write(`${running.url}\n`);
