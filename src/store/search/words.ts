import { pointOf } from '../../text/read-unit.ts';
import { kind, kindAbove, tableSize, units } from '../../text/units.ts';

/** One thing to be found: a word, or two neighbouring characters of a script without spaces. */
export interface Word {
  readonly text: string;
  /** Its place in the text, counting from 1; what belongs together has neighbouring places. */
  readonly place: number;
}

/** Longest word kept; longer ones are cut, in texts and in questions alike. */
export const chars_max = 40;

/**
 * Texts as words: case, width, accents and traditional characters folded as `text` folds them;
 * Chinese as pairs of neighbouring characters, since it has no spaces and no dictionary is asked.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let place = 1;
  for (const { chars, spaced } of runs(text)) {
    if (spaced) {
      found.push({ text: chars.slice(0, chars_max).join(''), place });
      place += 1;
    } else {
      // The last character stands alone, so that a question of one character finds it there too.
      for (const [i, char] of chars.entries()) {
        found.push({ text: char + (chars[i + 1] ?? ''), place: place + i });
      }
      place += chars.length;
    }
    // A gap: nothing reaches from one run into the next.
    place += 1;
  }
  return found;
}

/** Characters that stand together, all of scripts with spaces or all of scripts without. */
export interface Run {
  readonly chars: string[];
  readonly spaced: boolean;
}

export function runs(text: string): Run[] {
  const all: Run[] = [];
  let open = false;
  for (const char of text) {
    const read = readChar(char);
    if (read === null) continue;
    if (read === 'gap') {
      open = false;
      continue;
    }
    const last = open ? all.at(-1) : undefined;
    if (last?.spaced === read.spaced) last.chars.push(read.text);
    else all.push({ chars: [read.text], spaced: read.spaced });
    open = true;
  }
  return all;
}

/** A letter as it is compared; `gap` between words; null where nobody sees anything. */
function readChar(char: string): { text: string; spaced: boolean } | 'gap' | null {
  const table = units();
  const point =
    char.length === 1 ? char.charCodeAt(0) : pointOf(char.charCodeAt(0), char.charCodeAt(1));
  const kindOf = point < tableSize ? (table.kind[point] ?? kind.stop) : kindAbove(point);
  if (kindOf === kind.invisible) return null;
  if (kindOf !== kind.letter) return 'gap';
  const unit = point < tableSize ? (table.folded[point] ?? 0) : 0;
  // Letters that fold to no single unit keep their own text.
  const text = unit === 0 || unit === 0xfffd ? char : String.fromCharCode(unit);
  return { text, spaced: text.length === 1 && table.spaced[text.charCodeAt(0)] === 1 };
}
