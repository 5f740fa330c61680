#!/usr/bin/env node
// The command. From a clone it runs the sources; from a package, where Node will not strip
// types, the built files.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './bootstrap.mjs';

const built = join(root, 'dist', 'cli', 'main.js');
const fromClone = existsSync(join(root, 'src', 'cli', 'main.ts'));
if (fromClone) install();
process.exit(
  run([fromClone ? join(root, 'src', 'cli', 'main.ts') : built, ...process.argv.slice(2)]),
);
