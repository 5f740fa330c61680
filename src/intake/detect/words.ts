/** A name cut into words: `buyerUserId`, `buyer_user_id` and `Buyer User ID` are the same. */
export interface Words {
  /** Lower-case tokens, plural s removed; a run of Chinese characters is one token. */
  readonly tokens: readonly string[];
  /** The tokens without separators. */
  readonly joined: string;
  /** Holds Chinese characters. */
  readonly han: boolean;
  /** A unit in brackets at the end of the name: 金额(元), amount (cents). */
  readonly unit: string | null;
}

const cache = new Map<string, Words>();

export function toWords(name: string): Words {
  const known = cache.get(name);
  if (known) return known;
  const text = name.normalize('NFKC').trim();
  const bracket = /[([【]([^()[\]【】]*)[)\]】]\s*$/.exec(text);
  const bare = bracket && bracket.index > 0 ? text.slice(0, bracket.index) : text;
  const tokens = bare
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Script=Han}+)/gu, ' $1 ')
    .replace(/(\d+)/g, ' $1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((token) => token !== '')
    .map(singular);
  const words = wordsOf(tokens, bracket?.[1] ?? null);
  if (cache.size > 100_000) cache.clear();
  cache.set(name, words);
  return words;
}

export function wordsOf(tokens: readonly string[], unit: string | null = null): Words {
  const joined = tokens.join('');
  return { tokens, joined, han: isHan(joined), unit };
}

/** Cuts English plurals roughly; the same cut on both sides is all that matching needs. */
function singular(token: string): string {
  if (token.length < 4 || !token.endsWith('s') || /(ss|us|is)$/.test(token)) return token;
  if (token.endsWith('ies')) return `${token.slice(0, -3)}y`;
  return token.slice(0, -1);
}

export function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Whether `part` stands in `whole` as consecutive tokens; its position, or -1. */
function indexOfTokens(whole: readonly string[], part: readonly string[]): number {
  for (let i = 0; i + part.length <= whole.length; i += 1) {
    if (part.every((token, j) => whole[i + j] === token)) return i;
  }
  return -1;
}

/**
 * How well a name says a term, 0 to 1: 1 the term itself, less the more is said beside it.
 * The end of an English name says what a thing is, so a match there counts more.
 */
export function likeness(name: Words, term: Words): number {
  if (name.joined === term.joined) return 1;
  if (term.joined === '' || !name.joined.includes(term.joined)) return 0;
  const share = term.joined.length / name.joined.length;
  if (term.han) {
    return term.joined.length > 1 ? 0.55 + 0.4 * share : 0;
  }
  const at = indexOfTokens(name.tokens, term.tokens);
  const tokenShare = term.tokens.length / name.tokens.length;
  if (at >= 0 && at + term.tokens.length === name.tokens.length) return 0.6 + 0.35 * tokenShare;
  if (at === 0) return 0.5 + 0.3 * tokenShare;
  if (at > 0) return 0.45 + 0.3 * tokenShare;
  if (term.joined.length < 6) return 0;
  return (name.joined.endsWith(term.joined) ? 0.5 : 0.4) + 0.35 * share;
}

/** Whether a name mentions a term: a token, a run of tokens, or a Chinese word inside it. */
export function mentions(name: Words, term: Words): boolean {
  if (!name.joined.includes(term.joined)) return false;
  return term.han || name.joined === term.joined || indexOfTokens(name.tokens, term.tokens) >= 0;
}

/** `'a b, c'` → the terms a b and c. */
export function terms(list: string): readonly Words[] {
  return list
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map(toWords);
}

/** What a COMMENT says a column is: the text before the first enumeration or remark. */
export function commentHead(comment: string): Words {
  const known = heads.get(comment);
  if (known) return known;
  const words = readHead(comment);
  if (heads.size > 100_000) heads.clear();
  heads.set(comment, words);
  return words;
}

const heads = new Map<string, Words>();

function readHead(comment: string): Words {
  const head = /^[\s:：]*([^,，。;；:：(（[【\s0-9]*)/u.exec(comment.normalize('NFKC'))?.[1] ?? '';
  return toWords(head === '' ? comment : head);
}
