import type { ServerConfig } from '../config.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Is a Host header one of our own names? Against DNS rebinding: a web page whose name its owner
 * points at this machine still sends its own name.
 */
export function isOwnHost(host: string, config: ServerConfig): boolean {
  if (config.public_url !== null && host.toLowerCase() === new URL(config.public_url).host) {
    return true;
  }
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return loopback.has(name) || name === config.host.toLowerCase();
}

/** The origin of our own pages, as a browser would send it. */
export function ownOrigin(host: string, config: ServerConfig): string {
  const isPublic = config.public_url !== null && new URL(config.public_url).host === host;
  return isPublic && config.public_url !== null
    ? new URL(config.public_url).origin
    : `http://${host}`;
}
