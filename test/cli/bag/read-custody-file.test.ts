import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCustodyFile } from '../../../src/cli/bag/read-custody-file.ts';
import { limits } from '../../../src/model/limits.ts';
import { custody } from '../../evidence/small-bag.ts';

const folder = mkdtempSync(join(tmpdir(), 'polyprism-custody-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function caseIn(bytes: number): Promise<string> {
  const path = join(folder, `${bytes}.json`);
  const text = Buffer.from(JSON.stringify(custody));
  writeFileSync(path, Buffer.concat([text, Buffer.alloc(bytes - text.length, 0x20)]));
  try {
    return (await readCustodyFile(path, [])).case;
  } catch (error) {
    return (error as { readonly issue: { readonly code: string } }).issue.code;
  } finally {
    rmSync(path);
  }
}

describe('a record of custody', () => {
  it('is read up to its limit of bytes', async () => {
    const most = limits.custody_bytes_max;
    for (const bytes of [most - 1, most]) expect(await caseIn(bytes)).toBe('2024-17');
    expect(await caseIn(most + 1)).toBe('bag.custody_too_large');
  }, 60_000);
});
