import { PolyprismError } from '../../model/issue.ts';

/** What a job failed with, and no more of an error than its code: the queue keeps it. */
export function codeOf(error: unknown): string {
  if (error instanceof PolyprismError) return error.issue.code;
  const message = error instanceof Error ? error.message : '';
  return /^[a-z_]+\.[a-z_]+$/.test(message) ? message : 'http.internal';
}
