import { useLocalised, useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { matterWords } from '../../text/matters.ts';
import { partyNames } from '../../text/people.ts';
import { EventData } from './EventData.tsx';
import type { Matter, MatterEvent } from './matter-types.ts';
import styles from './Timeline.module.css';
import type { Names } from './use-names.ts';

interface Props {
  readonly event: MatterEvent;
  readonly matter: Matter;
  readonly names: Names;
}

/** One event: what, when, by whom, why, and what was said. */
export function TimelineEvent({ event, matter, names }: Props) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const { type, title, number, on, at, reason, proposal } = event;
  const proposed = proposedIn(event);
  return (
    <article id={`event-${number}`} className={styles['event']}>
      <header>
        <h3>{local(title)}</h3>
        <p className="soft">
          <Moment at={on} /> · <Who event={event} names={names} /> ·{' '}
          <span className={styles['at']}>
            {say('recorded')} <Moment at={at} />
          </span>{' '}
          · <span className="number">#{number}</span>
        </p>
      </header>
      {proposal !== null && (
        <p className="soft">
          <a href={`#event-${proposal}`}>{say('after_proposal', { number: proposal })}</a>
        </p>
      )}
      {reason !== null && (
        <p className={styles['reason']}>
          <span className="soft">{say('reason_said')}</span> <bdi>{reason}</bdi>
        </p>
      )}
      <EventData
        kind={matter.kind}
        clocks={matter.clocks}
        currency={matter.currency}
        step={proposed?.step ?? type}
        data={proposed?.data ?? event.data}
        names={names}
      />
    </article>
  );
}

function Who({ event: { actor }, names }: Pick<Props, 'event' | 'names'>) {
  const say = useWords(matterWords);
  const local = useLocalised();
  if (actor === null) return <span>{say('withheld')}</span>;
  if (actor.kind === 'system') return <span>{say('system')}</span>;
  // Of other offices the person is told by an id at most, which says nothing to a reader.
  const person = names.users.find(({ id }) => id === actor.user_id)?.name ?? '';
  // All consumers are of one tenant, whose name says nothing.
  const office = actor.party === 'consumer' ? local(partyNames.consumer) : undefined;
  return (
    <bdi title={local(partyNames[actor.party])}>
      {office ?? names.tenant(actor.tenant_id)}
      {person !== '' && ` ${person}`}
    </bdi>
  );
}

interface Proposed {
  readonly step: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The step that a proposal holds. */
function proposedIn({ type, data }: MatterEvent): Proposed | null {
  const { step, data: inner } = data;
  if (type !== 'propose' || typeof step !== 'string') return null;
  return { step, data: typeof inner === 'object' && inner !== null ? { ...inner } : {} };
}
