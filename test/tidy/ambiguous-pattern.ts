/**
 * Finds what makes a regular expression take more than linear time from one place on: something
 * repeated without end inside something repeated without end that may start with it again, choices
 * within a repetition that begin alike, and two endless repetitions side by side that share a
 * character. Characters are tried one by one from a sample; what is bounded counts as one.
 */
export function ambiguityOf(pattern: string, flags: string): string | null {
  return checked(patternTree(pattern, flags));
}

export function patternTree(pattern: string, flags: string): PatternNode {
  return choiceOf({ text: pattern, at: 0, flags: flags.replace(/[gyd]/g, '') });
}

export type PatternNode =
  | { readonly kind: 'set'; readonly chars: ReadonlySet<string> }
  | { readonly kind: 'nothing'; readonly edge: string }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'row'; readonly items: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly of: PatternNode;
      readonly least: number;
      readonly most: number;
      /** How a look begins, which uses up nothing. */
      readonly look?: string;
    };

interface Parser {
  readonly text: string;
  at: number;
  readonly flags: string;
}

const sample = [
  ...Array.from({ length: 128 }, (_, i) => String.fromCharCode(i)),
  ...'\u00a0\u0130\u212a\u2028\u3000张三元圆分：（；Ａ１é\u0301',
];

function choiceOf(parser: Parser): PatternNode {
  const options = [rowOf(parser)];
  while (parser.text[parser.at] === '|') {
    parser.at += 1;
    options.push(rowOf(parser));
  }
  return { kind: 'choice', options };
}

function rowOf(parser: Parser): PatternNode {
  const items: PatternNode[] = [];
  while (parser.at < parser.text.length && !'|)'.includes(parser.text[parser.at] ?? '')) {
    items.push(repeated(parser, atomOf(parser)));
  }
  return { kind: 'row', items };
}

function repeated(parser: Parser, of: PatternNode): PatternNode {
  const [all, sign = '', least = '', comma, most = ''] =
    /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(parser.text.slice(parser.at)) ?? [];
  if (all === undefined) return of;
  parser.at += all.length;
  if (sign !== '') {
    return { kind: 'repeat', of, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
  }
  const end = comma === '' ? Number(least) : most === '' ? Infinity : Number(most);
  return { kind: 'repeat', of, least: Number(least), most: end };
}

const set = /^\[(?:\\[^]|[^\]\\])*\]/u;
const escape = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[^]{2}|[^])/u;

function atomOf(parser: Parser): PatternNode {
  const rest = parser.text.slice(parser.at);
  const look = /^\((?:\?<?[=!])/.exec(rest)?.[0];
  const group = /^\((?:\?:|\?<\w+>)?/.exec(rest)?.[0];
  const opened = look ?? group;
  if (opened !== undefined) {
    parser.at += opened.length;
    const inner = choiceOf(parser);
    parser.at += 1;
    // What is looked at is not used up; it is checked for itself.
    if (look === undefined) return inner;
    return { kind: 'repeat', of: inner, least: 0, most: 0, look };
  }
  const edge = /^(?:\^|\$|\\b|\\B)/.exec(rest)?.[0];
  if (edge !== undefined) {
    parser.at += edge.length;
    return { kind: 'nothing', edge };
  }
  const atom = (rest.match(set) ?? rest.match(escape) ?? rest.match(/^[^]/u))?.[0] ?? '';
  parser.at += atom.length;
  const one = new RegExp(`^(?:${atom})$`, parser.flags);
  return { kind: 'set', chars: new Set(sample.filter((char) => one.test(char))) };
}

/** Characters a node may begin with. */
export function firstOf(node: PatternNode): ReadonlySet<string> {
  if (node.kind === 'set') return node.chars;
  if (node.kind === 'nothing') return new Set();
  if (node.kind === 'repeat') return node.most === 0 ? new Set() : firstOf(node.of);
  if (node.kind === 'choice') return new Set(node.options.flatMap((one) => [...firstOf(one)]));
  return firstOfRow(node.items);
}

function firstOfRow(items: readonly PatternNode[]): ReadonlySet<string> {
  const first = new Set<string>();
  for (const item of items) {
    for (const char of firstOf(item)) first.add(char);
    if (!isNullable(item)) break;
  }
  return first;
}

export function isNullable(node: PatternNode): boolean {
  if (node.kind === 'set') return false;
  if (node.kind === 'nothing') return true;
  if (node.kind === 'repeat') return node.least === 0 || isNullable(node.of);
  if (node.kind === 'choice') return node.options.some(isNullable);
  return node.items.every(isNullable);
}

export const endless = (node: PatternNode): boolean =>
  node.kind === 'repeat' && node.most === Infinity;

export const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((char) => b.has(char));

function checked(node: PatternNode): string | null {
  if (node.kind === 'set' || node.kind === 'nothing') return null;
  if (node.kind === 'choice') return firstFound(node.options.map(checked));
  if (node.kind === 'row') return firstFound([...node.items.map(checked), sideBySide(node.items)]);
  const inner = checked(node.of);
  return inner ?? (endless(node) ? repeatedAlike(node.of) : null);
}

const firstFound = (found: readonly (string | null)[]): string | null =>
  found.find((one) => one !== null) ?? null;

/** Two endless repetitions with nothing between them that must be there. */
function sideBySide(items: readonly PatternNode[]): string | null {
  for (const [i, item] of items.entries()) {
    const of = item.kind === 'repeat' && endless(item) ? item.of : null;
    if (of === null) continue;
    for (const next of items.slice(i + 1)) {
      if (endless(next) && meet(firstOf(of), firstOf(next))) return 'repetitions side by side';
      if (!isNullable(next)) break;
    }
  }
  return null;
}

/** What is wrong with the body of an endless repetition. */
function repeatedAlike(body: PatternNode): string | null {
  const options = body.kind === 'choice' ? body.options : [body];
  for (const [i, one] of options.entries()) {
    if (options.slice(i + 1).some((other) => meet(firstOf(one), firstOf(other)))) {
      return 'choices that begin alike in a repetition';
    }
    const items = one.kind === 'row' ? one.items : [one];
    const again = firstOf(body);
    for (const [at, item] of items.entries()) {
      const inner = item.kind === 'repeat' && item.most > Math.max(1, item.least) ? item : null;
      if (inner === null) {
        if (item.kind === 'choice' && items.length === 1) return repeatedAlike(item);
        continue;
      }
      const rest = items.slice(at + 1);
      const next = new Set([...firstOfRow(rest), ...(rest.every(isNullable) ? again : [])]);
      if (meet(firstOf(inner.of), next)) return 'a repetition in a repetition that begins with it';
    }
  }
  return null;
}
