import { growingTree } from '../../../src/evidence/log/growing-tree.ts';
import type { Hash } from '../../../src/evidence/log/merkle-hash.ts';
import type { ReadSubtree, Subtree } from '../../../src/evidence/log/subtree.ts';

/** A log grown in memory that keeps every full subtree, as a store does. */
export function grownLog(entries: readonly Uint8Array[]): {
  readonly roots: readonly Hash[];
  readonly read: ReadSubtree;
} {
  const kept = new Map<string, Hash>();
  const name = ({ level, index }: Subtree): string => `${level}/${index}`;
  const tree = growingTree(undefined, (subtree, hash) => kept.set(name(subtree), hash));
  const roots = [tree.root()];
  for (const entry of entries) {
    tree.append(entry);
    roots.push(tree.root());
  }
  const read: ReadSubtree = (subtree) => {
    const hash = kept.get(name(subtree));
    if (!hash) throw new Error(`subtree ${name(subtree)} was never kept`);
    return hash;
  };
  return { roots, read };
}

/** The entries of the vectors made by Go's tlog package: "entry 0\n" and so on. */
export const numberedEntries = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => Buffer.from(`entry ${at}\n`));

export const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
