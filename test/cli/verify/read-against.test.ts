import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAgainst } from '../../../src/cli/verify/read-against.ts';
import { limits } from '../../../src/model/limits.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';

/** Names of the keys in a file of so many bytes, most of it a comment; or why it is refused. */
async function namesIn(bytes: number): Promise<unknown> {
  const path = join(folder, `${bytes}.txt`);
  const head = `${vkey}\n# `;
  writeFileSync(path, head + 'x'.repeat(bytes - head.length));
  const flags = { keys: path, lang: 'en' } as unknown as Parameters<typeof readAgainst>[0];
  try {
    return (await readAgainst(flags)).keys.map(({ name }) => name);
  } catch (error) {
    return (error as { readonly issue: { readonly code: string } }).issue.code;
  }
}

describe('a file of keys', () => {
  it('is read up to its limit of bytes', async () => {
    const most = limits.keys_bytes_max;
    for (const bytes of [most - 1, most]) expect(await namesIn(bytes)).toEqual(['example.com/foo']);
    expect(await namesIn(most + 1)).toBe('input.not_found');
  });
});
