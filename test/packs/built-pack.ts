import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { writeBundle } from '../../src/packs/bundle.ts';
import { readPackFiles } from '../../src/packs/load-packs.ts';
import type { PackBytes } from '../../src/packs/read-files.ts';
import { keyId, signFile } from '../../src/packs/signature.ts';
import type { Signature } from '../../src/packs/signature.ts';
import { basePack } from './golden-pack.ts';

/** The golden base pack as bytes, its head changed. */
export function baseFiles(change: (head: string) => string = (head) => head): PackBytes[] {
  return [...basePack()].map(([name, text]) => ({
    name,
    bytes: Buffer.from(name === 'pack.yaml' ? change(text) : text),
  }));
}

export async function built(files: readonly PackBytes[] = baseFiles()): Promise<Buffer> {
  const { pack } = await readPackFiles(files);
  if (!pack) throw new Error('the pack of the test is not sound');
  return writeBundle(pack, files);
}

export interface TestKey {
  readonly private_key: KeyObject;
  readonly id: string;
  /** As trust.yaml holds it. */
  readonly line: string;
}

export function newKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const line = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { private_key: privateKey, id: keyId(publicKey), line };
}

export function signedBy(file: Uint8Array, publisher: string, ...keys: TestKey[]): Signature[] {
  return keys.map((key) => signFile(file, publisher, key.private_key));
}

export interface TrustEntry {
  readonly name?: string;
  readonly threshold?: number;
  readonly keys: readonly TestKey[];
  readonly packs?: string;
}

export function trustYaml(...entries: TrustEntry[]): string {
  const publishers = entries.map(
    ({
      name = 'Sample association',
      threshold = 1,
      keys,
      packs = 'sample: 1.0.0',
    }) => `  - name: ${name}
    threshold: ${threshold}
    keys: [${keys.map(({ line }) => line).join(', ')}]
    packs: {${packs}}
`,
  );
  return `schema: polyprism.trust/1\npublishers:\n${publishers.join('')}`;
}

/** An entry of an archive as anybody may write one; the layout is that of POSIX.1-1988 ustar. */
export interface RawEntry {
  readonly name: string;
  readonly text: string;
  readonly type?: string;
  readonly link?: string;
}

/** A ustar archive written field by field, apart from the program's own writer. */
export function rawTar(entries: readonly RawEntry[]): Buffer {
  const blocks = entries.map(({ name, text, type = '0', link = '' }) => {
    const body = Buffer.from(text);
    const head = Buffer.alloc(512);
    const put = (at: number, value: string): number => head.write(value, at, 'utf8');
    put(0, name);
    for (const [at, value] of [
      [100, '0000644'],
      [108, '0000000'],
      [116, '0000000'],
    ] as const) {
      put(at, value);
    }
    put(124, body.length.toString(8).padStart(11, '0'));
    put(136, '0'.repeat(11));
    put(156, type);
    put(157, link);
    put(257, 'ustar');
    put(263, '00');
    put(329, '0000000');
    put(337, '0000000');
    head.fill(32, 148, 156);
    let sum = 0;
    for (const byte of head) sum += byte;
    head.fill(0, 148, 156);
    put(148, sum.toString(8).padStart(6, '0'));
    head[155] = 32;
    return Buffer.concat([head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
