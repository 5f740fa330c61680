import { nowhere, PolyprismError } from '../model/issue.ts';
import type { Limits } from '../model/limits.ts';
import { ask } from './ask.ts';
import { below, objectUrlText } from './object-url.ts';
import type { ObjectUrl } from './object-url.ts';
import { childText, readXml } from './read-xml.ts';
import type { XmlElement } from './read-xml.ts';
import { brokenAnswer } from './storage-error.ts';
import type { Storage } from './storage.ts';
import { storedObject } from './stored-object.ts';
import type { StoredObject } from './stored-object.ts';

/** All objects whose keys begin so, page after page; `input.too_many_files` beyond the limit. */
export async function listObjects(
  storage: Storage,
  prefix: ObjectUrl,
  limits: Pick<Limits, 'files_max'>,
  page = 1_000,
): Promise<StoredObject[]> {
  const found = new Map<string, StoredObject>();
  for (let token: string | null = ''; token !== null;) {
    const root: XmlElement = await readPage(storage, prefix, token, page);
    const listed = root.children.filter(({ name }) => name === 'Contents');
    for (const one of listed) {
      const object = objectOf(root, one, prefix);
      found.set(object.key, object);
    }
    if (found.size > limits.files_max) {
      const place = { ...nowhere, file: objectUrlText(prefix) };
      throw new PolyprismError('input.too_many_files', { limit: limits.files_max }, place);
    }
    token = childText(root, 'IsTruncated') === 'true' ? nextToken(root, listed, prefix) : null;
  }
  return [...found.values()];
}

/** Whether there is nothing below a folder. */
export async function isFree(storage: Storage, folder: ObjectUrl): Promise<boolean> {
  const root = await readPage(storage, below(folder, ''), '', 1);
  return !root.children.some(({ name }) => name === 'Contents');
}

async function readPage(
  storage: Storage,
  prefix: ObjectUrl,
  token: string,
  page: number,
): Promise<XmlElement> {
  const query = {
    'list-type': '2',
    'encoding-type': 'url',
    'max-keys': String(page),
    prefix: prefix.key,
    ...(token !== '' && { 'continuation-token': token }),
  };
  const bucket = { ...prefix, key: '' };
  const { text } = await ask(storage, { method: 'GET', url: bucket, query });
  const root = readXml(text);
  if (root?.name !== 'ListBucketResult') throw brokenAnswer('ListBucketResult', prefix);
  return root;
}

/** Pages without end would be one with nothing on it after the other. */
function nextToken(root: XmlElement, listed: readonly XmlElement[], prefix: ObjectUrl): string {
  const token = childText(root, 'NextContinuationToken');
  if (token === '' || listed.length === 0) throw brokenAnswer('NextContinuationToken', prefix);
  return token;
}

function objectOf(root: XmlElement, one: XmlElement, prefix: ObjectUrl): StoredObject {
  const written = childText(one, 'Key');
  const key = childText(root, 'EncodingType') === 'url' ? decoded(written, prefix) : written;
  if (!key.startsWith(prefix.key)) throw brokenAnswer('Key', prefix);
  const url = { bucket: prefix.bucket, key };
  return storedObject(url, childText(one, 'Size'), childText(one, 'ETag'));
}

function decoded(key: string, prefix: ObjectUrl): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    throw brokenAnswer('Key', prefix);
  }
}
