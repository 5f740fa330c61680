import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PolyprismError } from '../../../src/model/issue.ts';
import { breachedList, isBreached } from '../../../src/server/auth/is-breached.ts';
import { assertNewPassword } from '../../../src/server/auth/password.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-breached-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const digest = (text: string): string => createHash('sha1').update(text).digest('hex');
const leaked = Array.from({ length: 1_000 }, (_, i) => `leaked phrase no. ${i}`);

function listOf(words: readonly string[], line: (hex: string, i: number) => string): string {
  const path = join(folder, `list-${words.length}-${line('', 1)}.txt`.replaceAll(/[^\w.-]/g, '_'));
  const lines = words.map(digest).toSorted().map(line);
  writeFileSync(path, lines.join(''));
  return path;
}

const upper = (hex: string, i: number): string => `${hex.toUpperCase()}:${i ** 3}\r\n`;
const bare = (hex: string): string => `${hex}\n`;

describe('a list of what has leaked', () => {
  it.each([
    ['with counts', upper],
    ['of digests alone', bare],
  ])('%s knows every password in it and no other', (_, line) => {
    const path = listOf(leaked, line);
    for (const one of leaked) expect([one, isBreached(path, one)]).toEqual([one, true]);
    for (let i = 0; i < 1_000; i += 1) expect(isBreached(path, `never leaked ${i}`)).toBe(false);
  });

  it('may have one line, or none', () => {
    const one = listOf(leaked.slice(0, 1), bare);
    expect([isBreached(one, leaked[0] ?? ''), isBreached(one, 'x')]).toEqual([true, false]);
    expect(isBreached(listOf([], bare), 'x')).toBe(false);
  });

  it('of another form is refused, never taken for one without the password', () => {
    const path = join(folder, 'words.txt');
    writeFileSync(path, 'password\n123456\n');
    expect(() => isBreached(path, 'x')).toThrow(PolyprismError);
    const long = join(folder, 'long.txt');
    writeFileSync(long, 'A'.repeat(5_000));
    expect(() => isBreached(long, 'x')).toThrow(PolyprismError);
  });

  it('is looked at before the server starts', () => {
    const path = listOf(leaked, upper);
    expect(breachedList(path)).toBe(path);
    expect(() => breachedList(join(folder, 'none.txt'))).toThrow('input.not_found');
    expect(() => breachedList(join(folder, 'words.txt'))).toThrow('auth.breached_list');
  });

  it('keeps its passwords from being chosen', () => {
    const path = listOf(leaked, upper);
    const chosen = 'leaked phrase no. 7';
    expect(() => assertNewPassword(chosen, [], path)).toThrow('auth.password_guessable');
    expect(() => assertNewPassword(chosen, [])).not.toThrow();
    expect(() => assertNewPassword('vier grüne Rüben am Dienstag', [], path)).not.toThrow();
  });
});
