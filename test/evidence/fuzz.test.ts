import { describe, expect, it } from 'vitest';
import { consistencyProof, isConsistent } from '../../src/evidence/log/consistency-proof.ts';
import { inclusionProof, isIncluded } from '../../src/evidence/log/inclusion-proof.ts';
import { leafHash } from '../../src/evidence/log/merkle-hash.ts';
import { readNote, signersOf } from '../../src/evidence/note/signed-note.ts';
import { isEnvelopeOf } from '../../src/evidence/statement/envelope.ts';
import { readLoggedStatement } from '../../src/evidence/statement/logged-statement.ts';
import { readBag } from '../../src/evidence/verify/bag-source.ts';
import { checkFiles } from '../../src/evidence/verify/check-files.ts';
import { checkSeal } from '../../src/evidence/verify/check-seal.ts';
import { seeded } from '../../src/generate/random.ts';
import type { Random } from '../../src/generate/random.ts';
import { privateKey } from './keys.ts';
import { grownLog, numberedEntries } from './log/grown-log.ts';
import { checkpoint, keys, smallBag, sourceOf } from './small-bag.ts';

const seed = Number(process.env['POLYPRISM_FUZZ_SEED'] ?? 20_261);
const entries = numberedEntries(200);
const { roots, read } = grownLog(entries);

/** A byte changed, taken out, put in or doubled, or the end cut off; never the same bytes. */
function mutated(bytes: Uint8Array, random: Random): Buffer {
  const before = Buffer.from(bytes);
  for (;;) {
    const at = random.between(0, before.length - 1);
    const byte = random.between(0, 255);
    const [head, tail] = [before.subarray(0, at), before.subarray(at + 1)];
    const after = random.pick([
      Buffer.concat([head, Buffer.of(byte), tail]),
      Buffer.concat([head, tail]),
      Buffer.concat([head, Buffer.of(byte), before.subarray(at)]),
      Buffer.concat([head, before.subarray(at, at + 40), before.subarray(at)]),
      head,
    ]);
    if (!after.equals(before)) return after;
  }
}

/** A list of hashes with something done to it; never the same list. */
function mutatedProof(proof: readonly Uint8Array[], random: Random): Uint8Array[] {
  const spare = random.pick(roots);
  const at = random.between(0, proof.length);
  const kind = proof.length === 0 ? 1 : random.between(0, 3);
  const after = [...proof];
  if (kind === 0) after.splice(Math.min(at, proof.length - 1), 1);
  if (kind === 1) after.splice(at, 0, spare);
  if (kind === 2 && at < proof.length) after[at] = mutated(proof[at]!, random);
  if (kind === 3) after.reverse();
  const same = after.length === proof.length && after.every((one, i) => one === proof[i]);
  return same ? mutatedProof(proof, random) : after;
}

/** 100,000 of all kinds together. */
describe(`mutated, seed ${seed}`, () => {
  it('proofs of inclusion are never accepted', () => {
    const random = seeded(seed);
    for (let round = 0; round < 30_000; round++) {
      const size = random.between(2, 200);
      const index = random.between(0, size - 1);
      const proof = inclusionProof(index, size, read);
      const claim = { index, size, leaf: leafHash(entries[index]!), root: roots[size]! };
      const spoilt = mutatedProof(proof, random);
      if (isIncluded({ ...claim, proof: spoilt })) expect.unreachable(`${round}: ${index} ${size}`);
      if (round % 100 === 0) expect(isIncluded({ ...claim, proof })).toBe(true);
    }
  });

  it('proofs of consistency are never accepted', () => {
    const random = seeded(seed + 1);
    for (let round = 0; round < 30_000; round++) {
      const grown = random.between(2, 200);
      const size = random.between(1, grown - 1);
      const proof = consistencyProof(size, grown, read);
      const claim = { size, root: roots[size]!, grown, grown_root: roots[grown]! };
      const spoilt = mutatedProof(proof, random);
      if (isConsistent({ ...claim, proof: spoilt }))
        expect.unreachable(`${round}: ${size} ${grown}`);
      if (round % 100 === 0) expect(isConsistent({ ...claim, proof })).toBe(true);
    }
  });

  it('checkpoints are never accepted of all their signers', () => {
    const random = seeded(seed + 2);
    const [, own, witness] = keys;
    const signers = (bytes: Uint8Array): number => {
      const note = readNote(bytes);
      return note ? (signersOf(note, [own!, witness!])?.length ?? 0) : 0;
    };
    expect(signers(checkpoint)).toBe(2);
    for (let round = 0; round < 20_000; round++) {
      const spoilt = mutated(checkpoint, random);
      // What is left may still be signed by one: never by both, never another text by any.
      const note = readNote(spoilt);
      const text = note && signers(spoilt) > 0 ? note.text : null;
      const whole = Buffer.from(checkpoint).toString();
      if (signers(spoilt) === 2 || (text !== null && !whole.startsWith(text)))
        expect.unreachable(`${round}: ${spoilt}`);
    }
  });

  it('statements are never accepted', () => {
    const random = seeded(seed + 3);
    const key = privateKey(1).public_key;
    const line = Buffer.from(smallBag().get('data/inspection.json')!).subarray(0, -1);
    const payload = readLoggedStatement(line.toString())!.payload;
    const accepted = (bytes: Buffer): boolean => {
      const read_ = readLoggedStatement(bytes.toString('utf8'));
      return read_ !== null && isEnvelopeOf(read_.envelope, key);
    };
    expect(accepted(line)).toBe(true);
    for (let round = 0; round < 10_000; round++) {
      const spoilt = mutated(line, random);
      if (!accepted(spoilt)) continue;
      // The key's hint and the place in the log are not signed: the statement itself is.
      const again = readLoggedStatement(spoilt.toString('utf8'));
      expect(Buffer.from(again!.payload).equals(payload), `${round}`).toBe(true);
    }
  });

  it('bags are never accepted', async () => {
    const random = seeded(seed + 4);
    const bag = smallBag();
    const paths = [...bag.keys()];
    const isBroken = async (files: ReadonlyMap<string, Uint8Array>): Promise<boolean> => {
      const read_ = await readBag(sourceOf(files));
      const outcomes = [...checkFiles(read_), checkSeal(read_, keys)];
      return outcomes.some(({ state }) => state === 'broken');
    };
    expect(await isBroken(bag)).toBe(false);
    for (let round = 0; round < 10_000; round++) {
      const path = random.pick(paths);
      const other = random.pick(paths);
      const files = new Map(bag);
      const kind = random.between(0, 3);
      if (kind === 0) files.delete(path);
      else if (kind === 1) files.set(`data/raw/${round}`, bag.get(path)!);
      else if (kind === 2 && other !== path) files.set(path, bag.get(other)!);
      else files.set(path, mutated(bag.get(path)!, random));
      if (!(await isBroken(files))) expect.unreachable(`${round}: ${path}`);
    }
  });
});
