import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './repository.ts';

const page = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, number = '', , answer = '']) => ({ number, answer }),
);

/** How many requirements of levels 1 and 2 each section has, in ASVS 5.0.0. */
const sections: Readonly<Record<string, number>> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
};

/** The tests an answer names, as file and title. */
function named(answer: string): { readonly file: string; readonly title: string }[] {
  return [...answer.matchAll(/test: `([^`]+)` › (.+?)(?= \(|\. [A-Z]|$)/g)].map(
    ([, file = '', title = '']) => ({ file, title: title.trim() }),
  );
}

describe('docs/asvs.md', () => {
  it('reads the tests an answer names', () => {
    expect(named('test: `a.ts` › does b, c. Not met in part: d.')).toEqual([
      { file: 'a.ts', title: 'does b, c' },
    ]);
    expect(named('There is none.')).toEqual([]);
  });

  it('answers every requirement of levels 1 and 2 of its chapters, once', () => {
    const numbers = Object.entries(sections).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, i) => `${section}.${i + 1}`),
    );
    expect(rows.map(({ number }) => number)).toEqual(numbers);
  });

  it('names tests that exist', () => {
    const tests = rows.flatMap(({ answer }) => named(answer));
    expect(tests.length).toBeGreaterThan(100);
    const missing = tests.filter(({ file, title }) => {
      if (!existsSync(join(root, file))) return true;
      return !readFileSync(join(root, file), 'utf8').includes(title);
    });
    expect(missing).toEqual([]);
  });
});
