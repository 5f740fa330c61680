import { fill } from '../../model/localised.ts';
import { flaw_texts, why_texts } from './promise-texts.ts';
import type { Outcome } from './outcome.ts';

/** How the reader gives what is missing, in words that fit in; empty where it need not be said. */
export interface Asking {
  readonly keys: string;
  readonly tsa: string;
}

/** What was counted or found of a kept promise, or why it is not kept; empty where nothing is. */
export function outcomeText(
  { state, why, named, count }: Outcome,
  lang: 'en' | 'zh',
  asking: Asking = { keys: '', tsa: '' },
): string {
  const zh = lang === 'zh';
  const comma = zh ? '，' : ', ';
  if (state === 'kept') return named.length > 0 ? named.join(comma) : count > 0 ? `${count}` : '';
  if (why === null) return '';
  const more =
    count > named.length ? (zh ? ` 等 ${count} 项` : ` and ${count - named.length} more`) : '';
  const words = named.map((one) => flaw_texts[why]?.[one]?.[lang] ?? one);
  const text = fill(why_texts[why][lang], { named: words.join(comma), ...asking });
  return text.trim() + more;
}
