import { isIP } from 'node:net';
import { PolyprismError } from '../../model/issue.ts';
import { limits } from '../../model/limits.ts';
import { isWithin } from '../http/client-address.ts';
import { isPublic } from './is-public.ts';

/** Where the server may send requests to. */
export interface OutboundPolicy {
  /** Ports other than which nothing is asked. */
  readonly ports: readonly number[];
  /** Networks inside that whoever runs the server has opened; there http will do as well. */
  readonly internal: readonly string[];
}

/** Names that mean this machine or this network, whatever a resolver says of them. */
const inside = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa|onion)$/;

/**
 * An address that somebody typed, as it may be asked for: `outbound.url_refused` otherwise. It
 * must say what it means: an IP address in its usual notation only, no name and password, no
 * port beside the list, no name that only this network knows.
 */
export function outboundUrl(text: string, policy: OutboundPolicy): URL {
  const url = parsed(text);
  const host = hostOf(url);
  const address = isIP(host) !== 0;
  // Of a name only its addresses tell whether it is inside: they are looked at when it is asked.
  const opened = address ? isWithin(host, policy.internal) : policy.internal.length > 0;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && policy.internal.length > 0)) {
    throw refused('scheme');
  }
  if (!policy.ports.includes(portOf(url)) && !opened) throw refused('port');
  if (address && !opened && !isPublic(host)) throw refused('address');
  if (!address && !opened && (!host.includes('.') || host.endsWith('.') || inside.test(host))) {
    throw refused('name');
  }
  return url;
}

/** The name or address of a URL, IPv6 without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'http:' ? 80 : 443;
}

function parsed(text: string): URL {
  if (text.length > limits.outbound_url_chars_max) throw refused('length');
  // What a URL parser silently drops or mends has no business in one.
  // eslint-disable-next-line no-control-regex
  if (/[\s\\\u0000-\u0020\u007f]/u.test(text)) throw refused('notation');
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(text)?.[1];
  if (authority === undefined || !URL.canParse(text)) throw refused('notation');
  if (authority.includes('@')) throw refused('credentials');
  if (authority.includes('%')) throw refused('notation');
  const url = new URL(text);
  const written = authority.replace(/:\d*$/, '').toLowerCase();
  // 0x7f.1, 017700000001, 2130706433, 127.1 and the like come out as another text.
  const numeric = isIP(hostOf(url)) !== 0;
  if (numeric && written !== url.hostname) throw refused('notation');
  return url;
}

type Reason = 'scheme' | 'port' | 'address' | 'name' | 'length' | 'notation' | 'credentials';

function refused(reason: Reason): PolyprismError {
  return new PolyprismError('outbound.url_refused', { reason });
}
