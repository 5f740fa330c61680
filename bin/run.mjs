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

const [name = '', ...rest] = process.argv.slice(2);
const steps = scripts[name];
if (!steps) {
  console.error(`polyprism: no script "${name}"; there are ${Object.keys(scripts).join(', ')}`);
  process.exit(2);
}
process.chdir(root);
install();
let status = 0;
for (const [i, step] of steps.entries()) {
  status = await run(i === steps.length - 1 ? [...step, ...rest] : step);
  if (status !== 0) break;
}
process.exitCode = status;
