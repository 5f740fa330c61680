/**
 * Writes src/server/auth/common-passwords.ts out of a list of passwords, a line each, the commonest
 * first: `node tools/write-common-passwords.ts list.txt`. Where the list is from, and why none of
 * its words stand here: docs/decisions/common-passwords.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../src/model/limits.ts';
import { commonDigest } from '../src/server/auth/common-digest.ts';

const most = 5_000;
const line_chars = 92;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('which list?');
const taken = new Set<string>();
for (const line of readFileSync(path, 'utf8').split('\n')) {
  if (taken.size >= most) break;
  if ([...line].length >= limits.password_chars_min) taken.add(commonDigest(line));
}
const digests = Buffer.concat([...taken].toSorted().map((one) => Buffer.from(one, 'hex')));
const lines = digests.toString('base64').match(new RegExp(`.{1,${line_chars}}`, 'g')) ?? [];
const n = taken.size.toLocaleString('en');
const text = `/**
 * Digests (\`commonDigest\`) of the ${n} commonest passwords long enough to be taken, sorted, as
 * base64. Written by tools/write-common-passwords.ts of a list of SecLists, copyright 2018 Daniel
 * Miessler, MIT licence: docs/decisions/common-passwords.md.
 */
export const commonPasswords =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
writeFileSync(join(import.meta.dirname, '../src/server/auth/common-passwords.ts'), text);
