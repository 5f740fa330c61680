import { Button } from 'antd';
import { sessionsList, sessionsRevoke } from '../../../../src/server/contract/session.ts';
import type { Good } from '../../api/call.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { Section } from '../../parts/Section.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { accountWords } from '../../text/account.ts';
import styles from './Account.module.css';

/** Where one is signed in; any but this session can be ended from here. */
export function SessionList() {
  const say = useWords(accountWords);
  const { data, error, refetch } = useAsked(sessionsList, {});
  const revoke = useAsk(sessionsRevoke, { changes: ['sessions.'] });
  const end = async (ids: readonly string[]): Promise<void> => {
    // One by one: the first may ask who is there, and the others go on after it.
    for (const session_id of ids) await revoke.mutateAsync({ params: { session_id } });
  };
  const others = data?.items.filter(({ current }) => !current).map(({ id }) => id) ?? [];
  // A refusal is shown below the list.
  const ended = (ids: readonly string[]): void => void end(ids).catch(() => undefined);
  return (
    <Section title={say('sessions')} lead={say('sessions_lead')}>
      {error !== null && <Failed error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading lines={2} line_px={64} />}
      <ul className={styles['sessions']}>
        {data?.items.map((session) => (
          <Row
            key={session.id}
            session={session}
            pending={revoke.isPending}
            end={() => ended([session.id])}
          />
        ))}
      </ul>
      <ProblemLine error={revoke.error} />
      {others.length > 1 && (
        <div className="buttons">
          <Button danger disabled={revoke.isPending} onClick={() => ended(others)}>
            {say('sessions_end_others')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface RowProps {
  readonly session: Good<typeof sessionsList>['body']['items'][number];
  readonly pending: boolean;
  readonly end: () => void;
}

function Row({ session, pending, end }: RowProps) {
  const say = useWords(accountWords);
  const { current, created_at, seen_at, expires_at } = session;
  const times = [
    [say('sessions_since'), created_at],
    [say('sessions_seen'), seen_at],
    [say('sessions_until'), expires_at],
  ] as const;
  return (
    <li>
      <dl className={styles['times']}>
        {times.map(([name, at]) => (
          <div key={name}>
            <dt className="soft">{name}</dt>
            <dd>
              <Moment at={at} />
            </dd>
          </div>
        ))}
      </dl>
      {current ? (
        <Tag tone="ok" sign="✓">
          {say('sessions_this')}
        </Tag>
      ) : (
        <Button size="small" disabled={pending} onClick={end}>
          {say('sessions_end')}
        </Button>
      )}
    </li>
  );
}
