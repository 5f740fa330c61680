import { useQuery } from '@tanstack/react-query';
import type { Localised } from '../../../../src/model/localised.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { importWords } from '../../text/imports.ts';
import styles from './JobProgress.module.css';
import type { Job } from './JobTag.tsx';

/** Why there is no result, and what to do. */
export function HowItEnded({ job: { state, code } }: { readonly job: Job }) {
  const say = useWords(importWords);
  const local = useLocalised();
  const { data } = useQuery({
    queryKey: ['issue-sentences', code],
    queryFn: async () => await sentencesOf(code),
  });
  if (state === 'cancelled') return <p>{say('was_cancelled')}</p>;
  return (
    <div className={styles['failed']} role="alert">
      <p>{say('was_failed')}</p>
      {data?.map((text) => (
        <p key={text.en}>{local(text)}</p>
      ))}
      {code !== null && <code>{code}</code>}
    </div>
  );
}

/** A job keeps the code alone: sentences with values in them cannot be said of it. */
async function sentencesOf(code: string | null): Promise<readonly Localised[]> {
  // All codes are many: they come when one is needed.
  const { issueCodes } = await import('../../../../src/model/issue-codes.ts');
  const known = Object.entries(issueCodes).find(([one]) => one === code)?.[1];
  return known === undefined
    ? []
    : [known.what, known.todo].filter(({ en }) => en !== '' && !en.includes('{'));
}
