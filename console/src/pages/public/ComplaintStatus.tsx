import { articleText } from '../../../../src/model/article-text.ts';
import type { publicStatus } from '../../../../src/server/contract/complaints.ts';
import type { Good } from '../../api/call.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { ClockTag } from '../../parts/ClockTag.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { publicStatusWords } from '../../text/public-status.ts';
import { useMatterTitle } from '../matters/use-matter-title.ts';
import { ComplaintEvents } from './ComplaintEvents.tsx';
import { ComplaintSteps } from './ComplaintSteps.tsx';
import styles from './Status.module.css';
import { today } from './today.ts';

export type Complaint = Good<typeof publicStatus>['body'];

interface Props {
  readonly secret: string;
  readonly matter: Complaint;
}

/** Where it stands, by when the office owes what, what happened, and what one can do now. */
export function ComplaintStatus({ secret, matter }: Props) {
  const say = useWords(publicStatusWords);
  const local = useLocalised();
  const office = matter.parties.find(({ face }) => face === 'owner')?.name;
  return (
    <article className={styles['status']}>
      <header>
        <h2>
          <bdi>{useMatterTitle()(matter)}</bdi>
        </h2>
        {matter.status_title !== null && (
          <p className={styles['standing']}>{local(matter.status_title)}</p>
        )}
        <dl className={styles['facts']}>
          {office !== undefined && (
            <>
              <dt>{say('at')}</dt>
              <dd>
                <bdi>{office}</bdi>
              </dd>
            </>
          )}
          <dt>{say('opened')}</dt>
          <dd>
            <Moment at={matter.opened_on} />
          </dd>
          <dt>{say('number')}</dt>
          <dd className="id">{matter.id}</dd>
        </dl>
      </header>
      <Clocks clocks={matter.clocks} />
      <ComplaintEvents matter={matter} />
      <ComplaintSteps secret={secret} matter={matter} />
      <p className="soft">{say('keep')}</p>
    </article>
  );
}

function Clocks({ clocks }: { readonly clocks: Complaint['clocks'] }) {
  const say = useWords(publicStatusWords);
  if (clocks.length === 0) return null;
  return (
    <section>
      <h3>{say('clocks')}</h3>
      <ul className={styles['clocks']}>
        {clocks.map((clock) => (
          <li key={`${clock.clock} ${clock.item ?? ''} ${clock.from_on}`}>
            <Clock clock={clock} />
          </li>
        ))}
      </ul>
      {clocks.some(({ overdue }) => overdue) && <p className={styles['late']}>{say('late')}</p>}
      <p className={styles['small']}>{say('clocks_lead')}</p>
    </section>
  );
}

function Clock({ clock }: { readonly clock: Complaint['clocks'][number] }) {
  const say = useWords(publicStatusWords);
  const local = useLocalised();
  const { title, from_on, due_on, done_on, clause } = clock;
  return (
    <>
      <span>
        <b>{local(title)}</b>
        <small>
          {say('from', { day: from_on })}
          {due_on !== null && ` · ${say('until', { day: due_on })}`}
          {done_on !== null && ` · ${say('done_on', { day: done_on })}`}
          {clause !== null && ` · ${local(clause.law)} ${local(articleText(clause.article))}`}
        </small>
      </span>
      <ClockTag due_on={due_on} done_on={done_on} today={today()} />
    </>
  );
}
