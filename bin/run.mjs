// `npm start`, `npm test` and their like: node bin/run.mjs <script>
import { join } from 'node:path';
import { install, root, run } from './bootstrap.mjs';

const bin = (...parts) => join(root, 'node_modules', ...parts);
const tsc = bin('typescript', 'bin', 'tsc');
const oxlint = bin('oxlint', 'bin', 'oxlint');
const oxfmt = bin('oxfmt', 'bin', 'oxfmt');

const types = [
  [tsc, '--noEmit', '-p', root],
  [tsc, '--noEmit', '-p', join(root, 'console')],
];

const scripts = {
  start: [[join(root, 'src/cli/main.ts'), 'demo']],
  check: [...types, [oxlint], [oxfmt, '--check']],
  format: [[oxlint, '--fix'], [oxfmt]],
  test: [
    ...types,
    [oxlint],
    [oxfmt, '--check'],
    [join(root, 'tools/test-machine.ts')],
    [bin('vitest', 'vitest.mjs'), 'run'],
  ],
  bench: [[join(root, 'bench/main.ts')]],
  build: [[join(root, 'tools/build.ts')]],
};

/**
 * What glibc does with memory that was given back, for the tests and all they start: keep some for
 * the next statement. Mapping it anew each time is a tenth of the processor of an inspection.
 */
const keepMemory = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '134217728',
  MALLOC_TOP_PAD_: '16777216',
  MALLOC_TRIM_THRESHOLD_: '268435456',
};

const [name = '', ...rest] = process.argv.slice(2);
const steps = scripts[name];
if (!steps) {
  console.error(`polyprism: no script "${name}"; there are ${Object.keys(scripts).join(', ')}`);
  process.exit(2);
}
process.chdir(root);
if (name === 'test') Object.assign(process.env, keepMemory);
install();
let status = 0;
for (const [i, step] of steps.entries()) {
  status = await run(i === steps.length - 1 ? [...step, ...rest] : step);
  if (status !== 0) break;
}
process.exitCode = status;
