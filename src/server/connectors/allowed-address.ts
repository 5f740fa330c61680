import { parseDatabaseUrl } from '../../intake/live/database-url.ts';
import type { DatabaseUrl } from '../../intake/live/database-url.ts';
import { PolyprismError } from '../../model/issue.ts';

/**
 * The address of a database that whoever runs the server has allowed, by host and port exactly as
 * they stand there. Databases are inside, where nothing else of the server may go: so a list, and
 * nothing without it. Sockets of this machine never, nor another address than the name's.
 */
export function allowedAddress(text: string, allowed: readonly string[]): DatabaseUrl {
  const url = parseDatabaseUrl(text);
  const place = `${url.host.toLowerCase()}:${url.port}`;
  if (url.socket !== null || url.address !== null || !allowed.includes(place)) {
    throw new PolyprismError('connector.not_allowed', { place });
  }
  return url;
}
