import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders with work files of this process: in an output folder's snapshot, in the system's. */
export function workFolders(out: string | undefined): string[] {
  const own = `.work-${process.pid}-`;
  const temporary = list(tmpdir())
    .filter((name) => name.startsWith('polyprism-'))
    .map((name) => join(tmpdir(), name));
  const parents = [...(out === undefined ? [] : [join(out, 'snapshot')]), ...temporary];
  return parents.flatMap((parent) =>
    list(parent)
      .filter((name) => name.startsWith(own))
      .map((name) => join(parent, name)),
  );
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
