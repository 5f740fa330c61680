import { compareText } from '../model/issue.ts';
import type { TermCondition, TermException, TermList } from '../model/terms.ts';
import { expandTerm, expansionsMax } from '../text/expand-term.ts';
import { makePattern } from '../text/pattern.ts';
import { anotherWord } from '../text/screener.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic, PackFile } from './diagnostic.ts';
import { termsFile } from './terms-shape.ts';
import type { WrittenEntry, WrittenTerms } from './terms-shape.ts';
import { nodeAt, parseYaml, wrong } from './yaml-shape.ts';
import type { Yaml } from './yaml-shape.ts';

/** The term lists a pack brings: `terms/<id>.yaml`, sorted by id. */
export function parseTerms(files: readonly PackFile[], diagnostics: Diagnostic[]): TermList[] {
  return files
    .filter(({ name }) => /^terms\/[^/]*\.yaml$/.test(name))
    .flatMap((file) => parseList(file, diagnostics) ?? [])
    .toSorted((a, b) => compareText(a.id, b.id));
}

type Path = readonly (string | number)[];

function parseList(file: PackFile, diagnostics: Diagnostic[]): TermList | undefined {
  const yaml = parseYaml(file.text, 0, reporterFor(file, diagnostics));
  const written = yaml ? termsFile(yaml, yaml.document.contents, null) : undefined;
  if (!yaml || !written) return undefined;
  if (file.name !== `terms/${written.id}.yaml`) {
    wrong(yaml, nodeAt(yaml, ['id']), null, file.name.replace(/^terms\/|\.yaml$/g, ''));
  }
  checkEntries(yaml, written);
  checkExceptions(yaml, written);
  const { id, title, cite, category, role } = written;
  const entries = written.groups.flatMap(({ group, lang, entries }) =>
    entries.map((one) => ({
      term: one.term,
      lang,
      group,
      variants: one.variants ?? [],
      homophones: one.homophones ?? [],
      inside: one.inside ?? [],
      word_boundary: one.word_boundary ?? lang === 'en',
      note: one.note ?? null,
    })),
  );
  return { id, title, cite, category, role, entries, exceptions: exceptionsOf(written) };
}

function exceptionsOf({ exceptions = [] }: WrittenTerms): TermException[] {
  return exceptions.map(({ id, title, cite, groups, when }) => ({
    id,
    title,
    cite,
    groups: groups ?? null,
    when: when.map(({ place, any, within, reach, but_not }): TermCondition => ({
      place,
      within: within ?? 8,
      reach: reach ?? 'clause',
      any,
      but_not: but_not ?? [],
    })),
  }));
}

/** Every text can be searched for, and none is in the list twice. */
function checkEntries(yaml: Yaml, { groups }: WrittenTerms): void {
  const taken = new Set<string>();
  groups.forEach(({ lang, entries }, g) => {
    entries.forEach((one, i) => {
      const path = ['groups', g, 'entries', i];
      for (const [text, at] of textsOf(yaml, one, path)) {
        const node = nodeAt(yaml, at);
        const texts = expandTerm(text);
        const patterns = texts?.map((each) => makePattern(each, lang, false));
        if (!texts || !patterns || patterns.includes(null)) {
          wrong(yaml, node, null, `(a|b)c, ≥ 2 letters, ≤ ${expansionsMax} texts`);
          continue;
        }
        const twice = texts.find((each) => taken.has(each));
        if (twice !== undefined) wrong(yaml, node, null, `≠ ${twice}`);
        for (const each of texts) taken.add(each);
      }
      checkWords(yaml, one.inside ?? [], [...path, 'inside']);
    });
  });
}

/** The texts of an entry, each with where it stands. */
function textsOf(yaml: Yaml, one: WrittenEntry, path: Path): [string, Path][] {
  const alone = yaml.document.getIn(path) === one.term;
  return [
    [one.term, alone ? path : [...path, 'term']],
    ...listed(one.variants, [...path, 'variants']),
    ...listed(one.homophones, [...path, 'homophones']),
  ];
}

function listed(texts: readonly string[] | undefined, path: Path): [string, Path][] {
  return (texts ?? []).map((text, i): [string, Path] => [text, [...path, i]]);
}

function checkWords(yaml: Yaml, words: readonly string[], path: Path): void {
  words.forEach((word, i) => {
    if (!expandTerm(word)) {
      wrong(yaml, nodeAt(yaml, [...path, i]), null, `(a|b)c, ≤ ${expansionsMax} texts`);
    }
  });
}

function checkExceptions(yaml: Yaml, { groups, exceptions = [] }: WrittenTerms): void {
  const known = groups.map(({ group }) => group);
  const taken = new Set<string>([anotherWord]);
  exceptions.forEach(({ id, groups: named = [], when }, e) => {
    if (taken.has(id)) wrong(yaml, nodeAt(yaml, ['exceptions', e, 'id']), null, `≠ ${id}`);
    taken.add(id);
    named.forEach((group, i) => {
      if (known.includes(group)) return;
      wrong(yaml, nodeAt(yaml, ['exceptions', e, 'groups', i]), null, known.join(' | '));
    });
    when.forEach(({ place, any, but_not = [] }, w) => {
      const path = ['exceptions', e, 'when', w];
      if (place !== 'quoted') checkWords(yaml, any, [...path, 'any']);
      else {
        any.forEach((marks, i) => {
          if ([...marks].length === 2) return;
          wrong(yaml, nodeAt(yaml, [...path, 'any', i]), null, '“”');
        });
      }
      checkWords(yaml, but_not, [...path, 'but_not']);
    });
  });
}
