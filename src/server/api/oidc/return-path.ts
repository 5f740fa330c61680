import type { IssueCode } from '../../../model/issue.ts';

const base = '/console';
/** Any origin will do: only what stays on it is taken. */
const nowhere = 'http://console.invalid';

/**
 * Where the browser goes after it came back from the provider: a page of the console, given as
 * its path below `/console`, and never anything else, be it another site or another route.
 */
export function returnPath(to: string | undefined): string {
  const first = `${base}/`;
  if (to === undefined || !to.startsWith('/')) return first;
  // Resolved as a browser would: what climbs out of the console by dots is seen, however written.
  const url = URL.canParse(base + to, nowhere) ? new URL(base + to, nowhere) : null;
  if (url === null || url.origin !== nowhere || !url.pathname.startsWith(first)) return first;
  return url.pathname + url.search + url.hash;
}

/** The sign-in page, told why it is seen again and, where that is known, which page was wanted. */
export function refusedPath(code: IssueCode, wanted: string | null): string {
  const query = new URLSearchParams({ refused: code });
  if (wanted !== null && wanted !== `${base}/`) query.set('to', wanted.slice(base.length));
  return `${base}/sign-in?${query.toString()}`;
}
