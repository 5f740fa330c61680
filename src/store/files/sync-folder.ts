import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes names in a folder last: a renamed file can vanish with the power until this is done. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
