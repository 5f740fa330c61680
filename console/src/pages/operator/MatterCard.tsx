import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLocalised, useWords } from '../../app/language.ts';
import { CiteList } from '../../parts/CiteList.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { operatorWords } from '../../text/operator.ts';
import { DueTag } from '../matters/DueTag.tsx';
import type { Matter } from '../matters/matter-types.ts';
import styles from './MatterCard.module.css';

interface Props {
  readonly matter: Matter;
  readonly today: string;
  /** Name of the office that handles it. */
  readonly office: string;
  readonly called: string;
  readonly children?: ReactNode;
}

/** A matter in short: what, by whom, how it stands, by when, and the steps one may take. */
export function MatterCard({ matter, today, office, called, children }: Props) {
  const say = useWords(operatorWords);
  const local = useLocalised();
  const { id, kind, kind_title, status_title, opened_on, clocks, steps } = matter;
  const open = clocks.filter(({ done_on, due_on }) => done_on === null && due_on !== null);
  return (
    <article className={styles['card']}>
      <header>
        <h3>
          <Link to={`/matters/${id}`}>
            <bdi>{called}</bdi>
          </Link>
        </h3>
        {/* The terms of a measure are the platform's own to keep. */}
        {kind !== 'measure' && (
          <span>
            <DueTag row={matter} today={today} />
          </span>
        )}
      </header>
      <p className="soft">
        {local(kind_title)}
        {status_title !== null && <> · {local(status_title)}</>} · <bdi>{office}</bdi> ·{' '}
        <Moment at={opened_on} />
      </p>
      {children}
      {open.length > 0 && (
        <ul className={styles['clocks']}>
          {open.map(({ clock, item, title: of, due_on, clause }) => (
            <li key={`${clock} ${item ?? ''}`}>
              <span>{due_on !== null && say('by_day', { title: local(of), day: due_on })}</span>
              {clause !== null && <CiteList cites={[clause]} />}
            </li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <ul className={styles['steps']}>
          {steps.map(({ step, title: verb }) => (
            <li key={step}>
              <Link to={`/matters/${id}?step=${step}`}>{local(verb)}</Link>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
