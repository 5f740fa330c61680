import { Button } from 'antd';
import { useState } from 'react';
import { publishersDecide, publishersList } from '../../../../src/server/contract/editions.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { roles } from '../../app/who.ts';
import { ConfirmStep } from '../../parts/ConfirmStep.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { partyNames } from '../../text/people.ts';
import { proposalWords } from '../../text/proposals.ts';
import { isPartyName } from './is-party.ts';
import type { Publisher } from './proposal-types.ts';
import styles from './Proposals.module.css';

const deciding = roles(['admin', 'approver']);

/** Who publishes standards, and whether they judge one's data. */
export function PublishersPart() {
  const say = useWords(proposalWords);
  const may = deciding(useSession());
  const { data, error, refetch } = useAsked(publishersList, {});
  const [chosen, setChosen] = useState<Publisher | null>(null);
  return (
    <>
      <p className={styles['lead']}>{say('publishers_lead')}</p>
      {error !== null ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading lines={3} line_px={96} />
      ) : data.items.length === 0 ? (
        <Empty title={say('publishers_none')} />
      ) : (
        <ul className={styles['publishers']}>
          {data.items.map((one) => (
            <li key={one.id}>
              <OnePublisher one={one} {...(may && { decide: () => setChosen(one) })} />
            </li>
          ))}
        </ul>
      )}
      {chosen !== null && <Decision one={chosen} close={() => setChosen(null)} />}
    </>
  );
}

function isTrusted({ decision, public_key }: Publisher): boolean {
  return decision?.trusted === true && decision.public_key === public_key;
}

interface OneProps {
  readonly one: Publisher;
  readonly decide?: () => void;
}

function OnePublisher({ one, decide }: OneProps) {
  const say = useWords(proposalWords);
  const local = useLocalised();
  const { name, party, public_key, editions, own, decision } = one;
  return (
    <>
      <div>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p className="soft">
          {isPartyName(party) && `${local(partyNames[party])} · `}
          {say('editions')} {editions}
        </p>
        <dl className={styles['facts']}>
          <dt>{say('key')}</dt>
          <dd>
            <code>{public_key}</code>
          </dd>
          {decision !== null && (
            <>
              <dt>{say('reason')}</dt>
              <dd>
                <bdi>{decision.reason}</bdi> (<Moment at={decision.at} />)
              </dd>
            </>
          )}
        </dl>
      </div>
      <div className={styles['decide']}>
        <TrustTag one={one} />
        {!own && decide !== undefined && (
          <Button onClick={decide}>{isTrusted(one) ? say('untrust') : say('trust')}</Button>
        )}
      </div>
    </>
  );
}

function TrustTag({ one }: { readonly one: Publisher }) {
  const say = useWords(proposalWords);
  if (one.own) return <Tag tone="plain">{say('trust_own')}</Tag>;
  if (isTrusted(one)) {
    return (
      <Tag tone="ok" sign="✓">
        {say('trust_yes')}
      </Tag>
    );
  }
  if (one.decision?.trusted === true) {
    return (
      <Tag tone="indication" sign="!">
        {say('trust_changed')}
      </Tag>
    );
  }
  return <Tag tone="plain">{say('trust_no')}</Tag>;
}

function Decision({ one, close }: { readonly one: Publisher; readonly close: () => void }) {
  const say = useWords(proposalWords);
  const trusted = !isTrusted(one);
  const decide = useAsk(publishersDecide, { changes: ['publishers.'], done: close });
  const { id: publisher_id, name, public_key } = one;
  return (
    <ConfirmStep
      open
      title={say(trusted ? 'trust_title' : 'untrust_title', { name })}
      verb={say(trusted ? 'trust' : 'untrust')}
      danger={!trusted}
      pending={decide.isPending}
      error={decide.error}
      confirm={(reason) =>
        decide.mutate({ params: { publisher_id }, body: { trusted, public_key, reason } })
      }
      cancel={close}
    >
      <p>{say(trusted ? 'trust_more' : 'untrust_more')}</p>
      <p>
        <code>{public_key}</code>
      </p>
    </ConfirmStep>
  );
}
