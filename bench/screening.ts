import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { seeded } from '../src/generate/random.ts';
import type { Random } from '../src/generate/random.ts';
import type { TermList } from '../src/model/terms.ts';
import { loadPacks } from '../src/packs/load-packs.ts';
import { screen } from '../src/text/screen.ts';
import { makeScreener, textsOf } from '../src/text/screener.ts';
import type { Screener } from '../src/text/screener.ts';
import { median } from './timing.ts';

const bytes_wanted = 10_000_000;

/**
 * Screening of listings and posts, folding and exceptions included: MB of UTF-8 a second of
 * processor time, on one core. Texts are the labelled sentences of the tests: plain ones, three in
 * a hundred claims and traps, every tenth disguised; then claims and traps alone.
 */
export async function benchScreening(print: (line: string) => void): Promise<void> {
  const packs = await loadPacks(['cn', 'eu'].map(packAt));
  const lists = packs.flatMap(({ terms }) => terms);
  const screeners: [string, Screener][] = [
    named(makeScreener(firstTerms(lists, 5_000))),
    named(makeScreener(lists)),
  ];
  for (const lang of ['zh', 'en']) {
    for (const share of [0.03, 1]) {
      const texts = makeTexts(seeded(5), sentences(lang), share);
      for (const [name, screener] of screeners)
        print(`screening: ${lang}, ${name}: ${told(texts, screener)}`);
    }
  }
}

/** The speed of a screener on texts, with how many hits it had to judge. */
function told(texts: readonly string[], screener: Screener): string {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const speeds: number[] = [];
  let hits = 0;
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    hits = texts.reduce((sum, text) => sum + screen(text, screener).hits.length, 0);
    const { user, system } = process.cpuUsage(before);
    speeds.push(megabytes / ((user + system) / 1e6));
  }
  const bar = hits / megabytes < 2_000 ? ' (bar: at least 20)' : '';
  return `${median(speeds).toFixed(0)} MB/s a core${bar}, ${(hits / megabytes).toFixed(0)} hits/MB`;
}

function named(screener: Screener): [string, Screener] {
  return [`${screener.terms.patterns.length} patterns`, screener];
}

function packAt(name: string): string {
  return new URL(`../packs/${name}`, import.meta.url).pathname;
}

/** Entries of the lists in turn, until they stand for so many texts. */
function firstTerms(lists: readonly TermList[], most: number): TermList[] {
  const taken = new Map<TermList, number>(lists.map((list) => [list, 0]));
  let left = most;
  for (let turn = 0; left > 0 && turn < 1_000; turn++) {
    for (const list of lists) {
      const entry = list.entries[turn];
      if (!entry || left <= 0) continue;
      taken.set(list, turn + 1);
      left -= textsOf(entry).length;
    }
  }
  return lists.map((list) => ({ ...list, entries: list.entries.slice(0, taken.get(list)) }));
}

interface Sentences {
  readonly plain: readonly string[];
  readonly others: readonly string[];
}

function sentences(lang: string): Sentences {
  const folder = new URL('../test/text/corpus/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.includes(`-${lang}`));
  const all = files.toSorted().map((name) => parse(readFileSync(new URL(name, folder), 'utf8')));
  const lines = (block: string): string[] => block.split('\n').filter((line) => line !== '');
  const every = (blocks: Readonly<Record<string, string>>): string[] =>
    Object.values(blocks).flatMap(lines);
  return {
    plain: all.flatMap(({ traps }) => lines(traps.plain)),
    others: all.flatMap(({ claims, traps }) => [...every(claims), ...every(traps)]),
  };
}

/** Texts of ten sentences each, a share of them claims and traps. */
function makeTexts(random: Random, { plain, others }: Sentences, share: number): string[] {
  const texts: string[] = [];
  const wanted = share === 1 ? bytes_wanted / 5 : bytes_wanted;
  for (let bytes = 0; bytes < wanted;) {
    const parts = Array.from({ length: 10 }, () => {
      const one = random.pick(random.chance(share) ? others : plain);
      return random.chance(0.1) ? disguise(one, random) : one;
    });
    const text = parts.join('。');
    texts.push(text);
    bytes += Buffer.byteLength(text);
  }
  return texts;
}

function disguise(text: string, random: Random): string {
  const between = random.pick(['·', '🔥', ' ', '\u200b', '*']);
  return [...text].map((letter) => letter + (random.chance(0.3) ? between : '')).join('');
}
