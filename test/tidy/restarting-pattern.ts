import { endless, firstOf, isNullable, meet, patternTree } from './ambiguous-pattern.ts';
import type { PatternNode } from './ambiguous-pattern.ts';

/**
 * Finds what makes a search take quadratic time although no single start does: an endless
 * repetition that runs over characters from which the search could begin anew, with something
 * after it that may fail. `a+b` in a text of `a` alone starts at every letter and runs to the end
 * each time.
 */
export function restartOf(pattern: string, flags: string): string | null {
  if (flags.includes('y')) return null;
  for (const items of rowsOf(patternTree(pattern, flags))) {
    const why = restartIn(items, flags.includes('m'));
    if (why !== null) return why;
  }
  return null;
}

/** The rows a pattern may be, groups that stand alone opened. */
function rowsOf(node: PatternNode): readonly (readonly PatternNode[])[] {
  if (node.kind === 'choice') return node.options.flatMap(rowsOf);
  if (node.kind !== 'row') return [[node]];
  const [first, ...rest] = node.items;
  // What a row begins with decides where it may begin anew.
  if (first?.kind === 'choice') return rowsOf(first).map((row) => [...row, ...rest]);
  return [node.items];
}

function restartIn(items: readonly PatternNode[], lines: boolean): string | null {
  const [first] = items;
  if (first?.kind === 'nothing' && first.edge === '^' && !lines) return null;
  const edged =
    (first?.kind === 'nothing' && first.edge === '\\b') ||
    (first?.kind === 'repeat' && first.look?.startsWith('(?<') === true);
  for (const [i, item] of items.entries()) {
    if (!endless(item)) continue;
    const over = charsOf(item);
    const before = items.slice(0, i).filter((one) => !isNullable(one));
    if (!before.every((one) => meet(firstOf(one), over))) continue;
    // Behind an edge of words a run of letters has one start, as has a line's.
    if (edged && (![...over].some(isLetter) || [...over].every(isLetter))) continue;
    if (first?.kind === 'nothing' && first.edge === '^' && !over.has('\n')) continue;
    if (items.slice(i + 1).some(mayFail)) return 'may begin anew within what it runs over';
  }
  return null;
}

const isLetter = (char: string): boolean => /[\p{L}\p{N}_]/u.test(char);

function mayFail(node: PatternNode): boolean {
  if (node.kind === 'nothing') return true;
  return (node.kind === 'repeat' && node.look !== undefined) || !isNullable(node);
}

function charsOf(node: PatternNode): ReadonlySet<string> {
  if (node.kind === 'set') return node.chars;
  if (node.kind === 'nothing') return new Set();
  if (node.kind === 'repeat') return node.look === undefined ? charsOf(node.of) : new Set();
  const inner = node.kind === 'choice' ? node.options : node.items;
  return new Set(inner.flatMap((one) => [...charsOf(one)]));
}
