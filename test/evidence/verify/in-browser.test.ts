import { rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifierKeyText } from '../../../src/evidence/note/verifier-key.ts';
import { readCertificates } from '../../../src/evidence/timestamp/read-certificates.ts';
import { verifyArchive } from '../../../src/evidence/verify/verify-archive.ts';
import { closePages, sharedChromium } from '../../support/chromium.ts';
import { archiveOf } from '../archive/bag-archive.ts';
import { keys, older, smallBag } from '../small-bag.ts';
import stamp from '../vectors/bag-timestamp.json' with { type: 'json' };

const source = join(import.meta.dirname, '../../../src/evidence');
const archive = await archiveOf(smallBag());

interface Verifier {
  readonly verified: (
    archive: string,
    keys: string,
    older: string,
    pem: string,
  ) => Promise<readonly string[]>;
}

/** What a page would write: nothing here is of the test alone but base64 in and text out. */
const program = `
import { bytesOfBase64 } from '${source}/base64.ts';
import { readCertificates } from '${source}/timestamp/read-certificates.ts';
import { readKeys } from '${source}/verify/read-keys.ts';
import { outcomeText } from '${source}/verify/outcome-text.ts';
import { verifyArchive } from '${source}/verify/verify-archive.ts';
export async function verified(archive, keys, older, pem) {
  const told = [];
  const against = {
    keys: readKeys(keys),
    older: bytesOfBase64(older),
    authorities: readCertificates(pem),
  };
  const outcomes = await verifyArchive(
    new Blob([bytesOfBase64(archive)]), (one) => told.push(one.promise), against);
  if (told.length !== outcomes.length) throw new Error('not all were told');
  return outcomes.map((one) => [one.promise, one.state, outcomeText(one, 'zh')].join(' ').trim());
}`;

let browser: Browser;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'polyprism-verifier-'));
  const input = join(folder, 'page.js');
  writeFileSync(input, program);
  const bundle = await rolldown({
    input,
    platform: 'browser',
    // The page lies outside of the repository, whose packages it is to find.
    resolve: { modules: [join(source, '../../node_modules')] },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'verifier', minify: true });
  rmSync(folder, { recursive: true });
  expect(output[0].imports).toEqual([]);
  browser = await sharedChromium();
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent('<title>verify</title>');
  await page.addScriptTag({ content: output[0].code });
}, 60_000);

afterAll(async () => {
  await closePages(browser);
});

async function inBrowser(bytes: Uint8Array): Promise<readonly string[]> {
  const texts = [
    Buffer.from(bytes).toString('base64'),
    keys.map(verifierKeyText).join('\n'),
    Buffer.from(older).toString('base64'),
    stamp.ca,
  ] as const;
  return await page.evaluate(async (given) => {
    const { verifier } = globalThis as unknown as { readonly verifier: Verifier };
    return await verifier.verified(...given);
  }, texts);
}

async function here(bytes: Uint8Array): Promise<string[]> {
  const against = { keys, older, authorities: readCertificates(stamp.ca) ?? [] };
  const outcomes = await verifyArchive(new Blob([new Uint8Array(bytes)]), undefined, against);
  return outcomes.map(({ promise, state }) => `${promise} ${state}`);
}

describe('verifying in Chromium', () => {
  it('keeps every promise of a whole bag, without a request', async () => {
    const told = await inBrowser(archive);
    expect(told).toHaveLength(16);
    expect(told.filter((one) => !/^\w+ kept/.test(one))).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });

  it('says of a bag with one byte changed which promise is broken, as Node does', async () => {
    // In the raw file, the timestamp, the note, a statement, the seal, and the list at the end.
    const places = [
      '1,甲',
      'Test TSA',
      'log.example/1\n',
      '"payload":"',
      'seal.json',
      'PK\u0001\u0002',
    ];
    for (const place of places) {
      const at = archive.indexOf(place);
      expect(at, place).toBeGreaterThan(0);
      const spoilt = Buffer.from(archive);
      spoilt.writeUInt8(spoilt.readUInt8(at + 1) ^ 1, at + 1);
      const told = await inBrowser(spoilt);
      const states = told.map((one) => one.split(' ').slice(0, 2).join(' '));
      expect(states, place).toEqual(await here(spoilt));
      expect(
        states.some((one) => one.endsWith('broken')),
        place,
      ).toBe(true);
    }
  });
});
