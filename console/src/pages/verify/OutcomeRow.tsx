import { outcomeText } from '../../../../src/evidence/verify/outcome-text.ts';
import type { Outcome } from '../../../../src/evidence/verify/outcome.ts';
import { promise_titles, state_words } from '../../../../src/evidence/verify/promise-texts.ts';
import { useLanguage, useLocalised, useWords } from '../../app/language.ts';
import { Tag } from '../../parts/Tag.tsx';
import { verifyWords } from '../../text/verify.ts';
import styles from './Verify.module.css';

/** How a promise stands, by colour and sign. */
export const tags = {
  kept: { tone: 'ok', sign: '✓' },
  broken: { tone: 'breach', sign: '✕' },
  untold: { tone: 'unknown', sign: '?' },
  not_made: { tone: 'plain', sign: '–' },
} as const;

/** One promise of a bag: how it stands, and what was found or is missing. */
export function OutcomeRow({ outcome }: { readonly outcome: Outcome }) {
  const say = useWords(verifyWords);
  const local = useLocalised();
  const language = useLanguage();
  const { promise, state, named, count } = outcome;
  const text = outcomeText(outcome, language);
  const isCount = state === 'kept' && named.length === 0 && count > 0;
  return (
    <li className={styles['row']} data-promise={promise} data-state={state}>
      <Tag {...tags[state]}>{local(state_words[state])}</Tag>
      <div>
        <p className={styles['promise']}>{local(promise_titles[promise])}</p>
        {text !== '' && (
          <p className="soft">
            <bdi>{isCount ? say('counted', { count }) : text}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}
