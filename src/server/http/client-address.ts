import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Who asks: the peer, or, where the peer is a trusted proxy, the last address of X-Forwarded-For
 * that is not one. Whatever stands left of that was written by whom nobody vouches for.
 */
export function clientAddress(
  peer: string,
  forwarded: string | undefined,
  trusted: readonly string[],
): string {
  if (forwarded === undefined) return plain(peer) ?? peer;
  const chain = forwarded.split(',').slice(-20);
  const hops = [...chain.map((hop) => hop.trim()).filter((hop) => hop !== ''), peer];
  let client = plain(peer) ?? peer;
  for (const hop of hops.toReversed()) {
    const address = plain(hop);
    if (address === null) break;
    client = address;
    if (!isWithin(address, trusted)) break;
  }
  return client;
}

/** Is an address within one of these addresses or networks (`10.0.0.0/8`)? */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return networks.some((network) => {
    const [base, bits] = network.includes('/')
      ? ipaddr.parseCIDR(network)
      : [ipaddr.process(network), ipaddr.process(network).kind() === 'ipv4' ? 32 : 128];
    return base.kind() === parsed.kind() && parsed.match(base, bits);
  });
}

/** Is it an address, or a network by address and bits? */
export function isNetwork(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}

/** IPv4 written as IPv6 is the IPv4 address it stands for; null where it is no address. */
function plain(text: string): string | null {
  if (isIPv4(text)) return text;
  return ipaddr.isValid(text) ? ipaddr.process(text).toString() : null;
}
