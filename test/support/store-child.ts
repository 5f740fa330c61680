import { openStore } from '../../src/store/open-store.ts';

/** Opens the store of a workspace, says so, and stays until it is killed. */
const [workspace = ''] = process.argv.slice(2);
await openStore({ workspace });
process.stdout.write('open\n');
setInterval(() => undefined, 1_000);
