import { expect, it } from 'vitest';
import { paceOf } from '../../src/cli/serve/pace-of.ts';

const bytes = { step: 'read', subject: 'a', unit: 'bytes' } as const;

it('says how fast a step goes and how long it takes on', () => {
  // A quarter of 8,000 bytes and 500 rows in two seconds: three quarters take six more.
  const progress = { ...bytes, done: 2_000, total: 8_000, rows: 500 };
  expect(paceOf(progress, 2_000)).toEqual({ elapsed_s: 2, rows_per_s: 250, left_s: 6 });
});

it('says nothing where nothing can be told', () => {
  const none = { elapsed_s: 0, rows_per_s: null, left_s: null };
  expect(paceOf({ ...bytes, done: 1, total: 2, rows: 1 }, 0)).toEqual(none);
  const open = { ...bytes, done: 5, total: null, rows: 0 };
  expect(paceOf(open, 1_000)).toEqual({ elapsed_s: 1, rows_per_s: null, left_s: null });
  expect(paceOf({ ...bytes, done: 0, total: 9, rows: 0 }, 1_000).left_s).toBeNull();
});
