import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLinkCuts } from '../../src/cli/read-link-cuts.ts';
import { limits } from '../../src/model/limits.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-cuts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const cuts = `schema: polyprism.link_cuts/1
cuts: [{kinds: [phone], link_key: k, author: Z, reason: lent, decided_on: 2026-05-04}]
#`;

describe('the file of cuts', () => {
  it.each([
    [-1, 1],
    [0, 1],
    [1, 'pack.too_large'],
  ])('of the limit %i bytes is read or refused', async (more, told) => {
    const file = join(folder, 'cuts.yaml');
    writeFileSync(file, cuts.padEnd(limits.link_cuts_bytes_max + more, 'x'));
    const read = readLinkCuts(file);
    if (typeof told === 'number') expect((await read).cuts).toHaveLength(told);
    else await expect(read).rejects.toThrow(told);
  });

  it('that is not there is told by its path', async () => {
    await expect(readLinkCuts(join(folder, 'none.yaml'))).rejects.toThrow('input.not_found');
  });
});
