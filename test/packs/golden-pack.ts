import { readFileSync } from 'node:fs';
import { sha256 } from '../../src/evidence/digest.ts';
import type { PackFile } from '../../src/packs/diagnostic.ts';

const golden = new URL('golden/', import.meta.url);
const names = [
  'coverage.yaml',
  'pack.yaml',
  'provisions/sample.refund.md',
  'provisions/sample.refund.test.yaml',
  'sheets.yaml',
];

export function basePack(): Map<string, string> {
  return new Map(
    names.map((name) => [name, readFileSync(new URL(`base/${name}`, golden), 'utf8')]),
  );
}

export function filesOf(pack: ReadonlyMap<string, string>): PackFile[] {
  return [...pack].map(([name, text]) => ({ name, text, sha256: sha256(text) }));
}

/** A golden file: how the sound pack is spoilt, and what must be said of it. */
export interface Golden {
  readonly files: readonly PackFile[];
  readonly expected: string;
}

/**
 * Lines before `=====` spoil the base pack, lines after it are the diagnostics expected.
 * `@ name` names the file the edits below are for (the provision at first), `@ name < other`
 * makes it a copy of another, `! name` removes a file; `- old` and the `+ new` lines below it
 * replace a text that must be there.
 */
export function readGolden(name: string): Golden {
  const text = readFileSync(new URL(name, golden), 'utf8');
  const [recipe = '', expected = ''] = text.split(/^=====\n/m);
  const pack = basePack();
  let file = 'provisions/sample.refund.md';
  const lines = recipe.split('\n').filter((line) => line !== '');
  lines.forEach((line, i) => {
    const rest = line.slice(2);
    if (line.startsWith('@ ')) {
      const [to = '', from] = rest.split(' < ');
      file = to;
      if (from !== undefined) pack.set(to, pack.get(from) ?? '');
    } else if (line.startsWith('! ')) pack.delete(rest);
    else if (line.startsWith('- ')) {
      const added = takeWhile(lines.slice(i + 1), (one) => one.startsWith('+ '));
      const source = pack.get(file) ?? '';
      if (!source.includes(rest)) throw new Error(`${name}: "${rest}" is not in ${file}`);
      pack.set(
        file,
        source.replace(rest, () => added.map((one) => one.slice(2)).join('\n')),
      );
    }
  });
  return { files: filesOf(pack), expected };
}

function takeWhile(lines: readonly string[], holds: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !holds(line));
  return lines.slice(0, end < 0 ? lines.length : end);
}
