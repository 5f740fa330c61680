import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, trackedFiles } from './repository.ts';

const page = readFileSync(join(root, 'docs/reference/keys.md'), 'utf8');
const imports = /import \{([^}]*)\} from '(?:node:crypto|@noble\/[^']+|@node-rs\/argon2|otpauth)'/g;

/** What a source calls of cryptography, without types. */
function calledIn(source: string): string[] {
  return [...source.matchAll(imports)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim().replace(/ as \w+$/, ''))
    .filter((name) => name !== '' && !name.startsWith('type '));
}

it('every cryptographic primitive the sources call is in docs/reference/keys.md', () => {
  const sources = trackedFiles().filter((file) => /^(?:src|console\/src)\/.*\.tsx?$/.test(file));
  const called = new Set(
    sources.flatMap((file) => calledIn(readFileSync(join(root, file), 'utf8'))),
  );
  expect(called.size).toBeGreaterThan(15);
  const listed = new Set(
    page
      .slice(page.indexOf('## Primitives'))
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)])
      .map(([, name = '']) => name),
  );
  expect([...called].filter((name) => !listed.has(name))).toEqual([]);
  expect([...listed].filter((name) => !called.has(name))).toEqual([]);
  expect(calledIn("import { createHash, md5 as old } from 'node:crypto';")).toEqual([
    'createHash',
    'md5',
  ]);
});
