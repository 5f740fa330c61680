import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/network/explorer');

/** Files whose code a file brings with it, itself included; what only has types is left out. */
function closure(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = file.startsWith('/') ? readFileSync(file, 'utf8') : '';
  for (const [, target] of text.matchAll(/^(?:import|export) (?!type)[^;]*? from '([^']+)';/gm)) {
    closure(target!.startsWith('.') ? join(dirname(file), target!) : target!, found);
  }
  return found;
}

describe('the reader of explorers', () => {
  it('brings nothing of Node and no other room', () => {
    const reader = [...closure(join(folder, 'read-explorer.ts'))];
    expect(reader.length).toBeGreaterThan(4);
    expect(reader.filter((file) => dirname(file) !== folder)).toEqual([]);
    // The same search does find what the writer brings.
    expect([...closure(join(folder, 'write-explorer.ts'))]).toContain('@noble/hashes/sha2.js');
  });
});
