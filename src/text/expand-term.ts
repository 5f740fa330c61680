/** Most texts one term may stand for; more is a mistake in writing it. */
export const expansionsMax = 2_000;

/**
 * The texts a term stands for, in the order written: `(全国|全网)第一` stands for two. Brackets
 * nest, and an alternative may be empty. Null where brackets do not close or the texts are more
 * than `expansionsMax`.
 */
export function expandTerm(term: string): string[] | null {
  const reader = { term, at: 0 };
  const texts = readAlternatives(reader);
  return texts === null || reader.at < term.length ? null : [...new Set(texts)];
}

interface Reader {
  readonly term: string;
  at: number;
}

/** Reads up to the closing bracket or the end: texts of all alternatives. */
function readAlternatives(reader: Reader): string[] | null {
  const all: string[] = [];
  for (;;) {
    const texts = readSequence(reader);
    if (texts === null) return null;
    all.push(...texts);
    if (all.length > expansionsMax) return null;
    if (reader.term[reader.at] !== '|') return all;
    reader.at++;
  }
}

function readSequence(reader: Reader): string[] | null {
  let texts = [''];
  while (reader.at < reader.term.length) {
    const one = reader.term[reader.at]!;
    if (one === '|' || one === ')') break;
    reader.at++;
    let next: readonly string[] = [one];
    if (one === '(') {
      const inner = readAlternatives(reader);
      if (inner === null || reader.term[reader.at] !== ')') return null;
      reader.at++;
      next = inner;
    }
    if (texts.length * next.length > expansionsMax) return null;
    texts = texts.flatMap((text) => next.map((more) => text + more));
  }
  return texts;
}
