import { Button } from 'antd';
import { useLocalised, useWords } from '../../app/language.ts';
import { matterWords } from '../../text/matters.ts';
import type { MatterEvent } from './matter-types.ts';
import styles from './MovedOn.module.css';

interface Props {
  readonly events: readonly MatterEvent[];
  /** Number of the last event that was read. */
  readonly seen: number;
  readonly readOn: () => void;
}

/** Somebody else took a step meanwhile: which, and on; what was written here stays. */
export function MovedOn({ events, seen, readOn }: Props) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const later = events.filter(({ number }) => number > seen);
  return (
    <div className={styles['moved']} role="alert">
      <p>{say('moved')}</p>
      <ul>
        {later.map(({ number, title, on }) => (
          <li key={number}>
            {on} · {local(title)}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={readOn}>
        {say('moved_on')}
      </Button>
    </div>
  );
}
