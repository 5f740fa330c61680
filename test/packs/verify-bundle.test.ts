import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PolyprismError } from '../../src/model/issue.ts';
import { limits } from '../../src/model/limits.ts';
import { loadPack } from '../../src/packs/load-packs.ts';
import { raiseVersion } from '../../src/packs/raise-version.ts';
import { addSignature, readSignatures } from '../../src/packs/signature.ts';
import type { Signature } from '../../src/packs/signature.ts';
import { isOlder, parseTrust } from '../../src/packs/trust.ts';
import { verifyBundle } from '../../src/packs/verify-bundle.ts';
import { writeBundle } from '../../src/packs/bundle.ts';
import { baseFiles, built, newKey, signedBy, trustYaml } from './built-pack.ts';

const publisher = 'Sample association';
const [first, second, stranger] = [newKey(), newKey(), newKey()];
const trust = trustYaml({ keys: [first, second] });

let sound: Buffer;
beforeAll(async () => {
  sound = await built();
});

function verdict(file: Buffer, signatures: readonly Signature[], yaml = trust): string {
  try {
    return verifyBundle(file, signatures, parseTrust(yaml, 'trust.yaml'), 'x.tgz').keys.join(' ');
  } catch (error) {
    if (!(error instanceof PolyprismError)) throw error;
    return error.issue.code;
  }
}

describe('verifyBundle', () => {
  it('takes what a pinned key signed, and names the key', () => {
    expect(verdict(sound, signedBy(sound, publisher, first))).toBe(first.id);
  });

  it('unsigned', () => {
    expect(verdict(sound, [])).toBe('trust.unsigned');
  });

  it('unknown key', () => {
    expect(verdict(sound, signedBy(sound, publisher, stranger))).toBe('trust.unknown_key');
  });

  it('a pinned key cannot be lent to a stranger', () => {
    const [one] = signedBy(sound, publisher, stranger);
    expect(verdict(sound, [{ ...one!, key: first.id }])).toBe('trust.bad_signature');
  });

  it('wrong publisher: a trusted publisher signs the pack of another', async () => {
    const yaml = trustYaml({ keys: [first] }, { name: 'Other', keys: [second] });
    expect(verdict(sound, signedBy(sound, 'Other', second), yaml)).toBe('trust.wrong_publisher');
  });

  it('wrong publisher: the name of one, the key of another', () => {
    const yaml = trustYaml({ keys: [first] }, { name: 'Other', keys: [second] });
    expect(verdict(sound, signedBy(sound, publisher, second), yaml)).toBe('trust.unknown_key');
    expect(verdict(sound, signedBy(sound, 'Nobody', first), yaml)).toBe('trust.unknown_key');
  });

  it('changed byte', () => {
    const signatures = signedBy(sound, publisher, first);
    for (const at of [0, 9, 600, sound.length - 1]) {
      const spoilt = Buffer.from(sound);
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      expect(verdict(spoilt, signatures)).toBe('trust.bad_signature');
    }
    const [one] = signatures;
    for (const signature of [
      '',
      'AAAA',
      one!.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    ]) {
      expect(verdict(sound, [{ ...one!, signature }])).toBe('trust.bad_signature');
    }
  });

  it('one wrong signature of a pinned key ends it, whatever the others are', () => {
    const signatures = signedBy(sound, publisher, first, second);
    const spoilt = [signatures[0]!, { ...signatures[1]!, signature: signatures[0]!.signature }];
    expect(verdict(sound, spoilt)).toBe('trust.bad_signature');
  });

  it('threshold: two keys, not one key twice', () => {
    const two = trustYaml({ keys: [first, second], threshold: 2 });
    const [one] = signedBy(sound, publisher, first);
    expect(verdict(sound, [one!, one!], two)).toBe('trust.too_few_signatures');
    expect(verdict(sound, signedBy(sound, publisher, first, stranger), two)).toBe(
      'trust.too_few_signatures',
    );
    const both = [first.id, second.id].toSorted().join(' ');
    expect(verdict(sound, signedBy(sound, publisher, stranger, second, first), two)).toBe(both);
  });

  it('a threshold higher than the number of keys lets nothing pass', () => {
    const three = trustYaml({ keys: [first, second], threshold: 3 });
    expect(verdict(sound, signedBy(sound, publisher, first, second), three)).toBe(
      'trust.too_few_signatures',
    );
  });

  it('a pack the publisher is not trusted with', () => {
    const other = trustYaml({ keys: [first], packs: 'other: 1.0.0' });
    expect(verdict(sound, signedBy(sound, publisher, first), other)).toBe('trust.pack_not_listed');
  });

  it.each([
    ['0.9.9', true],
    ['1.0.0', true],
    ['1.0.1', false],
    ['1.1.0', false],
    ['10.0.0', false],
  ])('rollback: 1.0.0 where %s is the lowest: %s', (least, taken) => {
    const yaml = trustYaml({ keys: [first], packs: `sample: ${least}` });
    const expected = taken ? first.id : 'trust.rollback';
    expect(verdict(sound, signedBy(sound, publisher, first), yaml)).toBe(expected);
  });

  it('a signature of something else is none of a pack', () => {
    const digest = createHash('sha256').update(sound).digest();
    expect(verdict(sound, signedBy(digest, publisher, first))).toBe('trust.bad_signature');
  });
});

describe('a signature', () => {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-sign-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is one OpenSSL agrees with', () => {
    const [one] = signedBy(sound, publisher, first);
    const path = (name: string): string => join(folder, name);
    const hex = createHash('sha256').update(sound).digest('hex');
    writeFileSync(path('text'), `polyprism.pack-signature/1\n${hex}\n`);
    writeFileSync(path('sig'), Buffer.from(one!.signature, 'base64'));
    writeFileSync(
      path('pub.pem'),
      `-----BEGIN PUBLIC KEY-----\n${first.line}\n-----END PUBLIC KEY-----\n`,
    );
    const der = Buffer.from(first.line, 'base64');
    expect(one!.key).toBe(createHash('sha256').update(der).digest('hex'));
    const args = ['pkeyutl', '-verify', '-pubin', '-inkey', path('pub.pem'), '-rawin'];
    const files = ['-in', path('text'), '-sigfile', path('sig')];
    const told = execFileSync('openssl', [...args, ...files]).toString();
    expect(told).toContain('Signature Verified Successfully');
  });

  it('replaces one by the same key and keeps the others, in one order', () => {
    const [one, two] = signedBy(sound, publisher, first, second);
    const ids = (list: readonly Signature[]): string[] => list.map(({ key }) => key);
    const sorted = [first.id, second.id].toSorted();
    expect(ids(addSignature([one!], two!).signatures)).toEqual(sorted);
    expect(ids(addSignature([two!], one!).signatures)).toEqual(sorted);
    expect(ids(addSignature([one!, two!], one!).signatures)).toEqual(sorted);
  });

  it.each(['', '{}', '[]', 'null', '{"schema":"polyprism.signatures/1","signatures":[1]}'])(
    'is not read from %j',
    (text) => expect(readSignatures(text)).toBeNull(),
  );
});

describe('trust.yaml', () => {
  it.each([
    ['an RSA-like key', trust.replace(first.line, 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'), 5],
    ['no key', trust.replace(/keys: \[.*\]/, 'keys: []'), 5],
    ['a key that is none', trust.replace(first.line, first.line.replace('MCow', 'MCox')), 5],
    ['no signature wanted', trust.replace('threshold: 1', 'threshold: 0'), 4],
    ['half a signature', trust.replace('threshold: 1', 'threshold: 1.5'), 4],
    ['a version that is none', trust.replace('1.0.0', 'latest'), 6],
    ['a key unknown to it', `${trust}other: 1\n`, 7],
    ['another schema', trust.replace('trust/1', 'trust/2'), 1],
  ])('is refused with its place: %s', (_, yaml, line) => {
    const read = (): unknown => parseTrust(yaml, 'trust.yaml');
    expect(read).toThrow(new RegExp(`^trust\\.yaml:${line}:\\d+: pack\\.`));
  });

  it('lists no publisher twice: the weaker entry would decide', () => {
    const yaml = trustYaml({ keys: [first], threshold: 2 }, { keys: [second] });
    const read = (): unknown => parseTrust(yaml, 'trust.yaml');
    expect(read).toThrow(/^trust\.yaml:7:11: trust\.publisher_twice/);
  });

  it('orders versions by number', () => {
    expect(isOlder('1.9.0', '1.10.0')).toBe(true);
    expect(isOlder('1.10.0', '1.9.0')).toBe(false);
    expect(isOlder('2.0.0', '2.0.0')).toBe(false);
    expect(isOlder('0.9.9', '1.0.0')).toBe(true);
  });

  it('is raised, never lowered, with all else kept', () => {
    const source = `# ours\n${trustYaml({ keys: [first], packs: 'sample: 1.2.0' })}`;
    const raised = raiseVersion(source, publisher, 'sample', '1.10.0');
    expect(raised.startsWith('# ours\n')).toBe(true);
    const versionIn = (yaml: string): unknown => parseTrust(yaml, 't')[0]?.packs.get('sample');
    expect(versionIn(raised)).toBe('1.10.0');
    expect(raiseVersion(source, publisher, 'sample', '1.1.9')).toBe(source);
    expect(raiseVersion(source, 'Other', 'sample', '9.0.0')).toBe(source);
    expect(raiseVersion(source, publisher, 'other', '9.0.0')).toBe(source);
  });
});

describe('loading a built pack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-built-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'sample.tgz');
  const pinned = parseTrust(trust, 'trust.yaml');

  function put(file: Buffer, signatures: readonly Signature[] | null): void {
    writeFileSync(path, file);
    rmSync(`${path}.sig`, { force: true });
    if (signatures) {
      const text = JSON.stringify({ schema: 'polyprism.signatures/1', signatures });
      writeFileSync(`${path}.sig`, text);
    }
  }

  it('gives the pack of the folder it was built from', async () => {
    put(sound, signedBy(sound, publisher, first));
    const pack = await loadPack(path, pinned);
    expect(pack.id).toBe('sample');
    expect(pack.provisions.map(({ id }) => id)).toEqual(['sample.refund']);
  });

  it('refuses without trust, and without signatures', async () => {
    put(sound, signedBy(sound, publisher, first));
    await expect(loadPack(path)).rejects.toMatchObject({ issue: { code: 'trust.needed' } });
    put(sound, null);
    await expect(loadPack(path, pinned)).rejects.toMatchObject({
      issue: { code: 'trust.unsigned' },
    });
    writeFileSync(`${path}.sig`, 'not JSON');
    await expect(loadPack(path, pinned)).rejects.toMatchObject({
      issue: { code: 'trust.bad_signature_file' },
    });
  });

  it('refuses a manifest that names another version than the pack', async () => {
    const pack = { ...(await packOf()), version: '9.0.0' };
    const lying = writeBundle(pack, baseFiles());
    put(lying, signedBy(lying, publisher, first));
    await expect(loadPack(path, pinned)).rejects.toMatchObject({
      issue: { code: 'bundle.malformed' },
    });
  });

  async function packOf() {
    put(sound, signedBy(sound, publisher, first));
    return await loadPack(path, pinned);
  }

  it.each([
    [-1, 'trust.unsigned'],
    [0, 'trust.unsigned'],
    [1, 'bundle.malformed'],
  ])('reads a file of the limit %+i bytes: %s', async (over, code) => {
    put(sound, null);
    truncateSync(path, limits.bundle_bytes_max + over);
    await expect(loadPack(path, pinned)).rejects.toMatchObject({ issue: { code } });
  });

  it.each([
    [-1, 'sample'],
    [0, 'sample'],
    [1, 'trust.bad_signature_file'],
  ])('reads signatures of the limit %+i bytes: %s', async (over, expected) => {
    put(sound, signedBy(sound, publisher, first));
    const text = readFileSync(`${path}.sig`, 'utf8');
    writeFileSync(`${path}.sig`, text.padEnd(limits.signatures_bytes_max + over));
    const seen = await loadPack(path, pinned).then(
      ({ id }) => id,
      (error: PolyprismError) => error.issue.code,
    );
    expect(seen).toBe(expected);
  });
});
