import { useLocalised, useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { marketWords } from '../../text/market.ts';
import type { Effect } from './EffectsPage.tsx';
import { IntervalChart } from './IntervalChart.tsx';
import styles from './Market.module.css';
import { pointsText, rateText } from './rate-text.ts';
import { SlopeChart } from './SlopeChart.tsx';

const looks = {
  fewer: { tone: 'ok', sign: '▼' },
  more: { tone: 'breach', sign: '▲' },
  no_clear_change: { tone: 'plain', sign: '=' },
  cannot_tell: { tone: 'unknown', sign: '?' },
} as const;

/** One figure before and after measures: what changed, beside whom, and how sure that is. */
export function EffectCard({ effect }: { readonly effect: Effect }) {
  const say = useWords(marketWords);
  const local = useLocalised();
  const { title, windows, pairs, finding, unmatched, treated, untreated } = effect;
  const span = (of: keyof Effect['windows']): string => say('span', windows[of]);
  return (
    <section className={styles['card']}>
      <h2>{local(title)}</h2>
      <p>
        <Tag {...looks[finding]}>{say(`finding_${finding}`)}</Tag> {say('pairs', { count: pairs })}
      </p>
      <p className="soft">
        {say('windows', { ...windows.measured, before: span('before'), after: span('after') })}
      </p>
      {treated !== null && untreated !== null ? (
        <>
          <SlopeChart title={local(title)} treated={treated} untreated={untreated} />
          <Rates treated={treated} untreated={untreated} />
          <Difference effect={effect} />
        </>
      ) : (
        <p>{say('pairs_none')}</p>
      )}
      {unmatched.length > 0 && (
        <details>
          <summary>{say('unmatched', { count: unmatched.length })}</summary>
          <ul className={styles['names']}>
            {unmatched.map((id) => (
              <li key={id}>
                <bdi className="id">{id}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

export interface BothRates {
  readonly treated: NonNullable<Effect['treated']>;
  readonly untreated: NonNullable<Effect['untreated']>;
}

function Rates(rates: BothRates) {
  const say = useWords(marketWords);
  return (
    <PlainTable
      label={say('change')}
      heads={['', say('before'), say('after'), say('change')]}
      numeric={[1, 2, 3]}
      rows={(['treated', 'untreated'] as const).map((who) => {
        const { before, after } = rates[who];
        const cells = [say(who), rateText(before), rateText(after), pointsText(after - before)];
        return { key: who, cells };
      })}
    />
  );
}

function Difference({ effect: { difference, interval, p } }: { readonly effect: Effect }) {
  const say = useWords(marketWords);
  if (difference === null) return null;
  if (interval === null) {
    return (
      <>
        <p>{say('difference_alone', { difference: pointsText(difference) })}</p>
        <p>{say('too_few')}</p>
      </>
    );
  }
  const { low, high } = interval;
  const told = say('difference', {
    difference: pointsText(difference),
    low: pointsText(low),
    high: pointsText(high),
  });
  return (
    <>
      <IntervalChart label={told} at={difference} interval={interval} />
      <p>{told}</p>
      {p !== null && <p>{say('p', { p: p < 0.001 ? '< 0.001' : p.toFixed(3) })}</p>}
    </>
  );
}
