import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { TermList } from '../../src/model/terms.ts';
import type { Diagnostic } from '../../src/packs/diagnostic.ts';
import { parseTerms } from '../../src/packs/parse-terms.ts';
import { screen } from '../../src/text/screen.ts';
import type { Screener } from '../../src/text/screener.ts';

/** A sentence with what should be said of it: the list that should hit, or null for none at all. */
export interface Labelled {
  readonly text: string;
  /** Name of the file it stands in. */
  readonly file: string;
  /** `tuned`: the lists were mended with it in sight. `held_out`: they were not. */
  readonly set: 'tuned' | 'held_out';
  readonly lang: 'zh' | 'en';
  readonly list: string | null;
  /** Kind of trap; null for a claim. */
  readonly trap: string | null;
}

interface CorpusFile {
  readonly set: Labelled['set'];
  readonly claims: Readonly<Record<string, string>>;
  readonly traps: Readonly<Record<string, string>>;
}

const packs = new URL('../../packs/', import.meta.url);
const folder = new URL('corpus/', import.meta.url);

/** The claim lists of the shipped packs that have any. */
export function shippedLists(): TermList[] {
  return ['cn', 'eu', 'us'].flatMap((pack) => {
    const terms = new URL(`${pack}/terms/`, packs);
    if (!existsSync(terms)) return [];
    const files = readdirSync(terms).map((file) => ({
      name: `terms/${file}`,
      text: readFileSync(new URL(file, terms), 'utf8'),
      sha256: '',
    }));
    const diagnostics: Diagnostic[] = [];
    const lists = parseTerms(files, diagnostics);
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
    return lists.filter(({ role }) => role === 'claim');
  });
}

export function readCorpus(): Labelled[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const file = parse(readFileSync(new URL(name, folder), 'utf8')) as CorpusFile;
      const lang = name.includes('-zh') ? 'zh' : 'en';
      const base = { file: name, set: file.set, lang } as const;
      return [
        ...linesOf(file.claims).flatMap(([lists, text]) =>
          // A sentence that lists of several packs should find is a claim for each of them.
          lists.split(', ').map((list) => ({ ...base, text, list, trap: null })),
        ),
        ...linesOf(file.traps).map(([trap, text]) => ({ ...base, text, list: null, trap })),
      ];
    });
}

function linesOf(blocks: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(blocks).flatMap(([key, block]) =>
    block
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => [key, unescape(line)]),
  );
}

/** Characters nobody sees are written as \uXXXX. */
function unescape(line: string): string {
  return line.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export interface Score {
  readonly name: string;
  readonly claims: number;
  readonly found: number;
  readonly traps: number;
  readonly false_alarms: number;
}

/** Lists that hit a text with no exception applying. */
export function flagged(text: string, screener: Screener): Set<string> {
  const hits = screen(text, screener).hits.filter(({ exception }) => exception === null);
  return new Set(hits.map(({ list }) => list));
}

/**
 * How sentences came out. A claim is found when its own list hits it; a trap is a false alarm
 * when any list does.
 */
export function score(name: string, sentences: readonly Labelled[], screener: Screener): Score {
  const claims = sentences.filter(({ list }) => list !== null);
  const traps = sentences.filter(({ list }) => list === null);
  return {
    name,
    claims: claims.length,
    found: claims.filter(({ text, list }) => flagged(text, screener).has(list ?? '')).length,
    traps: traps.length,
    false_alarms: traps.filter(({ text }) => flagged(text, screener).size > 0).length,
  };
}

export function recall({ found, claims }: Score): number {
  return found / claims;
}

/** Of what is told, the share that should be: claims and traps are about as many. */
export function precision({ found, false_alarms }: Score): number {
  return found / (found + false_alarms);
}
