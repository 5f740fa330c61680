import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const every = 'test/**/*.test.ts';

/** Files that put something in the place of a module: nothing may be loaded before them. */
const alone = globSync(every, { cwd: import.meta.dirname }).filter((path) =>
  readFileSync(`${import.meta.dirname}/${path}`, 'utf8').includes('vi.mock('),
);

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two workers: the machines this runs on have two cores, and DuckDB has threads of its own.
    maxWorkers: 2,
    // What a worker has loaded stays for its next file: more than Node grants on a small machine.
    execArgv: ['--max-old-space-size=3072'],
    // Programs the tests start are compiled once, not each time.
    env: { NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/compiled` },
    projects: [
      // Modules are loaded once a worker rather than once a file.
      { extends: true, test: { name: 'shared', include: [every], exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
