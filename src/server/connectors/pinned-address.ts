import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { DatabaseUrl } from '../../intake/live/database-url.ts';
import { PolyprismError } from '../../model/issue.ts';
import type { Resolve } from '../outbound/send-outbound.ts';

/** Where no database is: link-local (metadata of clouds among it), nobody, everybody, reserved. */
const never = new Set([
  'linkLocal',
  'unspecified',
  'broadcast',
  'multicast',
  'reserved',
  'ipv4Mapped',
  'rfc6145',
  'rfc6052',
  '6to4',
  'teredo',
]);

/** Reached over addresses of the open Internet, and yet the machine's own keeper. */
const hosts_of_clouds = new Set(['168.63.129.16']);

/**
 * The input a database is read by: its address with the one IP address its name stands for now, so
 * that what is connected to is what was looked at, whatever the name says a moment later. TLS goes
 * on checking the name.
 */
export async function pinnedAddress(
  text: string,
  { host, kind }: DatabaseUrl,
  resolve: Resolve = resolveBySystem,
): Promise<string> {
  const found = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host];
  const [first] = found;
  if (first === undefined) throw new PolyprismError('live.unreachable', { reason: kind });
  for (const address of found) {
    if (!mayBeDatabase(address)) {
      throw new PolyprismError('connector.not_allowed', { place: address });
    }
  }
  const url = new URL(text);
  url.searchParams.set('address', first);
  return url.href;
}

function mayBeDatabase(address: string): boolean {
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return !never.has(parsed.range()) && !hosts_of_clouds.has(parsed.toString());
}

async function resolveBySystem(name: string): Promise<readonly string[]> {
  const found = await lookup(name, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}
