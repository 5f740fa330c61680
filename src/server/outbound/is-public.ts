import ipaddr from 'ipaddr.js';

/** Addresses that are routed like any other and yet lead to what runs the machine itself. */
const hosts_of_clouds = new Set(['168.63.129.16']);

/**
 * Is an address one of the open Internet? Everything that has a purpose of its own is not: private,
 * loopback, link-local, shared, multicast, reserved, and every form of IPv6 that carries an IPv4
 * address (mapped, compatible, 6to4, Teredo, NAT64), whichever that address is.
 */
export function isPublic(address: string): boolean {
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed.kind() === 'ipv4') return !hosts_of_clouds.has(parsed.toString());
  // All global unicast addresses there are begin with the bits 001 (RFC 4291, 2.4).
  return parsed.match(ipaddr.parse('2000::'), 3);
}
