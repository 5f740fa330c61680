import { describe, expect, it } from 'vitest';
import { readBag } from '../../../src/evidence/verify/bag-source.ts';
import { checkFiles } from '../../../src/evidence/verify/check-files.ts';
import { verifyBag } from '../../../src/evidence/verify/verify-bag.ts';
import { nothing, smallBag, sourceOf } from '../small-bag.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const bag = smallBag();

/** By the digests alone: without keys, so by anybody. */
async function isFound(files: Files): Promise<boolean> {
  const outcomes = checkFiles(await readBag(sourceOf(files)));
  return outcomes.some(({ state }) => state === 'broken');
}

/** By all of it; it takes ten times as long. */
async function isFoundByAll(files: Files): Promise<boolean> {
  const outcomes = await verifyBag(sourceOf(files), nothing);
  return outcomes.some(({ state }) => state === 'broken');
}

describe('every byte of a small bag', () => {
  it('is whole before', async () => {
    expect([await isFound(bag), await isFoundByAll(bag)]).toEqual([false, false]);
  });

  it.each([...bag.keys()])('is missed when changed: %s', async (path) => {
    const content = Buffer.from(bag.get(path) ?? []);
    const unseen: number[] = [];
    for (let at = 0; at < content.length; at++) {
      const spoilt = Buffer.from(content);
      spoilt.writeUInt8(content.readUInt8(at) ^ (1 << (at % 8)), at);
      const files = new Map(bag).set(path, spoilt);
      const whole = at % 37 === 0;
      if (!(await isFound(files)) || (whole && !(await isFoundByAll(files)))) unseen.push(at);
    }
    expect(unseen).toEqual([]);
  });

  it('and every file is missed when taken out', async () => {
    for (const path of bag.keys()) {
      const less = new Map(bag);
      less.delete(path);
      expect(await isFoundByAll(less), path).toBe(true);
    }
  });
});
