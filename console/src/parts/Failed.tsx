import { Button } from 'antd';
import { problemOf } from '../api/problem-error.ts';
import { useLanguage, useWords } from '../app/language.ts';
import { stateWords } from '../text/states.ts';
import styles from './States.module.css';

interface Props {
  readonly error: unknown;
  readonly retry?: () => void;
}

/** What went wrong, what to do, and its code. */
export function Failed({ error, retry }: Props) {
  const say = useWords(stateWords);
  const language = useLanguage();
  const problem = problemOf(error);
  return (
    <section className={styles['state']} role="alert">
      <h2>{say('failed')}</h2>
      <p>{problem[language]}</p>
      {problem.errors !== undefined && (
        <ul className={styles['places']}>
          {problem.errors.map((place) => (
            <li key={place.at}>
              <code>{place.at}</code> {place[language]}
            </li>
          ))}
        </ul>
      )}
      <p className={styles['code']}>
        <code>{problem.code}</code>
        {problem.request_id !== '' && (
          <>
            {' · '}
            {say('request')} <code>{problem.request_id}</code>
          </>
        )}
      </p>
      {retry !== undefined && (
        <div className={styles['actions']}>
          <Button onClick={retry}>{say('retry')}</Button>
        </div>
      )}
    </section>
  );
}
