import { nowhere, PolyprismError } from '../../model/issue.ts';
import type { DatabaseUrl } from './database-url.ts';

const unreachable = words(`ECONNREFUSED ECONNRESET EHOSTUNREACH ENETUNREACH ENOENT EACCES ENOTFOUND
  EAI_AGAIN ETIMEDOUT EPIPE HANDSHAKE_NO_SSL_SUPPORT`);

const denied = words(`ER_ACCESS_DENIED_ERROR ER_DBACCESS_DENIED_ERROR ER_HOST_NOT_PRIVILEGED
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR 28P01 28000 42501`);

const noDatabase = words('ER_BAD_DB_ERROR 3D000');

/** What a driver throws, as an error that says what to do; the password is in none of them. */
export function liveError(error: unknown, url: DatabaseUrl): unknown {
  if (error instanceof PolyprismError || isAbort(error)) return error;
  const code = codeOf(error);
  const place = { ...nowhere, file: url.name };
  if (denied.has(code)) return new PolyprismError('live.access_denied', {}, place);
  if (noDatabase.has(code)) return new PolyprismError('live.no_database', {}, place);
  const reason = reasonOf(error, url);
  if (unreachable.has(code) || /timeout|timed out|terminated/i.test(reason)) {
    return new PolyprismError('live.unreachable', { reason: code || reason }, place);
  }
  return new PolyprismError('live.failed', { reason }, place);
}

/** The connection is gone, as opposed to one statement having failed. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  if (unreachable.has(code) || /^(57P0|08)/.test(code)) return true;
  const text = error instanceof Error ? error.message : '';
  return (
    code === 'PROTOCOL_CONNECTION_LOST' ||
    /connection .*(terminated|closed|error)|closed state/i.test(text)
  );
}

/** A driver's sentence without the password, should it ever quote one. */
export function reasonOf(error: unknown, { password }: DatabaseUrl): string {
  const text = error instanceof Error ? error.message : String(error);
  const clean = password === '' ? text : text.replaceAll(password, '***');
  return clean.slice(0, 200);
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
