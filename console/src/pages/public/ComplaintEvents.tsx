import { useLocalised, useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { publicStatusWords } from '../../text/public-status.ts';
import type { Complaint } from './ComplaintStatus.tsx';
import { MediationAnswered } from './MediationAnswer.tsx';
import styles from './Status.module.css';

type Event = Complaint['events'][number];

/** Grounds an office can name for not taking a complaint up, or for ending it. */
const grounds = [
  'no_competence',
  'handled',
  'not_consumer',
  'no_dispute',
  'over_three_years',
  'material',
  'false_name',
  'withdrawn',
  'refused',
  'no_show',
  'no_agreement',
  'cost_dispute',
  'not_acceptable',
  'death',
] as const;

/** What is told of an event, in this order. */
const told = ['facts', 'request', 'text', 'missing', 'terms', 'routes'] as const;

/** A matter comes with its latest events, so many. */
const events_max = 100;

/** What happened, the newest first: whoever comes back wants to see what is new. */
export function ComplaintEvents({ matter }: { readonly matter: Complaint }) {
  const say = useWords(publicStatusWords);
  const { events } = matter;
  return (
    <section>
      <h3>{say('events')}</h3>
      <ol className={styles['events']}>
        {events.toReversed().map((event) => (
          <li key={event.number}>
            <EventTold event={event} office={matter.owner_tenant_id} />
          </li>
        ))}
      </ol>
      {events.length === events_max && <p className={styles['small']}>{say('earlier')}</p>}
    </section>
  );
}

function EventTold({ event, office }: { readonly event: Event; readonly office: string }) {
  const say = useWords(publicStatusWords);
  const local = useLocalised();
  const ground = grounds.find((one) => one === event.data['ground']);
  return (
    <>
      <p className={styles['what']}>
        <b>{local(event.title)}</b>
        <small>
          {say(whoOf(event, office))} · <Moment at={event.at} />
        </small>
      </p>
      <MediationAnswered event={event} />
      <dl className={styles['said']}>
        {ground !== undefined && (
          <>
            <dt>{say('ground')}</dt>
            <dd>{say(`ground_${ground}`)}</dd>
          </>
        )}
        {event.reason !== null && <Said title={say('reason')} texts={[event.reason]} />}
        {told.map((name) => (
          <Said key={name} title={say(name)} texts={textsOf(event.data[name])} />
        ))}
      </dl>
    </>
  );
}

function Said({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      {texts.map((text) => (
        <dd key={text}>
          <bdi>{text}</bdi>
        </dd>
      ))}
    </>
  );
}

function textsOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}

function whoOf(
  { actor }: Event,
  office: string,
): 'by_you' | 'by_office' | 'by_other' | 'by_system' {
  if (actor === null || actor.kind === 'system') return 'by_system';
  if (actor.party === 'consumer') return 'by_you';
  return actor.tenant_id === office ? 'by_office' : 'by_other';
}
