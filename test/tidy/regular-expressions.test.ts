import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';
import { ambiguityOf } from './ambiguous-pattern.ts';
import { restartOf } from './restarting-pattern.ts';
import { root, trackedFiles } from './repository.ts';

interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Every regular expression of the sources, and every call that makes code or one of a text. */
const literals: Found[] = [];
const made: string[] = [];

for (const file of trackedFiles().filter((path) => /^src\/.*\.ts$/.test(path))) {
  visit(file, parseAst(readFileSync(join(root, file), 'utf8'), { lang: 'ts' }));
}

function visit(file: string, node: unknown): void {
  if (Array.isArray(node)) for (const one of node) visit(file, one);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  // Nodes of an ESTree: only what is asked for below is looked at.
  const { regex, callee } = node as {
    regex?: { pattern: string; flags: string };
    callee?: { name?: string };
  };
  if (regex) literals.push({ file, ...regex });
  if (/^(RegExp|eval|Function)$/.test(callee?.name ?? '')) made.push(`${callee?.name} ${file}`);
  for (const inner of Object.values(node)) visit(file, inner);
}

/** Regular expressions put together in code, each of texts that stand in that file. */
const assembled = [
  'src/disclosure/publication/mask-text.ts',
  'src/intake/detect/assume-locale.ts',
  'src/intake/detect/column-type.ts',
  'src/intake/detect/enumeration.ts',
  'src/intake/detect/ledger.ts',
  'src/intake/input/format.ts',
  'src/intake/mysql-dump/statement-end.ts',
  'src/intake/mysql-dump/tokens.ts',
  'src/live/personal-data.ts',
  'src/model/article-text.ts',
  'src/plan/language/shapes.ts',
  'src/report/show.ts',
];

/** Patterns a search may begin anew in, and why their texts are short or nobody else's. */
const short: Readonly<Record<string, string>> = {
  'src/cli/mask-passwords.ts': 'lines of our own, of a command line',
  'src/intake/excel/serial-date.ts': 'cut to 255 characters before',
  'src/intake/live/live-error.ts': 'messages of database drivers',
  'src/intake/map/yaml-node.ts': 'messages of the YAML parser',
  'src/intake/mysql-dump/statement-end.ts': 'a part of patterns that begin with ^; comments run on',
  'src/intake/mysql-dump/tokens.ts': 'a part of one sticky pattern',
  'src/intake/parquet/read.ts': 'one line of an engine, cut before',
  'src/intake/table-name.ts': 'names of files, 255 bytes at most',
  'src/packs/sections.ts': 'packs, which somebody has chosen to trust',
  'src/plan/language/print-plan.ts': 'digits of one number',
  'src/plan/mend/mended-text.ts': 'lines of a plan that was read before',
  'src/provisions/format-value.ts': 'digits of one number',
  'src/provisions/row/instant-text.ts': 'digits of one instant',
  'src/report/html/markup.ts': 'templates and texts of packs',
  'src/report/labels.ts': 'texts of our own',
  'src/report/pack-pages/provision-page.ts': 'packs, which somebody has chosen to trust',
  'src/report/show.ts': 'digits of one number',
};

describe('regular expressions', () => {
  it.each([
    ['^(a+)+$', true],
    ['^(a|a)*$', true],
    ['^(a|ab)*$', true],
    ['^(?:a*)*b', true],
    ['^(?:\\w+\\s?)*$', true],
    ['^\\s*[\\s:]*x', true],
    ['^.*x?.*y$', true],
    ['^(?:a{2,5})*b', true],
    ['^(?:x(?:y|z)+)+', false],
    ["'((?:[^'\\\\]|\\\\[^]|'')*)'", false],
    ['^\\w+(?:-\\w+)*$', false],
    ['^\\d+(?:,\\d{3})*(?:\\.\\d+)?$', false],
    ['^(?:\\s*,\\s*\\w)+$', false],
  ])('the check tells: /%s/ is ambiguous: %s', (pattern, ambiguous) => {
    expect(ambiguityOf(pattern, 'u') !== null).toBe(ambiguous);
  });

  it('do not try one text in several ways', () => {
    expect(literals.length).toBeGreaterThan(300);
    const wrong = literals.flatMap(({ file, pattern, flags }) => {
      const why = ambiguityOf(pattern, flags);
      return why === null ? [] : [`${file} /${pattern}/${flags}: ${why}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['\\s+$', true],
    ['a+b', true],
    ['[\\w.+-]+@x', true],
    ['<a[^>]*>', true],
    ['a:[^;]*;', true],
    ['(?<![a-z])[a-z ]+!', true],
    ['^\\s+$', false],
    ['\\d+', false],
    ['"[^"]*"', false],
    ['\\b\\w+=', false],
    ['[\\w.+-]{1,64}@x', false],
  ])('the check tells: a search for /%s/ may begin anew: %s', (pattern, anew) => {
    expect(restartOf(pattern, 'u') !== null).toBe(anew);
  });

  it('are not searched for in long texts of others from every letter on', () => {
    const found = literals.filter(({ pattern, flags }) => restartOf(pattern, flags) !== null);
    const files = new Set(found.map(({ file }) => file));
    expect([...files].toSorted()).toEqual(Object.keys(short).toSorted());
  });

  it('are not built of text that somebody else wrote', () => {
    const files = made.filter((one) => one.startsWith('RegExp ')).map((one) => one.slice(7));
    expect([...new Set(files)]).toEqual(assembled);
  });

  it('and no code is made of text', () => {
    expect(made.filter((one) => !one.startsWith('RegExp '))).toEqual([]);
  });
});
