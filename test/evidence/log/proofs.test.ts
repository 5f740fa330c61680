import { describe, expect, it } from 'vitest';
import { consistencyProof, isConsistent } from '../../../src/evidence/log/consistency-proof.ts';
import { inclusionProof, isIncluded } from '../../../src/evidence/log/inclusion-proof.ts';
import { emptyRoot, leafHash } from '../../../src/evidence/log/merkle-hash.ts';
import type { Hash } from '../../../src/evidence/log/merkle-hash.ts';
import { PATH, PROOF } from '../../oracle/slow-tree.ts';
import goLog from '../vectors/go-tlog.json' with { type: 'json' };
import probes from '../vectors/merkle-probes.json' with { type: 'json' };
import { grownLog, hex, numberedEntries } from './grown-log.ts';

const base64 = (text: string): Hash => Buffer.from(text, 'base64');
const most = 40;
const entries = numberedEntries(most);
const { roots, read } = grownLog(entries);
const root = (size: number): Hash => roots[size]!;

describe('inclusion proofs', () => {
  it('are those of the recursive definition and hold, for every leaf of every tree', () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(index, size, read);
        expect(proof.map(hex)).toEqual(PATH(index, entries.slice(0, size)).map(hex));
        const leaf = leafHash(entries[index]!);
        expect(isIncluded({ index, size, leaf, proof, root: root(size) })).toBe(true);
      }
    }
  });

  it('hold for no other index, size, leaf or root', () => {
    for (let size = 1; size <= 12; size++) {
      for (let index = 0; index < size; index++) {
        const claim = {
          index,
          size,
          leaf: leafHash(entries[index]!),
          proof: inclusionProof(index, size, read),
          root: root(size),
        };
        for (let other = 0; other <= 12; other++) {
          if (other !== index) expect(isIncluded({ ...claim, index: other })).toBe(false);
          if (other !== size)
            expect(isIncluded({ ...claim, root: root(other) }), `${size} ${other}`).toBe(false);
        }
        expect(isIncluded({ ...claim, leaf: leafHash(Buffer.from('no')) })).toBe(false);
        expect(isIncluded({ ...claim, proof: [...claim.proof, emptyRoot] })).toBe(false);
        if (size > 1) expect(isIncluded({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }
    }
  });

  it('are judged as Certificate Transparency’s 98 probes say', () => {
    const judged = probes.inclusion.map((probe) => [
      probe.name,
      isIncluded({
        index: probe.leafIdx,
        size: probe.treeSize,
        leaf: base64(probe.leafHash),
        proof: probe.proof.map(base64),
        root: base64(probe.root),
      }),
    ]);
    expect(judged).toEqual(probes.inclusion.map((probe) => [probe.name, !probe.wantErr]));
  });

  it('are those of Go’s tlog package', () => {
    const log = grownLog(numberedEntries(1_000));
    for (const { index, size, proof } of goLog.inclusion)
      expect(inclusionProof(index, size, log.read).map(hex)).toEqual(proof);
    expect(goLog.inclusion.length).toBeGreaterThan(50);
  });

  it('are not made for a leaf that is not there', () => {
    for (const [index, size] of [
      [5, 5],
      [-1, 5],
      [0, 0],
      [0.5, 2],
      [0, 2 ** 53],
    ] as const)
      expect(() => inclusionProof(index, size, read)).toThrow(RangeError);
    const nowhere = { leaf: emptyRoot, proof: [], root: emptyRoot };
    expect(isIncluded({ ...nowhere, index: 0, size: 0 })).toBe(false);
    expect(isIncluded({ ...nowhere, index: Number.NaN, size: 1 })).toBe(false);
    expect(isIncluded({ ...nowhere, index: 0, size: 1.5 })).toBe(false);
  });
});

describe('consistency proofs', () => {
  it('are those of the recursive definition and hold, between every two trees', () => {
    for (let grown = 1; grown <= most; grown++) {
      for (let size = 1; size <= grown; size++) {
        const proof = consistencyProof(size, grown, read);
        expect(proof.map(hex)).toEqual(PROOF(size, entries.slice(0, grown)).map(hex));
        const claim = { size, root: root(size), grown, grown_root: root(grown), proof };
        expect(isConsistent(claim)).toBe(true);
      }
    }
  });

  it('hold for no other roots or sizes', () => {
    for (let grown = 2; grown <= 12; grown++) {
      for (let size = 1; size < grown; size++) {
        const proof = consistencyProof(size, grown, read);
        const claim = { size, root: root(size), grown, grown_root: root(grown), proof };
        for (let other = 0; other <= 12; other++) {
          if (other !== size) expect(isConsistent({ ...claim, root: root(other) })).toBe(false);
          if (other !== grown)
            expect(isConsistent({ ...claim, grown_root: root(other) })).toBe(false);
          if (other !== size) expect(isConsistent({ ...claim, size: other })).toBe(false);
        }
        expect(isConsistent({ ...claim, proof: [...proof, emptyRoot] })).toBe(false);
        expect(isConsistent({ ...claim, proof: proof.slice(1) })).toBe(false);
      }
    }
  });

  it('are judged as Certificate Transparency’s 98 probes say', () => {
    const judged = probes.consistency.map((probe) => [
      probe.name,
      isConsistent({
        size: probe.size1,
        root: base64(probe.root1),
        grown: probe.size2,
        grown_root: base64(probe.root2),
        proof: probe.proof.map(base64),
      }),
    ]);
    // Accepted there, with roots that are no hashes; refused here.
    const stricter = 'consistency/additional/sizes-are-equal-one-and-proof-is-empty';
    const expected = probes.consistency.map((probe) => [
      probe.name,
      !probe.wantErr && probe.name !== stricter,
    ]);
    expect(judged).toEqual(expected);
  });

  it('are those of Go’s tlog package', () => {
    const log = grownLog(numberedEntries(1_000));
    for (const { size, grown, proof } of goLog.consistency)
      expect(consistencyProof(size, grown, log.read).map(hex)).toEqual(proof);
    expect(goLog.consistency.length).toBeGreaterThan(50);
  });

  it('do not speak of the empty tree, nor of a tree that does not grow', () => {
    const claim = { size: 0, root: emptyRoot, grown: 5, grown_root: root(5), proof: [] };
    expect(isConsistent(claim)).toBe(false);
    expect(isConsistent({ ...claim, grown: 0, grown_root: emptyRoot })).toBe(false);
    for (const [size, grown] of [
      [0, 5],
      [6, 5],
      [-1, 5],
      [1.5, 5],
      [1, Number.NaN],
    ] as const)
      expect(() => consistencyProof(size, grown, read)).toThrow(RangeError);
  });
});
