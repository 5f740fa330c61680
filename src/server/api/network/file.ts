import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PolyprismError } from '../../../model/issue.ts';
import { networkFile } from '../../contract/network.ts';
import { rangeOf } from '../../http/range-of.ts';
import { seenInspection } from '../../inspections/seen-inspection.ts';
import { explorerFolder, explorerOf } from '../../network/network-folder.ts';
import { indexDigest } from '../../network/index-digest.ts';
import { handle } from '../../server.ts';

/** Only files the index names, and it: no path is made of anything else. */
const file = handle(networkFile)(async (call) => {
  const { params, query, headers } = call.asked;
  const seen = await seenInspection(call, params.inspection_id);
  const { index } = await explorerOf(seen, params.tree);
  const folder = explorerFolder(seen, params.tree);
  const name = params.file_path;
  const known = Object.hasOwn(index.files, name) ? index.files[name] : undefined;
  const isIndex = name === 'index.json';
  if (known === undefined && !isIndex) throw new PolyprismError('http.not_found');
  const path = join(folder, name);
  const sha256 = known?.sha256 ?? (await indexDigest(folder));
  const size = known?.bytes ?? (await stat(path)).size;
  const etag = `"${sha256}"`;
  const common = {
    etag,
    'accept-ranges': 'bytes',
    'content-type': isIndex ? 'application/json; charset=utf-8' : 'application/octet-stream',
    'cache-control':
      query.sha256 === sha256 ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  };
  const tags = new Set((headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim()));
  if (tags.has(etag) || tags.has('*')) return { status: 304, headers: common };
  const whole = headers['if-range'] !== undefined && headers['if-range'] !== etag;
  const range = whole ? 'all' : rangeOf(headers.range, size);
  if (range === null) {
    return { status: 416, headers: { ...common, 'content-range': `bytes */${size}` } };
  }
  const { from, to } = range === 'all' ? { from: 0, to: size } : range;
  const length = { 'content-length': String(to - from) };
  const bytes = bytesOf(path, from, to);
  if (range === 'all') return { status: 200, headers: { ...common, ...length }, bytes };
  const part = { 'content-range': `bytes ${from}-${to - 1}/${size}` };
  return { status: 206, headers: { ...common, ...length, ...part }, bytes };
});

function bytesOf(path: string, from: number, to: number): ReadableStream<Uint8Array> {
  // An empty file has no last byte to name.
  const stream =
    to > from ? createReadStream(path, { start: from, end: to - 1 }) : Readable.from([]);
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

export const networkFileHandlings = [file];
