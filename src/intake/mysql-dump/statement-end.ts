import { backslash, backtick, doubleQuote, lf, quote, semicolon } from './bytes.ts';
import { skipBlanks, textOf } from './bytes.ts';
import { needMore, skipComment } from './gaps.ts';
import type { Stretch } from './gaps.ts';

/** Where a statement ends, and where the next may begin. */
export interface StatementEnd {
  readonly end: number;
  readonly next: number;
}

const look_bytes = 80;

/** Matches any of the patterns at the beginning of a text, in either case. */
function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(`^(?:${patterns.map(({ source }) => source).join('|')})`, 'i');
}

/** Words only a new statement begins a line with: no text in a dump's DDL does. */
const lineOpening = anyOf(
  /(?:INSERT|REPLACE)\s+(?:\w+\s+)?INTO\s/,
  /(?:CREATE|DROP|ALTER|LOCK|UNLOCK)\s+(?:\w+\s+)?TABLES?\b/,
  /DELIMITER\s/,
  /\/\*!\d{5}\s+(?:SET|DROP|ALTER|CREATE|INSERT)\s/,
);

/** What a statement or a comment between statements begins with. */
const opening = anyOf(
  /(?:INSERT|REPLACE)\s+(?:\w+\s+)?INTO\s/,
  /(?:CREATE|DROP|ALTER|LOCK|UNLOCK)\s+\w+/,
  /(?:COMMIT|BEGIN|END)\s*;/,
  /(?:SET|USE|TRUNCATE|DELIMITER|START|ANALYZE|GRANT|FLUSH|CALL|UPDATE)\s+[\w@`]/,
  /--\s|#|\/\*/,
);

/** Whether a statement begins at the line beginning at `at`. */
export function opensLine({ bytes, to }: Stretch, at: number): boolean {
  const first = bytes[at]! | 0x20;
  if (first !== 0x2f && (first < 0x61 || first > 0x75)) return false;
  return lineOpening.test(textOf(bytes, at, Math.min(to, at + look_bytes)));
}

/**
 * Whether the semicolon at `at` ends a statement, seen by what follows: the end of the file, or
 * something a statement begins with. `lenient` lets the end of the line do.
 */
export function endsStatement(
  stretch: Stretch,
  at: number,
  lenient: boolean,
): boolean | typeof needMore {
  const { bytes, to, final } = stretch;
  let behind = skipBlanks(bytes, at + 1, to);
  if (to - behind < look_bytes && !final) return needMore;
  if (behind >= to) return true;
  if (lenient && bytes.subarray(at, behind).includes(lf)) return true;
  // The closing mark of a versioned comment, or a second delimiter.
  if (bytes[behind] === 0x2a && bytes[behind + 1] === 0x2f) return true;
  if (bytes[behind] === semicolon) behind += 1;
  return opening.test(textOf(bytes, behind, Math.min(to, behind + look_bytes)));
}

/**
 * Finds the end of the statement at `from`: the delimiter outside quotes and comments, or the line
 * on which unmistakably another statement begins, whatever the quotes say; so one lost quote never
 * runs on into the next table. Null when more bytes are needed.
 */
export function statementEnd(
  stretch: Stretch,
  from: number,
  delimiter: string,
  escapes: boolean,
): StatementEnd | null {
  const { bytes, to, final } = stretch;
  const first = delimiter.charCodeAt(0);
  const plain = delimiter === ';';
  let inside = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]!;
    if (byte === lf) {
      if (to - at < look_bytes && !final) return null;
      const opens = plain || inside === 0 || (bytes[at + 1]! | 0x20) === 0x64;
      if (
        opens &&
        at + 1 < to &&
        (plain ? opensLine(stretch, at + 1) : redelimits(stretch, at + 1))
      ) {
        return { end: at, next: at + 1 };
      }
    } else if (inside !== 0) {
      if (byte === inside) inside = 0;
      else if (byte === backslash && escapes && inside !== backtick) at += 1;
    } else if (
      byte === first &&
      textOf(bytes, at, Math.min(to, at + delimiter.length)) === delimiter
    ) {
      return { end: at, next: at + delimiter.length };
    } else if (byte === quote || byte === doubleQuote || byte === backtick) {
      inside = byte;
    } else if (byte === 0x2f || byte === 0x2d || byte === 0x23) {
      const behind = skipComment(stretch, at);
      if (behind === needMore && !final) return null;
      // A comment's line end is looked at as any other.
      at = Math.max(at, behind - 2);
    }
  }
  return final ? { end: to, next: to } : null;
}

function redelimits({ bytes, to }: Stretch, at: number): boolean {
  return /^DELIMITER\s/i.test(textOf(bytes, at, Math.min(to, at + 12)));
}

const create = /\s*CREATE\s+(?:OR\s+REPLACE\s+)?(?:AGGREGATE\s+)?(?:DEFINER\s*=\s*\S+\s+)?/;
const program = /(?:TRIGGER|PROCEDURE|FUNCTION|EVENT|PACKAGE)\s/;
const routine = anyOf(new RegExp(create.source + program.source));

/** Whether the statement text defines a program, which may hold statements of its own. */
export function definesRoutine(text: string): boolean {
  return routine.test(text.replaceAll(/\/\*M?!\d*|\*\//g, ' '));
}

const quotedOrComment =
  /'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^]|"")*"|`[^`]*`|--\s.*|#.*|\/\*[^!][^]*?(?:\*\/|$)/g;
const blockWord = /\b(?:END\s+(?:IF|LOOP|REPEAT|WHILE|CASE)|BEGIN|CASE|END)\b/gi;

/** Blocks (BEGIN, CASE) that a piece of a routine's text opens and does not close. */
export function blocksOpened(text: string): number {
  let depth = 0;
  for (const [word] of text.replaceAll(quotedOrComment, ' ').matchAll(blockWord)) {
    if (/^(?:BEGIN|CASE)$/i.test(word)) depth += 1;
    else if (/^END(?:\s+CASE)?$/i.test(word)) depth -= 1;
  }
  return depth;
}
