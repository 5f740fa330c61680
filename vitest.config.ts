import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two workers: the machines this runs on have two cores, and DuckDB has threads of its own.
    maxWorkers: 2,
  },
});
