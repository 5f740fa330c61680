import { PolyprismError } from '../model/issue.ts';
import { placeOf } from './object-url.ts';
import type { ObjectUrl } from './object-url.ts';

/** What storage said no with: a status, and the code it gave as its reason. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** Where the bucket is, when it is elsewhere. */
  readonly region: string | null;
}

/** A refusal as an error that says what to do. */
export function refusalError({ status, code, region }: Refusal, url: ObjectUrl): PolyprismError {
  const place = placeOf(url);
  const reason = code === '' ? `HTTP ${status}` : code;
  if (code === 'NoSuchBucket') return new PolyprismError('s3.no_bucket', {}, place);
  if (status === 412 || code === 'PreconditionFailed') return changed(url);
  if (region !== null || code === 'AuthorizationHeaderMalformed') {
    return new PolyprismError('s3.other_region', { region: region ?? '?' }, place);
  }
  if (status === 404 && code !== 'NoSuchUpload')
    return new PolyprismError('s3.not_found', {}, place);
  if (status === 401 || status === 403) {
    return new PolyprismError('s3.access_denied', { reason }, place);
  }
  return new PolyprismError('s3.failed', { reason }, place);
}

export function changed(url: ObjectUrl): PolyprismError {
  return new PolyprismError('s3.changed', {}, placeOf(url));
}

export function brokenAnswer(reason: string, url: ObjectUrl): PolyprismError {
  return new PolyprismError('s3.broken_answer', { reason }, placeOf(url));
}

/** Nothing came, or it broke off: what the system says of a connection. */
export function unreachable(error: unknown, url: ObjectUrl): PolyprismError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = code || (error instanceof Error ? error.name : 'no answer');
  return new PolyprismError('s3.unreachable', { reason }, placeOf(url));
}

export function isNotFound(error: unknown): boolean {
  return error instanceof PolyprismError && error.issue.code === 's3.not_found';
}

/** What ails storage rather than the data in it: nothing may be concluded from what was read. */
export function isStorageFault(error: unknown): boolean {
  return error instanceof PolyprismError && error.issue.code.startsWith('s3.');
}
