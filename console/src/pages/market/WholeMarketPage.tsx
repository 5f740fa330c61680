import { marketRead } from '../../../../src/server/contract/guidance.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { marketWords } from '../../text/market.ts';
import styles from './Market.module.css';
import { MarketHead } from './MarketHead.tsx';
import { MonthChart } from './MonthChart.tsx';
import { MovementTag } from './MovementTag.tsx';
import { Ratio } from './Ratio.tsx';
import { rateText, shareOf } from './rate-text.ts';

type Whole = Good<typeof marketRead>['body'];
type Reading = Whole['readings'][number];

/** All platforms of a jurisdiction, or all members of an association, as one market. */
export default function WholeMarketPage() {
  return (
    <>
      <MarketHead part="whole" platform_id={null} />
      <Market />
    </>
  );
}

function Market() {
  const say = useWords(marketWords);
  const { data, error, refetch } = useAsked(marketRead, {});
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={10} />;
  const isMembers = data.scope === 'members';
  const percent = `${(data.confidence * 100).toFixed(2)}%`;
  return (
    <>
      {isMembers ? <p className={styles['lead']}>{say('members_rule')}</p> : <Known of={data} />}
      {data.readings.length === 0 ? (
        <Empty
          title={say('whole_none')}
          more={say(isMembers ? 'members_none_more' : 'whole_none_more')}
        />
      ) : (
        <>
          <p className={styles['lead']}>{say('confidence', { percent })}</p>
          <div className={styles['cards']}>
            {data.readings.map((reading) => (
              <OneReading key={reading.name} reading={reading} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

/** Of which platforms there are data; the others are unknown, and in no figure. */
function Known({ of: { platforms } }: { readonly of: Whole }) {
  const say = useWords(marketWords);
  const known = platforms.filter(({ as_of }) => as_of !== null).length;
  return (
    <details className={styles['lead']}>
      <summary>
        {say('known', { known, all: platforms.length, unknown: platforms.length - known })}
      </summary>
      <PlainTable
        label={say('platforms')}
        heads={[say('platform'), say('data_until')]}
        rows={platforms.map(({ platform_id, platform_name, as_of }) => ({
          key: platform_id,
          cells: [platform_name, as_of ?? say('unknown')],
        }))}
      />
    </details>
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
        {quarter.last === null
          ? say('quarter')
          : say('quarter_until', { month: quarter.last, platforms: quarter.platforms })}{' '}
        <MovementTag movement={quarter.movement} /> <Ratio ratio={quarter.ratio} />
      </p>
      <MonthChart
        title={local(title)}
        bars={months.map(({ month, all, compared }) => ({
          month,
          rate: all && shareOf(all),
          rate_before: compared && shareOf(compared.year_before),
        }))}
      />
      <details>
        <summary>{say('by_month')}</summary>
        <PlainTable
          label={say('by_month')}
          heads={[
            say('month'),
            say('platforms'),
            say('count'),
            say('rate'),
            say('compared'),
            say('year_before'),
            say('against'),
            say('movement'),
          ]}
          numeric={[1, 2, 3, 4, 5]}
          rows={months.map(({ month, all, compared, against_year_before, movement }) => ({
            key: month,
            cells: [
              <time key="month">{month}</time>,
              all === null ? say('withheld') : all.platforms,
              all === null ? '–' : `${all.cases} / ${all.out_of}`,
              rateText(all && shareOf(all)),
              compared?.platforms ?? '–',
              rateText(compared && shareOf(compared.year_before)),
              <Ratio key="ratio" ratio={against_year_before} />,
              <MovementTag key="movement" movement={movement} />,
            ],
          }))}
        />
      </details>
    </section>
  );
}
