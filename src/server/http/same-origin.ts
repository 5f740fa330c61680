/**
 * May a request that a browser sent by itself (with the cookie) change something? Only where the
 * browser says it comes from our own pages. Every browser in use sends Origin with such requests;
 * one with neither header is no browser's, and has no business with a cookie.
 */
export function isSameOrigin(headers: Headers, own: string): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return origin === own;
  return headers.get('sec-fetch-site') === 'same-origin';
}
