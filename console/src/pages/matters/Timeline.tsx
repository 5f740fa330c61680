import { Button } from 'antd';
import { useState } from 'react';
import { mattersEvents } from '../../../../src/server/contract/matters.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { matterWords } from '../../text/matters.ts';
import type { Matter } from './matter-types.ts';
import { TimelineEvent } from './TimelineEvent.tsx';
import styles from './Timeline.module.css';
import type { Names } from './use-names.ts';

interface Props {
  readonly matter: Matter;
  readonly names: Names;
}

/** A matter comes with this many of its latest events. */
const events_shown = 100;

/** All that happened, the latest first. */
export function Timeline({ matter, names }: Props) {
  const say = useWords(matterWords);
  const [all, setAll] = useState(false);
  const given = { params: { matter_id: matter.id }, query: {} };
  const { rows, query, more } = useRows(mattersEvents, given, { enabled: all });
  const whole = all && query.isSuccess && !query.hasNextPage;
  const events = whole ? rows : matter.events;
  const owns = matter.faces.includes('owner');
  return (
    <section className={styles['timeline']}>
      <h2>{say('timeline')}</h2>
      {!owns && <p className="soft">{say('timeline_told')}</p>}
      <ol>
        {events.toReversed().map((event) => (
          <li key={event.number}>
            <TimelineEvent event={event} matter={matter} names={names} />
          </li>
        ))}
      </ol>
      {query.error !== null && <Failed error={query.error} retry={() => void query.refetch()} />}
      {matter.events.length >= events_shown && !whole && (
        <Button
          loading={query.isFetching}
          onClick={() => {
            if (all) more();
            else setAll(true);
          }}
        >
          {say('timeline_more')}
        </Button>
      )}
    </section>
  );
}
