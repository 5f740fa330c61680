import type { ReactNode } from 'react';
import { useLocalised, useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { matterWords } from '../../text/matters.ts';
import { DueTag } from './DueTag.tsx';
import styles from './MatterPage.module.css';
import type { Matter } from './matter-types.ts';
import type { Names } from './use-names.ts';

interface Props {
  readonly matter: Matter;
  readonly today: string;
  readonly names: Names;
}

/** How a matter stands, in one line. */
export function MatterLine({ matter, today, names }: Props) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const { kind_title, status_title, faces, opened_on, assignee, queue, tags, due_title } = matter;
  const owns = faces.includes('owner');
  return (
    <dl className={styles['line']}>
      <Part title={say('kind')}>{local(kind_title)}</Part>
      <Part title={say('status')}>
        <span className={styles['status']}>
          {status_title === null ? say('status_untold') : local(status_title)}
        </span>
      </Part>
      {matter.due !== null && (
        <Part title={due_title === null ? say('due') : local(due_title)}>
          <DueTag row={matter} today={today} />
        </Part>
      )}
      <Part title={say('your_side')}>{faces.map((face) => say(`face_${face}`)).join(' · ')}</Part>
      <Part title={say('opened_on')}>
        <Moment at={opened_on} />
      </Part>
      {owns && (
        <Part title={say('assignee')}>
          {assignee === null ? say('assignee_none') : <bdi>{names.user(assignee)}</bdi>}
        </Part>
      )}
      {queue !== null && (
        <Part title={say('in_queue')}>
          <bdi>{queue}</bdi>
        </Part>
      )}
      {tags.length > 0 && (
        <Part title={say('tag')}>
          <span className={styles['tags']}>
            {tags.map((tag) => (
              <Tag key={tag} tone="plain">
                <bdi>{tag}</bdi>
              </Tag>
            ))}
          </span>
        </Part>
      )}
      <Part title={say('number')}>
        <span className="id">{matter.id}</span>
      </Part>
    </dl>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
