import { nowhere, PolyprismError } from '../model/issue.ts';
import type { Place } from '../model/issue.ts';

/** An object in a bucket; or all objects whose keys begin so, as a folder. */
export interface ObjectUrl {
  readonly bucket: string;
  readonly key: string;
}

const key_bytes_max = 1_024;

export function isObjectUrl(text: string): boolean {
  return /^s3:\/\//i.test(text);
}

/**
 * `s3://bucket/key`; the key stands there as it is, nothing of it is decoded. Throws `s3.bad_url`,
 * which says nothing of a text that may hold a password, or `s3.bad_name`.
 */
export function parseObjectUrl(text: string): ObjectUrl {
  const match = /^s3:\/\/([a-z0-9][a-z0-9._-]{1,62})(?:\/(.*))?$/is.exec(text);
  if (match === null) throw new PolyprismError('s3.bad_url');
  const url = { bucket: match[1]!, key: match[2] ?? '' };
  if (!isKey(url.key)) throw new PolyprismError('s3.bad_name', {}, placeOf(url));
  return url;
}

/**
 * Whether an object can be asked for by this key. A step upwards in the path of a request leads to
 * another bucket, whatever storage makes of it.
 */
export function isKey(key: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x1f\x7f]/.test(key) || Buffer.byteLength(key) > key_bytes_max) return false;
  return !key.split('/').some((part) => part === '.' || part === '..');
}

/** Whether a key below a folder is the path of a file below one. */
export function isFilePath(path: string): boolean {
  return isKey(path) && !path.split('/').includes('');
}

export function objectUrlText({ bucket, key }: ObjectUrl): string {
  return `s3://${bucket}/${key}`;
}

/** The same without slashes at its end. */
export function withoutSlash({ bucket, key }: ObjectUrl): ObjectUrl {
  let end = key.length;
  while (key[end - 1] === '/') end -= 1;
  return { bucket, key: key.slice(0, end) };
}

/** What lies below it. */
export function below(folder: ObjectUrl, path: string): ObjectUrl {
  const { bucket, key } = folder;
  return { bucket, key: key === '' || key.endsWith('/') ? `${key}${path}` : `${key}/${path}` };
}

export function placeOf(url: ObjectUrl): Place {
  // What cannot be shown must not reach a terminal.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const file = objectUrlText(url).replaceAll(/[\0-\x1f\x7f]/g, '\uFFFD');
  return { ...nowhere, file };
}
