import { Button } from 'antd';
import { useWords } from '../../app/language.ts';
import { useSignOut } from '../../app/use-sign-out.ts';
import { accountWords } from '../../text/account.ts';
import styles from './Account.module.css';

/** Why one was led here: without a second factor the server refuses everything else. */
export function FactorNeeded() {
  const say = useWords(accountWords);
  const signOut = useSignOut();
  return (
    <section className={styles['needed']} aria-label={say('needed')}>
      <h2>{say('needed')}</h2>
      <p>{say('needed_more')}</p>
      <p className="soft">{say('needed_have')}</p>
      <div>
        <Button onClick={signOut}>{say('sign_out')}</Button>
      </div>
    </section>
  );
}
