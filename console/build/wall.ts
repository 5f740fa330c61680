import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { consoleSources } from '../../src/cli/console/console-sources.ts';

const root = `${import.meta.dirname}/../..`;

/** Refuses what the console is not built of, and what is not there in a browser. */
export function wall(): Plugin {
  return {
    name: 'polyprism:wall',
    apply: 'build',
    moduleParsed({ id }) {
      if (id.startsWith('\0') || id.includes('node_modules')) return;
      const path = relative(root, id.split('?')[0] ?? id).replaceAll('\\', '/');
      const within = consoleSources.some((one) => path === one || path.startsWith(`${one}/`));
      if (!within) this.error(`${path} is none of the console's sources (ARCHITECTURE.md)`);
    },
  };
}
