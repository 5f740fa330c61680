import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unitOf } from '../../console/src/pages/standards/unit-of.ts';
import { root, trackedFiles } from '../tidy/repository.ts';

it('every unit of a parameter in the packs has words', () => {
  const files = trackedFiles().filter((file) => /^packs\/.*\.md$/.test(file));
  const units = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^ +unit: (.+)$/gm)].map(
      ([, unit = '']) => unit,
    ),
  );
  expect(units.length).toBeGreaterThan(100);
  expect(units.filter((unit) => unitOf(unit) === undefined)).toEqual([]);
  expect([unitOf('working day'), unitOf('stars'), unitOf('barrel')]).toEqual([
    'working_day',
    'star',
    undefined,
  ]);
});
