import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, trackedFiles } from './repository.ts';

const code = trackedFiles().filter((file) =>
  /^(src|test|bench|tools|bin|console)\/.*\.(tsx?|mjs|css)$/.test(file),
);
const lengths = new Map(
  code.map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length - 1]),
);
const sorted = [...lengths.values()].toSorted((a, b) => a - b);
const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

describe('house numbers', () => {
  it('keeps files short', () => {
    console.log(`files ${sorted.length}, median ${at(0.5)}, 90th ${at(0.9)}, max ${at(1)} lines`);
    expect([...lengths].filter(([, lines]) => lines > 500)).toEqual([]);
    expect(at(0.9)).toBeLessThanOrEqual(250);
  });

  it('keeps lines at 100 characters', () => {
    const long = code.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, i) => (line.length > 100 ? [`${file}:${i + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });

  it('lands nothing unfinished', () => {
    const marks = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X:', 'not impl' + 'emented'].join('|'),
    );
    const found = code.filter((file) => marks.test(readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('skips no test', () => {
    const skipped = code
      .filter((file) => file.endsWith('.test.ts'))
      .filter((file) =>
        /\b(it|test|describe)\.(skip|only|todo)\(/.test(readFileSync(join(root, file), 'utf8')),
      );
    expect(skipped).toEqual([]);
  });
});
