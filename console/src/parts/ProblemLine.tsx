import { problemOf } from '../api/problem-error.ts';
import { useLanguage } from '../app/language.ts';
import styles from './States.module.css';

/** The same for a form: beside its button, in one or two lines. */
export function ProblemLine({ error }: { readonly error: unknown }) {
  const language = useLanguage();
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  return (
    <div className={styles['line']} role="alert">
      <p>{problem[language]}</p>
      {problem.errors?.map((place) => (
        <p key={place.at}>
          <code>{place.at}</code> {place[language]}
        </p>
      ))}
      <code className={styles['small']}>{problem.code}</code>
    </div>
  );
}
