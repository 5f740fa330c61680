import type { Localised } from '../../../src/model/localised.ts';
import { useLocalised, useWords } from '../app/language.ts';
import { verdictWords } from '../text/verdicts.ts';
import styles from './WrongPlaces.module.css';

/** A mistake in a text; without a line it is about the whole. */
export interface WrongPlace extends Localised {
  readonly code: string;
  readonly line: number | null;
  readonly column: number | null;
}

interface Props {
  readonly title: string;
  readonly wrong: readonly WrongPlace[];
}

/** What is wrong in a text, place by place; nothing where nothing is. */
export function WrongPlaces({ title, wrong }: Props) {
  const say = useWords(verdictWords);
  const local = useLocalised();
  if (wrong.length === 0) return null;
  return (
    <section role="alert">
      <h2>{title}</h2>
      <ul className={styles['wrong']}>
        {wrong.map((one) => (
          <li key={`${one.line} ${one.column} ${one.en}`}>
            {one.line !== null && (
              <code>{say('place', { line: one.line, column: one.column ?? 1 })}</code>
            )}
            <span>
              <bdi>{local(one)}</bdi> <code className="soft">{one.code}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
