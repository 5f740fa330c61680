import { expect, it } from 'vitest';
import { defaultMemory } from '../../src/cli/default-memory.ts';

it.each([
  [1, 16, '1024MiB'],
  [2, 16, '1024MiB'],
  [8, 64, '4096MiB'],
  [16, 4, '2048MiB'],
])('with %i threads on %i GiB is %s', (threads, machine_gib, memory) => {
  expect(defaultMemory(threads, machine_gib * 2 ** 30)).toBe(memory);
});
