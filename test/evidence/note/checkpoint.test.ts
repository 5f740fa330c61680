import { describe, expect, it } from 'vitest';
import { base64Of } from '../../../src/evidence/base64.ts';
import { checkpointText, readCheckpoint } from '../../../src/evidence/note/checkpoint.ts';
import { cosign, cosignedAt } from '../../../src/evidence/note/cosignature.ts';
import { logProofText, readLogProof } from '../../../src/evidence/note/log-proof.ts';
import { readNote, signersOf } from '../../../src/evidence/note/signed-note.ts';
import { readVerifierKey, verifierKey } from '../../../src/evidence/note/verifier-key.ts';
import { limits } from '../../../src/model/limits.ts';
import { hex } from '../log/grown-log.ts';
import { privateKey } from '../keys.ts';
import go from '../vectors/go-cosigned.json' with { type: 'json' };

/** The example of tlog-checkpoint. */
const example =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

describe('checkpoints', () => {
  it('are read and written as the example of the specification', () => {
    const read = readCheckpoint(example);
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(read && checkpointText(read)).toBe(example);
    expect(readCheckpoint(`${example}an extension\n`)).toEqual(read);
  });

  it.each([
    example.slice(0, -1),
    `${example}\n`,
    `\n${example}`,
    example.replace('20852163', '020852163'),
    example.replace('20852163', '+20852163'),
    example.replace('20852163', '9007199254740992'),
    example.replace('20852163', ''),
    example.replace('q2I=', 'q2I'),
    example.replace('q2I=', 'q2J='),
    'origin\n1\n',
    '',
  ])('are refused: %j', (text) => {
    expect(readCheckpoint(text)).toBeNull();
  });

  it('are verified with the cosignature of a witness, as Go’s formats package made it', () => {
    const note = readNote(Buffer.from(go.note));
    const [log, witness] = [readVerifierKey(go.log), readVerifierKey(go.witness)];
    if (!note || !log || !witness) throw new Error('vector not read');
    expect(signersOf(note, [log, witness])).toEqual([log, witness]);
    const [, cosignature] = note.signatures;
    if (!cosignature) throw new Error('no cosignature');
    const time_s = cosignedAt(cosignature.bytes);
    expect(time_s).toBe(Buffer.from(cosignature.bytes).readBigUInt64BE());
    const later = Buffer.from(cosignature.bytes);
    later.writeUInt8(later.readUInt8(7) ^ 1, 7);
    const changed = [{ ...cosignature, bytes: later }];
    expect(signersOf({ ...note, signatures: changed }, [witness])).toBeNull();
  });

  it('are cosigned at the time the signature states, and no other', () => {
    const [, cosignature] = [4, privateKey(9)] as const;
    const key = verifierKey('w.example', 4, cosignature.public_key);
    const bytes = cosign(example, 1_679_315_147n, cosignature);
    const note = { text: example, signatures: [{ name: key.name, id: key.id, bytes }] };
    expect(signersOf(note, [key])).toEqual([key]);
    expect(cosignedAt(bytes)).toBe(1_679_315_147n);
    expect(cosignedAt(bytes.subarray(1))).toBeNull();
    expect(cosignedAt(Buffer.concat([Buffer.of(0x80), bytes.subarray(1)]))).toBeNull();
    expect(signersOf({ ...note, text: `${example}x\n` }, [key])).toBeNull();
  });
});

describe('proofs with their checkpoint', () => {
  const proof = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const text =
    `c2sp.org/tlog-proof@v1\nindex 7\n${base64Of(proof[0]!)}\n${base64Of(proof[1]!)}\n\n` + go.note;

  it('are written and read line by line', () => {
    expect(logProofText({ index: 7, proof, checkpoint: go.note })).toBe(text);
    const read = readLogProof(Buffer.from(text));
    expect(read?.proof.map(hex)).toEqual(proof.map(hex));
    expect(read).toMatchObject({ index: 7, checkpoint: go.note });
    const extra = text.replace('index 7', 'extra AAAA\nindex 7');
    expect(readLogProof(Buffer.from(extra))).toEqual(read);
  });

  it.each([
    text.replace('@v1', '@v2'),
    text.replace('index 7', 'index 07'),
    text.replace('index 7', 'index 9007199254740992'),
    text.replace('index 7\n', ''),
    text.replace('AQE=', 'AQE'),
    'c2sp.org/tlog-proof@v1',
    '',
  ])('are refused: %j', (spoilt) => {
    expect(readLogProof(Buffer.from(spoilt))).toBeNull();
  });

  it('have at most 64 hashes and so many bytes', () => {
    const of = (hashes: number): string =>
      logProofText({ index: 0, proof: Array(hashes).fill(proof[0]), checkpoint: 'c' });
    for (const hashes of [63, 64])
      expect(readLogProof(Buffer.from(of(hashes)))?.proof).toHaveLength(hashes);
    expect(readLogProof(Buffer.from(of(65)))).toBeNull();
    const most = limits.note_bytes_max;
    const long = (bytes: number): Buffer => Buffer.from(of(1) + 'c'.repeat(bytes - of(1).length));
    for (const bytes of [most - 1, most]) expect(readLogProof(long(bytes))).not.toBeNull();
    expect(readLogProof(long(most + 1))).toBeNull();
  });
});
