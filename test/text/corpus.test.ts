import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeScreener } from '../../src/text/screener.ts';
import { flagged, precision, readCorpus, recall, score, shippedLists } from './corpus.ts';
import type { Labelled, Score } from './corpus.ts';

const corpus = readCorpus();
const screener = makeScreener(shippedLists());

/** What the figures must not fall below: those measured, less a sentence or two. */
const bars = [
  { set: 'tuned', lang: 'zh', recall: 0.97, precision: 0.975 },
  { set: 'tuned', lang: 'en', recall: 0.98, precision: 0.98 },
  { set: 'held_out', lang: 'zh', recall: 0.69, precision: 0.82 },
  { set: 'held_out', lang: 'en', recall: 0.78, precision: 0.94 },
] as const;

function of(set: Labelled['set'], lang: Labelled['lang']): Labelled[] {
  return corpus.filter((one) => one.set === set && one.lang === lang);
}

function line(one: Score): string {
  const shares = [recall(one), precision(one)].map((share) =>
    Number.isNaN(share) ? '–' : share.toFixed(3),
  );
  const { name, claims, found, traps, false_alarms } = one;
  return `| ${[name, claims, found, traps, false_alarms, ...shares].join(' | ')} |`;
}

/** The table of docs/reference/screening.md. */
function table(): string {
  const rows = bars.map(({ set, lang }) =>
    line(score(`${set === 'tuned' ? 'tuned' : 'held out'}, ${lang}`, of(set, lang), screener)),
  );
  const head = '| set | claims | found | traps | false alarms | recall | precision |';
  return [head, '|---|---|---|---|---|---|---|', ...rows].join('\n');
}

/** Recall by list and false alarms by kind of trap, both sets together. */
function details(): string {
  const kinds = Map.groupBy(corpus, ({ list, trap }) => list ?? `trap: ${trap}`);
  return [...kinds]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, all]) => line(score(kind, all, screener)))
    .join('\n');
}

describe('the labelled sentences', () => {
  it('are a thousand and more, in both languages, half of them traps, none twice', () => {
    const traps = corpus.filter(({ list }) => list === null).length;
    const texts = corpus.map(({ text, list }) => `${text} ${list}`);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
    expect(corpus.length).toBeGreaterThanOrEqual(1_000);
    expect(traps / corpus.length).toBeGreaterThan(0.45);
    expect(of('tuned', 'en').length + of('held_out', 'en').length).toBeGreaterThan(300);
  });

  it('name lists that are there', () => {
    const ids = new Set(shippedLists().map(({ id }) => id));
    expect(
      [...new Set(corpus.flatMap(({ list }) => list ?? []))].filter((id) => !ids.has(id)),
    ).toEqual([]);
  });

  it.each(bars)('$set, $lang: found and left alone as well as stated', (bar) => {
    const seen = score('', of(bar.set, bar.lang), screener);
    expect(recall(seen)).toBeGreaterThanOrEqual(bar.recall);
    expect(precision(seen)).toBeGreaterThanOrEqual(bar.precision);
  });

  it('give the figures of docs/reference/screening.md', () => {
    console.log(`${table()}\n\n${details()}`);
    const page = readFileSync(
      new URL('../../docs/reference/screening.md', import.meta.url),
      'utf8',
    );
    expect(page).toContain(table());
  });

  it('show that a claim without its list, and a trap with it, would be noticed', () => {
    const none = makeScreener([]);
    expect(score('', of('tuned', 'zh'), none)).toMatchObject({ found: 0, false_alarms: 0 });
    const bare = makeScreener(shippedLists().map((list) => ({ ...list, exceptions: [] })));
    expect(score('', of('tuned', 'zh'), bare).false_alarms).toBeGreaterThan(100);
    expect(flagged('全网第一', screener)).toEqual(new Set(['cn.adlaw.absolute']));
  });
});
