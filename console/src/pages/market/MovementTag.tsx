import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import { marketWords } from '../../text/market.ts';
import type { Reading } from './MarketPage.tsx';

type Movement = Reading['quarter']['movement'];

const signs: Readonly<Record<Movement, string>> = {
  rose: '▲',
  fell: '▼',
  no_clear_change: '=',
  cannot_tell: '?',
};

/** Which way a figure went; whether that is well depends on the figure. */
export function MovementTag({ movement }: { readonly movement: Movement }) {
  const say = useWords(marketWords);
  return (
    <Tag tone={movement === 'cannot_tell' ? 'unknown' : 'plain'} sign={signs[movement]}>
      {say(`movement_${movement}`)}
    </Tag>
  );
}
