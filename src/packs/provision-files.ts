import type { PackFile } from './diagnostic.ts';

/** Ids by the names of their files: a provision with a mistake in it is there all the same. */
export function provisionIds(files: readonly PackFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ name }) => provisionIdOf(name) ?? []));
}

/** The id a provision's file is named by; undefined for another file. */
export function provisionIdOf(file: string): string | undefined {
  return /^provisions\/(?:.*\/)?([^/@]+)(?:@[^/]*)?\.md$/.exec(file)?.[1];
}
