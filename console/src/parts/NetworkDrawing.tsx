import type { DrawnMember, DrawnNetwork } from '../../../src/model/drawn-network.ts';
import { useLocalised, useWords } from '../app/language.ts';
import { verdictWords } from '../text/verdicts.ts';
import styles from './NetworkDrawing.module.css';

/** A small network: who is below whom and does what, then who is paid for it. */
export function NetworkDrawing({ drawn }: { readonly drawn: DrawnNetwork }) {
  const say = useWords(verdictWords);
  const local = useLocalised();
  const { tops, more_members, payments, more_payments } = drawn;
  if (tops.length === 0) return null;
  return (
    <figure className={styles['drawing']}>
      <figcaption className="sr">{say('network')}</figcaption>
      <Members members={tops} />
      {more_members > 0 && <p className="soft">{say('more_members', { count: more_members })}</p>}
      {payments.length > 0 && (
        <ul className={styles['payments']} aria-label={say('payments')}>
          {payments.map((one) => (
            <li key={one.en}>
              <bdi>{local(one)}</bdi>
            </li>
          ))}
          {more_payments > 0 && (
            <li className="soft">{say('more_payments', { count: more_payments })}</li>
          )}
        </ul>
      )}
    </figure>
  );
}

function Members({ members }: { readonly members: readonly DrawnMember[] }) {
  const say = useWords(verdictWords);
  const local = useLocalised();
  return (
    <ul className={styles['members']}>
      {members.map(({ name, deeds, below }) => (
        <li key={name.en}>
          <span className={styles['member']}>
            <code>{local(name)}</code> <bdi>{deeds.map(local).join(say('and_then'))}</bdi>
          </span>
          {below.length > 0 && <Members members={below} />}
        </li>
      ))}
    </ul>
  );
}
