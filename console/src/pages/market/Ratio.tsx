import { useWords } from '../../app/language.ts';
import { marketWords } from '../../text/market.ts';
import type { Reading } from './MarketPage.tsx';
import { timesText } from './rate-text.ts';

/** How many times one rate is another, with its bounds. */
export function Ratio({ ratio: of }: { readonly ratio: Reading['quarter']['ratio'] }) {
  const say = useWords(marketWords);
  if (of === null) return <span className="soft">{say('ratio_none')}</span>;
  const text = (value: number | null): string =>
    value === null ? say('endless') : timesText(value);
  return (
    <span className="soft">
      {say('ratio', { ratio: text(of.ratio), low: timesText(of.low), high: text(of.high) })}
    </span>
  );
}
