import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocalised, useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import type { TagTone } from '../../parts/Tag.tsx';
import { partyNames } from '../../text/people.ts';
import { proposalWords } from '../../text/proposals.ts';
import { isPartyName } from './is-party.ts';
import type { Opinion } from './proposal-types.ts';
import styles from './Opinions.module.css';

interface Props {
  readonly opinions: readonly Opinion[];
  /** Null where there are no further ones. */
  readonly more: (() => void) | null;
  readonly action?: (one: Opinion) => ReactNode;
}

/** Opinions with their answers: who, of what, what was said, what came of it and why. */
export function OpinionList({ opinions, more, action }: Props) {
  const say = useWords(proposalWords);
  return (
    <>
      <ol className={styles['list']}>
        {opinions.map((one) => (
          <li key={one.id}>
            <OneOpinion one={one} />
            {action?.(one)}
          </li>
        ))}
      </ol>
      {more !== null && <Button onClick={more}>{say('more_rows')}</Button>}
    </>
  );
}

function OneOpinion({ one }: { readonly one: Opinion }) {
  const say = useWords(proposalWords);
  const { at, file, text } = one;
  return (
    <article>
      <header className={styles['head']}>
        <Giver from={one.from} />
        <span>
          {say('opinion_about')} {file === null ? say('opinion_of_whole') : <code>{file}</code>}
        </span>
        <Moment at={at} />
      </header>
      <p className={styles['said']}>
        {text === null ? <i>{say('withheld')}</i> : <bdi>{text}</bdi>}
      </p>
      <Answered answer={one.answer} />
    </article>
  );
}

function Giver({ from }: Pick<Opinion, 'from'>) {
  const say = useWords(proposalWords);
  const local = useLocalised();
  const { tenant, party } = from;
  const side = party !== null && isPartyName(party) ? local(partyNames[party]) : null;
  const names = [from.name, tenant, side].filter((one) => one !== null);
  return <b>{names.length === 0 ? say('from_public') : <bdi>{names.join(' · ')}</bdi>}</b>;
}

type Outcome = NonNullable<Opinion['answer']>['outcome'];

const looks: Readonly<Record<Outcome, readonly [tone: TagTone, sign: string]>> = {
  accepted: ['ok', '✓'],
  in_part: ['unknown', '◐'],
  not_accepted: ['plain', '✕'],
};

function Answered({ answer }: Pick<Opinion, 'answer'>) {
  const say = useWords(proposalWords);
  if (answer === null) {
    return (
      <Tag tone="indication" sign="!">
        {say('unanswered')}
      </Tag>
    );
  }
  const [tone, sign] = looks[answer.outcome];
  return (
    <div className={styles['answer']}>
      <Tag tone={tone} sign={sign}>
        {say(`outcome_${answer.outcome}`)}
      </Tag>
      <bdi>{answer.reason}</bdi>
      {!answer.shown && <span className="soft">{say('withheld')}</span>}
    </div>
  );
}
