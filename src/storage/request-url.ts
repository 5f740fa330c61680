import type { ObjectUrl } from './object-url.ts';
import type { Storage } from './storage.ts';

/** The address an object, or with an empty key its bucket, is asked at. */
export function requestUrl(
  { endpoint, region, bucket_in_host }: Storage,
  { bucket, key }: ObjectUrl,
  query: Readonly<Record<string, string>> = {},
): URL {
  const china = region.startsWith('cn-') ? '.cn' : '';
  const url = new URL(endpoint ?? `https://s3.${region}.amazonaws.com${china}`);
  const path = encodePath(key);
  // A certificate for *.s3.… covers no bucket with a dot in its name.
  const inHost = bucket_in_host && !(url.protocol === 'https:' && bucket.includes('.'));
  if (inHost) url.host = `${bucket}.${url.host}`;
  const before = url.pathname.replace(/\/$/, '');
  url.pathname = inHost ? `${before}/${path}` : `${before}/${bucket}/${path}`;
  const pairs = Object.entries(query).map((pair) => pair.map(encodeRfc3986).join('='));
  url.search = pairs.join('&');
  return url;
}

function encodePath(key: string): string {
  return key.split('/').map(encodeRfc3986).join('/');
}

/** Everything but letters, digits and `-_.~`: what a signature is made over (RFC 3986). */
function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
