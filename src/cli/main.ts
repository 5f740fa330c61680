import { enableCompileCache } from 'node:module';
import { cacheFolder } from '../packs/cache-folder.ts';

// What was compiled is kept for the next start, which then takes less than half the time.
enableCompileCache(cacheFolder('compiled'));

const { runProgram } = await import('./run-program.ts');
await runProgram(process.argv.slice(2));
