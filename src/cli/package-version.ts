import { readFileSync } from 'node:fs';

/** The version this software goes by; package.json lies two levels above sources and build. */
export function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
