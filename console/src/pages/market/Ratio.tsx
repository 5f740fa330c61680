import { useWords } from '../../app/language.ts';
import { marketWords } from '../../text/market.ts';
import type { Reading } from './MarketPage.tsx';
import { timesText } from './rate-text.ts';

/** How many times one rate is another, with its bounds. */
export function Ratio({ ratio: of }: { readonly ratio: Reading['quarter']['ratio'] }) {
  const say = useWords(marketWords);
  if (of === null) return <span className="soft">{say('ratio_none')}</span>;
  // Nothing the year before leaves no ratio, and an interval without an upper end.
  const { ratio, low, high } = of;
  if (ratio === null || high === null)
    return <span className="soft">{say('ratio_least', { low: timesText(low) })}</span>;
  return (
    <span className="soft">
      {say('ratio', { ratio: timesText(ratio), low: timesText(low), high: timesText(high) })}
    </span>
  );
}
