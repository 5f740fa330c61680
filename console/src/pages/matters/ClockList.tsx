import { useLocalised, useWords } from '../../app/language.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { ClockTag } from '../../parts/ClockTag.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { matterWords } from '../../text/matters.ts';
import styles from './ClockList.module.css';
import type { Clock } from './matter-types.ts';

interface Props {
  readonly clocks: readonly Clock[];
  readonly today: string;
}

/** The terms that run or ran: from when, to when, after which article, or why nobody can tell. */
export function ClockList({ clocks, today }: Props) {
  const say = useWords(matterWords);
  const open = clocks.filter(({ done_on }) => done_on === null);
  const done = clocks.filter(({ done_on }) => done_on !== null);
  return (
    <section className={styles['clocks']}>
      <h2>{say('clocks')}</h2>
      {clocks.length === 0 && <p className="soft">{say('clocks_none')}</p>}
      <ul>
        {[...open, ...done].map((clock) => (
          <li key={`${clock.clock} ${clock.item ?? ''} ${clock.from_on}`}>
            <OneClock clock={clock} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneClock({ clock, today }: { readonly clock: Clock; readonly today: string }) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const { title, item, from_on, due_on, done_on, clause, extension, left_out_days } = clock;
  return (
    <article className={styles['clock']}>
      <header>
        <h3>
          {local(title)}
          {item !== null && (
            <>
              {' '}
              · <bdi className="id">{item}</bdi>
            </>
          )}
        </h3>
        <ClockState clock={clock} today={today} />
      </header>
      <p className={styles['days']}>
        <Moment at={from_on} /> → {due_on === null ? '?' : <Moment at={due_on} />}
        {done_on !== null && (
          <>
            {' '}
            · {say('clock_done')} <Moment at={done_on} />
          </>
        )}
      </p>
      <Why clock={clock} />
      {clause !== null && (
        <div className={styles['law']}>
          <CiteList cites={[clause]} />
          <Term term={clause.term} />
          {clause.confidence !== 'high' && <span>{say('clock_reading')}</span>}
        </div>
      )}
      {extension === 'granted' && <p className="soft">{say('clock_extended')}</p>}
      {extension === 'too_late' && <p className="soft">{say('clock_too_late')}</p>}
      {left_out_days > 0 && <p className="soft">{say('clock_left', { count: left_out_days })}</p>}
    </article>
  );
}

function ClockState({ clock: { state, due_on, done_on }, today }: { clock: Clock; today: string }) {
  const say = useWords(matterWords);
  if (state === 'late') {
    return (
      <Tag tone="breach" sign="!">
        {say('clock_late')}
      </Tag>
    );
  }
  if (state === 'early' || state === 'over' || state === 'no_term') {
    return <Tag tone="plain">{say(`clock_${state}`)}</Tag>;
  }
  return <ClockTag due_on={due_on} done_on={done_on} today={today} />;
}

/** Why no last day can be told. */
function Why({ clock: { unknown } }: { readonly clock: Clock }) {
  const say = useWords(matterWords);
  if (unknown === null) return null;
  const { why, year, deadline } = unknown;
  const text =
    why === 'calendar_year'
      ? say('unknown_calendar_year', { year: String(year) })
      : why === 'time_left_out'
        ? say('unknown_time_left_out')
        : say('unknown_no_deadline', { deadline: String(deadline) });
  return <p className={styles['unknown']}>{text}</p>;
}

function Term({ term: { value, unit } }: { readonly term: Readonly<Record<string, unknown>> }) {
  const say = useWords(matterWords);
  if (typeof value !== 'number') return null;
  switch (unit) {
    case 'working_day':
    case 'calendar_day':
    case 'month':
    case 'year':
      return <span>{say(`term_${unit}`, { count: value })}</span>;
    default:
      return null;
  }
}
