#!/usr/bin/env node
// The command. From a clone it runs the sources; from a package, where Node will not strip
// types, the built files.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, isRecent, root, run } from './bootstrap.mjs';

const source = join(root, 'src', 'cli', 'main.ts');
const fromClone = existsSync(source);
const main = fromClone ? source : join(root, 'dist', 'cli', 'main.js');
if (fromClone) install();
if (isRecent) await import(pathToFileURL(main).href);
else process.exitCode = await run([main, ...process.argv.slice(2)]);
