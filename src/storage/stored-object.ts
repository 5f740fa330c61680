import type { IncomingMessage } from 'node:http';
import { ask } from './ask.ts';
import type { ObjectUrl } from './object-url.ts';
import { brokenAnswer, isNotFound } from './storage-error.ts';
import type { Storage } from './storage.ts';

/** An object as it was when it was found. */
export interface StoredObject extends ObjectUrl {
  readonly bytes: number;
  /** What storage calls this content of it: another content has another. */
  readonly etag: string;
}

/** The object of that key; null where there is none. */
export async function findObject(storage: Storage, url: ObjectUrl): Promise<StoredObject | null> {
  const answer = await ask(storage, { method: 'HEAD', url }).catch((error: unknown) => {
    if (isNotFound(error)) return null;
    throw error;
  });
  if (answer === null) return null;
  return storedObject(url, answer.headers['content-length'], answer.headers.etag);
}

/** Whether it is what it was when it was found. */
export async function isUnchanged(storage: Storage, object: StoredObject): Promise<boolean> {
  const now = await findObject(storage, object);
  return now !== null && now.etag === object.etag && now.bytes === object.bytes;
}

export function storedObject(
  { bucket, key }: ObjectUrl,
  size: string | undefined,
  etag: string | undefined,
): StoredObject {
  const url = { bucket, key };
  if (!/^\d{1,15}$/.test(size ?? '')) throw brokenAnswer('size', url);
  return { bucket, key, bytes: Number(size), etag: tagOf(etag, url) };
}

/** Whether an answer is about the object as it was found. */
export function isAbout(answer: IncomingMessage, object: StoredObject): boolean {
  return tagOf(answer.headers.etag, object) === object.etag;
}

/** Some say it with quotation marks and some without. */
function tagOf(etag: string | undefined, url: ObjectUrl): string {
  const tag = /^(?:W\/)?"?([\x21\x23-\x7e]{1,256}?)"?$/.exec(etag?.trim() ?? '')?.[1];
  if (tag === undefined) throw brokenAnswer('ETag', url);
  return `"${tag}"`;
}
