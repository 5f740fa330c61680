import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { limits } from '../model/limits.ts';
import { ask, reasonIn } from './ask.ts';
import type { ObjectUrl } from './object-url.ts';
import { childText, readXml } from './read-xml.ts';
import { brokenAnswer, refusalError } from './storage-error.ts';
import type { Storage } from './storage.ts';
import { findObject } from './stored-object.ts';

/** What was sent. */
export interface Sent {
  readonly bytes: number;
  readonly sha256: string;
}

const parts_max = 10_000;

/** Sends a file: in one request, or in parts where it is larger than one of them. */
export async function putFile(storage: Storage, url: ObjectUrl, path: string): Promise<Sent> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const part_bytes = Math.max(limits.storage_part_bytes, Math.ceil(size / parts_max));
    const sent = createHash('sha256');
    const parts = readParts(file, size, part_bytes, (part) => void sent.update(part));
    if (size > part_bytes) await putParts(storage, url, parts);
    else await putBytes(storage, url, (await parts.next()).value ?? new Uint8Array());
    const stored = await findObject(storage, url);
    if (stored?.bytes !== size) throw brokenAnswer('Content-Length', url);
    return { bytes: size, sha256: sent.digest('hex') };
  } finally {
    await file.close();
  }
}

export async function putBytes(storage: Storage, url: ObjectUrl, body: Uint8Array): Promise<void> {
  await ask(storage, { method: 'PUT', url, body });
}

/** Says nothing where there was none. */
export async function deleteObject(storage: Storage, url: ObjectUrl): Promise<void> {
  await ask(storage, { method: 'DELETE', url });
}

async function* readParts(
  file: FileHandle,
  bytes: number,
  part_bytes: number,
  hear: (part: Uint8Array) => void,
): AsyncGenerator<Uint8Array, undefined> {
  for (let at = 0; at < bytes; at += part_bytes) {
    const part = Buffer.alloc(Math.min(part_bytes, bytes - at));
    let filled = 0;
    while (filled < part.length) {
      const { bytesRead } = await file.read(part, filled, part.length - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    hear(part.subarray(0, filled));
    yield part.subarray(0, filled);
  }
  return undefined;
}

async function putParts(
  storage: Storage,
  url: ObjectUrl,
  parts: AsyncIterable<Uint8Array>,
): Promise<void> {
  const uploadId = await beginParts(storage, url);
  try {
    const tags: string[] = [];
    for await (const body of parts) {
      const query = { partNumber: String(tags.length + 1), uploadId };
      const { headers } = await ask(storage, { method: 'PUT', url, query, body });
      tags.push(headers.etag ?? '');
    }
    await endParts(storage, url, uploadId, tags);
  } catch (error) {
    // Parts of an upload that never ends are paid for, and listed nowhere.
    const { signal: _, ...still } = storage;
    await ask(still, { method: 'DELETE', url, query: { uploadId } }).catch(() => null);
    throw error;
  }
}

async function beginParts(storage: Storage, url: ObjectUrl): Promise<string> {
  const { text } = await ask(storage, { method: 'POST', url, query: { uploads: '' } });
  const root = readXml(text);
  const id = root === null ? '' : childText(root, 'UploadId');
  if (id === '') throw brokenAnswer('UploadId', url);
  return id;
}

async function endParts(
  storage: Storage,
  url: ObjectUrl,
  uploadId: string,
  tags: readonly string[],
): Promise<void> {
  const list = tags.map(
    (tag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`,
  );
  const xml = `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`;
  const body = Buffer.from(xml);
  const { text } = await ask(storage, { method: 'POST', url, query: { uploadId }, body });
  // It says yes before it is done, and then no.
  const root = readXml(text);
  if (root?.name === 'CompleteMultipartUploadResult') return;
  throw refusalError({ status: 500, ...reasonIn(text), region: null }, url);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
