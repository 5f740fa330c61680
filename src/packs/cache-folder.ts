import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of what can be made again at any time. It is the user's own, as what lies in a shared
 * one could be somebody else's program.
 */
export function cacheFolder(name: string): string {
  return join(homedir(), '.cache', 'polyprism', name);
}
