import { describe, expect, it } from 'vitest';
import { growingTree } from '../../../src/evidence/log/growing-tree.ts';
import { emptyRoot, leafHash } from '../../../src/evidence/log/merkle-hash.ts';
import { MTH } from '../../oracle/slow-tree.ts';
import goLog from '../vectors/go-tlog.json' with { type: 'json' };
import { grownLog, hex, numberedEntries } from './grown-log.ts';

/** The eight leaves of Certificate Transparency's reference tests and the roots they publish. */
const reference = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [
    '606162636465666768696a6b6c6d6e6f',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
] as const;

describe('growingTree', () => {
  it('has the published roots of the reference leaves', () => {
    const { roots } = grownLog(reference.map(([leaf]) => Buffer.from(leaf, 'hex')));
    expect(roots.slice(1).map(hex)).toEqual(reference.map(([, root]) => root));
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(growingTree().root())).toBe(hex(emptyRoot));
  });

  it('has the roots of a log made by the tlog package of Go', () => {
    const { roots } = grownLog(numberedEntries(1_000));
    const found = Object.keys(goLog.roots).map((size) => [size, hex(roots[Number(size)]!)]);
    expect(found).toEqual(Object.entries(goLog.roots));
  });

  it('has the root of the recursive definition at every size up to 300', () => {
    const entries = numberedEntries(300);
    const { roots } = grownLog(entries);
    for (let size = 0; size <= 300; size++)
      expect(hex(roots[size]!), `${size}`).toBe(hex(MTH(entries.slice(0, size))));
  });

  it('goes on from a frontier as if it had never stopped, wherever it stopped', () => {
    const entries = numberedEntries(130);
    const { roots } = grownLog(entries);
    for (let stop = 0; stop <= 130; stop++) {
      const first = growingTree();
      for (const entry of entries.slice(0, stop)) first.append(entry);
      const second = growingTree(first.frontier());
      for (const entry of entries.slice(stop)) second.append(entry);
      expect([second.size(), hex(second.root())]).toEqual([130, hex(roots[130]!)]);
    }
  });

  it('tells each full subtree once, when its last leaf is in', () => {
    const told: string[] = [];
    const tree = growingTree(undefined, ({ level, index }) => told.push(`${level}/${index}`));
    for (const entry of numberedEntries(4)) tree.append(entry);
    expect(told).toEqual(['0/0', '0/1', '1/0', '0/2', '0/3', '1/1', '2/0']);
  });

  it('returns the leaf hash, and takes no part in what is done to a frontier', () => {
    const tree = growingTree();
    expect(hex(tree.append(Buffer.from('00', 'hex')))).toBe(
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    );
    expect(hex(leafHash(Buffer.from('10', 'hex')))).toBe(
      '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
    );
    const before = hex(tree.root());
    (tree.frontier().hashes as unknown[]).pop();
    expect(hex(tree.root())).toBe(before);
  });

  it.each([
    [{ size: 3, hashes: [emptyRoot] }],
    [{ size: -1, hashes: [] }],
    [{ size: 2 ** 53, hashes: [emptyRoot] }],
    [{ size: 0.5, hashes: [] }],
  ])('refuses a frontier that is none: %j', (frontier) => {
    expect(() => growingTree(frontier)).toThrow(RangeError);
  });
});
