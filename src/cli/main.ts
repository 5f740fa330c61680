import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// What was compiled is kept for the next start, which then takes less than half the time; in the
// user's own folder, as what lies in a shared one could be somebody else's program.
enableCompileCache(join(homedir(), '.cache', 'polyprism', 'compiled'));

const { runProgram } = await import('./run-program.ts');
await runProgram(process.argv.slice(2));
