import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readCheckpoint } from '../../../src/evidence/note/checkpoint.ts';
import { readNote, signersOf } from '../../../src/evidence/note/signed-note.ts';
import { readVerifierKey } from '../../../src/evidence/note/verifier-key.ts';
import { addTenant, apiServer } from '../../support/api-server.ts';
import type { ApiServer } from '../../support/api-server.ts';
import { publicationIn } from '../../support/published.ts';

let api: ApiServer;
const publications = 300;
/** With the data file of the month before; more than one full tile, and 45 of the next. */
const leaves = publications + 1;

beforeAll(async () => {
  api = await apiServer({ public_url: 'https://records.example.org' });
  await addTenant(api, 'amr', 'regulator');
  const ids = Array.from({ length: publications }, (_, i) => `p-${i}`);
  await Promise.all(ids.map(async (id) => publicationIn(api, 'amr', id)));
  // The data file is kept once the server runs, when nobody waits for it.
  await vi.waitFor(async () => expect((await checkpointNow())?.size).toBe(leaves), 30_000);
}, 60_000);
afterAll(async () => await api.end());

async function get(path: string): Promise<Response> {
  return await fetch(new URL(path, api.url), { headers: { host: 'records.example.org' } });
}
const checkpointNow = async () =>
  readCheckpoint(readNote(await bytesOf('/log/checkpoint'))?.text ?? '');
const bytesOf = async (path: string): Promise<Buffer> =>
  Buffer.from(await (await get(path)).arrayBuffer());

const sha = (...parts: Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962, 2.1, as it is written. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 1) return hashes[0]!;
  let left = 1;
  while (left * 2 < hashes.length) left *= 2;
  const [a, b] = [rootOf(hashes.slice(0, left)), rootOf(hashes.slice(left))];
  return sha(Buffer.of(1), a, b);
}

it('is read over HTTP by the paths of C2SP tlog-tiles and follows from its entries', async () => {
  const note = readNote(await bytesOf('/log/checkpoint'));
  const key = readVerifierKey((await (await get('/log/key')).text()).trim());
  expect.assert(note !== null && key !== null);
  expect(signersOf(note, [key])?.length).toBe(1);
  const checkpoint = readCheckpoint(note.text);
  expect(checkpoint).toMatchObject({ origin: 'records.example.org/log', size: leaves });

  const bundles = [
    await bytesOf('/log/tile/entries/000'),
    await bytesOf('/log/tile/entries/001.p/45'),
  ];
  const entries = bundles.flatMap((bundle) =>
    Array.from({ length: bundle.length / 34 }, (_, i) => bundle.subarray(i * 34 + 2, i * 34 + 34)),
  );
  const hashes = entries.map((entry) => sha(Buffer.of(0), entry));
  expect(hashes.length).toBe(leaves);
  expect(Buffer.from(checkpoint?.root ?? [])).toEqual(rootOf(hashes));
  const tiles = [await bytesOf('/log/tile/0/000'), await bytesOf('/log/tile/0/001.p/45')];
  expect(Buffer.concat(tiles)).toEqual(Buffer.concat(hashes));
  expect(await bytesOf('/log/tile/1/000.p/1')).toEqual(rootOf(hashes.slice(0, 256)));
});

it('keeps what never changes for long, and the checkpoint for a moment', async () => {
  const cached = async (path: string) => (await get(path)).headers.get('cache-control');
  expect(await cached('/log/tile/0/000')).toBe('public, max-age=31536000, immutable');
  expect(await cached('/log/checkpoint')).toBe('public, max-age=5');
  const twice = [await bytesOf('/log/checkpoint'), await bytesOf('/log/checkpoint')];
  expect(twice[0]).toEqual(twice[1]);
});

it('has no tile that is not there, and one way to write each', async () => {
  const wrong = ['0/001', '0/001.p/46', '0/002', '1/000.p/2', '2/000.p/1', '0/1', '0/x000/000'];
  const more = ['entries/001', 'entries/001.p/46', '0/000.p/256', '0/000.p/0', '64/000'];
  for (const path of [...wrong, ...more])
    expect([path, (await get(`/log/tile/${path}`)).status]).toEqual([path, 404]);
  // What was partial once is still served.
  expect((await get('/log/tile/0/000.p/7')).status).toBe(200);
});
