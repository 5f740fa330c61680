import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { takeOwnership } from '../../src/store/cluster/owner-lock.ts';
import { makeWorkspace } from '../support/store-workspace.ts';

const workspace = makeWorkspace();
const lock = join(workspace.folder, 'lock');
afterAll(() => workspace.remove());

const source = join(import.meta.dirname, '../../src/store/cluster/owner-lock.ts');
const program = `
  import { takeOwnership } from ${JSON.stringify(source)};
  try { takeOwnership(${JSON.stringify(lock)}); console.log('taken'); }
  catch (error) { console.log(error.issue.code); }
  // Until all have been heard.
  process.stdin.resume();
`;

describe('the lock of a workspace', () => {
  it('is held once, and free after its release', () => {
    const release = takeOwnership(lock);
    expect(() => takeOwnership(lock)).toThrow('store.in_use');
    release();
    expect(existsSync(lock)).toBe(false);
    takeOwnership(lock)();
  });

  it('is taken from a process that is gone, and from one whose number was given again', () => {
    const stale = [
      { pid: 2 ** 22 + 1, began: null, host: hostname() },
      { pid: process.pid, began: 'another boot/1', host: hostname() },
    ];
    for (const owner of stale) {
      writeFileSync(lock, JSON.stringify(owner));
      const release = takeOwnership(lock);
      expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
      release();
    }
  });

  it('is not taken from another machine', () => {
    writeFileSync(lock, JSON.stringify({ pid: 1, began: null, host: 'another' }));
    expect(() => takeOwnership(lock)).toThrow('store.in_use');
  });

  it('goes to one of many that find it stale at once', async () => {
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, began: null, host: hostname() }));
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', program]),
    );
    const first = children.map(async ({ stdout }) =>
      String((await once(stdout, 'data'))[0]).trim(),
    );
    const said = (await Promise.all(first)).toSorted();
    for (const { stdin } of children) stdin.end();
    expect(said).toEqual([...Array.from({ length: 5 }, () => 'store.in_use'), 'taken']);
  });
});
