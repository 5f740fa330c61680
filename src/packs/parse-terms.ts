import { compareText } from '../model/issue.ts';
import type { TermCondition, TermException, TermList } from '../model/terms.ts';
import { expandTerm, expansionsMax } from '../text/expand-term.ts';
import { makePattern } from '../text/pattern.ts';
import { anotherWord } from '../text/screener.ts';
import { reporterFor } from './diagnostic.ts';
import type { Diagnostic, PackFile } from './diagnostic.ts';
import { termsFile } from './terms-shape.ts';
import type { WrittenCondition, WrittenEntry, WrittenTerms } from './terms-shape.ts';
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
  if ((written.role === 'correction') !== (written.within_s !== undefined)) {
    wrong(yaml, nodeAt(yaml, ['role']), null, 'correction + within_s: …');
  }
  checkEntries(yaml, written);
  checkExceptions(yaml, written);
  const { id, title, cite, category, role, within_s = null } = written;
  const entries = written.groups.flatMap(({ group, lang, needs = [], entries }) =>
    entries.map((one) => ({
      term: one.term,
      lang,
      group,
      variants: one.variants ?? [],
      homophones: one.homophones ?? [],
      inside: one.inside ?? [],
      word_boundary: one.word_boundary ?? lang === 'en',
      needs: needs.map(conditionOf),
      note: one.note ?? null,
    })),
  );
  const exceptions = exceptionsOf(written);
  return { id, title, cite, category, role, within_s, entries, exceptions };
}

function exceptionsOf({ exceptions = [] }: WrittenTerms): TermException[] {
  return exceptions.map(({ id, title, cite, groups, when }) => ({
    id,
    title,
    cite,
    groups: groups ?? null,
    when: when.map(conditionOf),
  }));
}

function conditionOf({ place, any, within, reach, but_not }: WrittenCondition): TermCondition {
  return {
    place,
    within: within ?? 8,
    reach: reach ?? 'clause',
    any,
    but_not: but_not ?? [],
  };
}

/** Every text can be searched for, and each entry adds one to the list. */
function checkEntries(yaml: Yaml, { groups }: WrittenTerms): void {
  const taken = new Set<string>();
  groups.forEach(({ lang, needs = [], entries }, g) => {
    checkConditions(yaml, needs, ['groups', g, 'needs']);
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
        if (texts.every((each) => taken.has(each))) wrong(yaml, node, null, `≠ ${texts[0]}`);
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
    checkConditions(yaml, when, ['exceptions', e, 'when']);
  });
}

function checkConditions(yaml: Yaml, all: readonly WrittenCondition[], path: Path): void {
  all.forEach(({ place, any, but_not = [] }, i) => {
    if (place !== 'quoted') checkWords(yaml, any, [...path, i, 'any']);
    else {
      any.forEach((marks, m) => {
        if ([...marks].length === 2) return;
        wrong(yaml, nodeAt(yaml, [...path, i, 'any', m]), null, '“”');
      });
    }
    checkWords(yaml, but_not, [...path, i, 'but_not']);
  });
}
