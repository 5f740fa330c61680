import { useWords } from '../app/language.ts';
import { tagWords } from '../text/tags.ts';
import { Tag } from './Tag.tsx';

/** `reached`: a line at which a criminal case may be opened; no duty is broken by that. */
export type Verdict = 'breach' | 'reached' | 'indication' | 'cannot_tell' | 'no_breach';

const looks = {
  breach: { tone: 'breach', sign: '✕' },
  reached: { tone: 'indication', sign: '▲' },
  indication: { tone: 'indication', sign: '△' },
  cannot_tell: { tone: 'unknown', sign: '?' },
  no_breach: { tone: 'ok', sign: '✓' },
} as const;

/** A verdict in its word, with a sign and its tone. */
export function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
  const say = useWords(tagWords);
  return <Tag {...looks[verdict]}>{say(verdict)}</Tag>;
}
