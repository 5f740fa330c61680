/**
 * Reads the meanings of codes out of a COMMENT: '0 未付款 1 已付款', '状态(-1:失效;0-待审;1=通过)',
 * '1: pending, 2: paid', '[0]未支付 [1]已支付', '待付款:0,已付款:1'.
 */
export function enumerationOf(comment: string | null): ReadonlyMap<string, string> {
  if (comment === null || comment.length > 2_000) return new Map();
  const text = comment.normalize('NFKC');
  const forward = read(text, codeFirst, 1, 2);
  const backward = read(text, labelFirst, 2, 1);
  const startsWithLabel = labelStarts.some((start) => start.test(text));
  const best = startsWithLabel && backward.size >= forward.size ? backward : forward;
  return best.size >= 2 || (best.size === 1 && /^[01]$/.test([...best.keys()][0] ?? ''))
    ? best
    : new Map();
}

/** `状态 正常=1`, and `状态：正常=1`: a title or none, then a label with its code. */
const labelStarts = [
  /^[\p{L}\s]*(?<=[\p{Script=Han}A-Za-z]\s*)[:=]\s*-?\d/u,
  /^[\p{L}\s]*[:：(]\s*[\p{Script=Han}A-Za-z]+\s*[:=]\s*-?\d/u,
];

/** A code, bracketed or not; a sign or a word for "is"; a label up to the next separator. */
const codePart = /(?<![\p{L}\d.])[[("'‘“]?(-?\d{1,4}|[A-Z][A-Z_]{1,30})[\])"'’”]?/u.source;
const signPart = /\s*(?:(?:[:=、.>~)-]|代表|表示|是|为)+\s*)?/u.source;
const labelPart = /([\p{Script=Han}A-Za-z](?:(?!-\d)[^\d,;|/。\n[\](){}"'=:]){0,30})/u.source;
const codeFirst = new RegExp(codePart + signPart + labelPart, 'gu');
/** A label, a colon or equals sign, then its code. */
const labelFirst =
  /([\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z ]{0,20})\s*[:=]\s*(-?\d{1,4})(?!\d)/gu;

function read(text: string, pattern: RegExp, code: number, label: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(pattern)) {
    const key = match[code];
    const value = match[label]?.trim();
    if (key !== undefined && value && !found.has(key)) found.set(key, value);
  }
  return found;
}
