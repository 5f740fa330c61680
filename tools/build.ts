import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildConsole } from '../src/cli/console/built-console.ts';
import { root } from '../test/tidy/repository.ts';
import { sbomOf } from './sbom.ts';
import type { LockFile } from './sbom.ts';

/**
 * `dist/` for the package: JavaScript by tsc, the data files that lie among the sources beside it,
 * the console, and what the package installs (`sbom.cdx.json`). `node tools/build.ts [folder]`.
 */
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
rmSync(dist, { recursive: true, force: true });
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const project = join(root, 'tsconfig.build.json');
execFileSync(process.execPath, [tsc, '-p', project, '--outDir', dist], { stdio: 'inherit' });
for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
  if (/\.(yaml|sql|json|py)$/.test(file)) cpSync(join(root, 'src', file), join(dist, file));
}
await buildConsole(join(dist, 'console'));
// npm's own file: its version is held by a test.
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
writeFileSync(join(dist, 'sbom.cdx.json'), sbomOf(lock));
