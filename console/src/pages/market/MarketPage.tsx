import { barometerRead } from '../../../../src/server/contract/guidance.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { marketWords } from '../../text/market.ts';
import styles from './Market.module.css';
import { MarketFrame } from './MarketFrame.tsx';
import { MonthChart } from './MonthChart.tsx';
import { MovementTag } from './MovementTag.tsx';
import { Ratio } from './Ratio.tsx';
import { rateText, shareOf } from './rate-text.ts';

export type Reading = Good<typeof barometerRead>['body']['readings'][number];

/** A market month by month, each beside the same month of the year before. */
export default function MarketPage() {
  return <MarketFrame part="market">{(platform_id) => <Barometer of={platform_id} />}</MarketFrame>;
}

function Barometer({ of: platform_id }: { readonly of: string }) {
  const say = useWords(marketWords);
  const { data, error, refetch } = useAsked(barometerRead, { query: { platform_id } });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={10} />;
  if (data.readings.length === 0) {
    return <Empty title={say('readings_none')} more={say('readings_none_more')} />;
  }
  const percent = `${(data.confidence * 100).toFixed(2)}%`;
  return (
    <>
      <p className={styles['lead']}>
        {say('as_of', { day: data.as_of })} · {say('confidence', { percent })}
      </p>
      <div className={styles['cards']}>
        {data.readings.map((reading) => (
          <OneReading key={reading.name} reading={reading} />
        ))}
      </div>
    </>
  );
}

function OneReading({ reading }: { readonly reading: Reading }) {
  const say = useWords(marketWords);
  const local = useLocalised();
  const { title, quarter, months } = reading;
  return (
    <section className={styles['card']}>
      <h2>{local(title)}</h2>
      <p>
        {say('quarter')} <MovementTag movement={quarter.movement} /> <Ratio ratio={quarter.ratio} />
      </p>
      <MonthChart
        title={local(title)}
        bars={months.map((one) => ({
          month: one.month,
          rate: shareOf(one),
          rate_before: one.year_before && shareOf(one.year_before),
        }))}
      />
      <details>
        <summary>{say('by_month')}</summary>
        <PlainTable
          label={say('by_month')}
          heads={[
            say('month'),
            say('count'),
            say('rate'),
            say('year_before'),
            say('against'),
            say('movement'),
          ]}
          numeric={[1, 2, 3]}
          rows={months.map((one) => ({
            key: one.month,
            cells: [
              <time key="month">{one.month}</time>,
              `${one.cases} / ${one.out_of}`,
              rateText(shareOf(one)),
              rateText(one.year_before && shareOf(one.year_before)),
              <Ratio key="ratio" ratio={one.against_year_before} />,
              <MovementTag key="movement" movement={one.movement} />,
            ],
          }))}
        />
      </details>
    </section>
  );
}
