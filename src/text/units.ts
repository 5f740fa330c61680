import { simplifiedPairs } from './simplified.ts';

/** What a code point is to the search. Letters count; the others may stand between them. */
export const kind = {
  /** Letters, digits and the signs that belong to a word, as % and ¥. */
  letter: 0,
  /** Seen by nobody: zero-width characters, variation selectors, combining marks. */
  invisible: 1,
  /** Symbols, emoji and dashes: nothing but decoration between the letters of a word. */
  noise: 2,
  /** Spaces, quotation marks and brackets. */
  space: 3,
  /** An ASCII full stop: decoration in Chinese, the end of a sentence in English. */
  dot: 4,
  /** Commas, full stops, line ends. */
  stop: 5,
} as const;

/** Code points the tables cover: the first two planes. */
export const tableSize = 0x20000;

/** Letter of no alphabet a term can be written in. */
export const otherLetter = 0xfffd;

export interface Units {
  /** By code point: one of `kind`. */
  readonly kind: Uint8Array;
  /** By code point: the code unit it is compared as; only of letters. */
  readonly folded: Uint16Array;
  /** By folded code unit: 1 where words are written with spaces between them, as in Latin. */
  readonly spaced: Uint8Array;
}

let made: Units | null = null;

/** The tables, made once: how every code point of the first two planes is read. */
export function units(): Units {
  return (made ??= makeUnits());
}

/** `%` and signs of money belong to what they stand beside. */
const wordSigns = new Set('%‰$¥€£');
const apostrophes = new Set("'’‘`´ʼ＇");
const stops = new Set(',;:!?。，；：！？、…\n\r\u2028\u2029\u0085');

/** Letters of other alphabets that pass for Latin ones, in the order of `latin`. */
const lookalikes = 'аеорсухіѕјԁԛԝһмткνοαρτικ';
const latin = 'aeopcyxisjdqwhmtkvoaptik';

function makeUnits(): Units {
  const kinds = new Uint8Array(tableSize);
  const folded = new Uint16Array(tableSize);
  const spaced = new Uint8Array(0x10000);
  const replaced = new Map(simplifiedPairs());
  for (const [i, one] of [...lookalikes].entries()) replaced.set(one, latin.charAt(i));
  for (let point = 0; point < tableSize; point++) {
    const text = String.fromCodePoint(point);
    const base = baseOf(point, text);
    kinds[point] = kindOf(point < 0x10000 ? base : text, base);
    if (kinds[point] !== kind.letter) continue;
    const unit = base.length === 1 ? (replaced.get(base) ?? base).charCodeAt(0) : otherLetter;
    folded[point] = unit;
  }
  for (let unit = 0; unit < 0x10000; unit++) {
    const text = String.fromCharCode(unit);
    spaced[unit] = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}0-9]/u.test(text) ? 1 : 0;
  }
  return { kind: kinds, folded, spaced };
}

/** One character without width, case and accents; its own text where that takes several. */
function baseOf(point: number, text: string): string {
  // White letters on black have no decomposition in Unicode.
  if (point >= 0x1f150 && point <= 0x1f169) return String.fromCharCode(0x61 + point - 0x1f150);
  if (point >= 0x1f170 && point <= 0x1f189) return String.fromCharCode(0x61 + point - 0x1f170);
  // Ideographs in circles and squares are put between letters as ornaments.
  if (point >= 0x1f200 && point <= 0x1f2ff) return text;
  const wide = text.normalize('NFKC');
  const one = wide.length === 1 ? wide : text;
  const lower = one.toLowerCase();
  const [letter = one, ...marks] = [...lower.normalize('NFD')];
  const plain = marks.length > 0 && /\p{Script=Latin}/u.test(letter) ? letter : lower;
  return plain.length === 1 || plain.length === text.length ? plain : text;
}

function kindOf(text: string, base: string): number {
  if (base === '.') return kind.dot;
  if (stops.has(base)) return kind.stop;
  if (wordSigns.has(base)) return kind.letter;
  if (apostrophes.has(base)) return kind.noise;
  if (/[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]/u.test(text)) return kind.invisible;
  if (/[\p{Z}\t"\p{Ps}\p{Pe}\p{Pi}\p{Pf}]/u.test(text)) return kind.space;
  if (base.length === 1 && /[\p{L}\p{N}]/u.test(base)) return kind.letter;
  if (/\p{Cc}/u.test(text)) return kind.invisible;
  if (/[\p{P}\p{S}\p{Co}\p{Cs}]/u.test(text)) return kind.noise;
  return kind.letter;
}

/** Kind of a code point above the tables: variation selectors, tags and rare ideographs. */
export function kindAbove(point: number): number {
  return point >= 0xe0000 ? kind.invisible : kind.letter;
}
