import { Button } from 'antd';
import { useWords } from '../../app/language.ts';
import { OnceShown } from '../../parts/OnceShown.tsx';
import { accountWords } from '../../text/account.ts';
import styles from './Account.module.css';

interface Props {
  readonly codes: readonly string[];
  readonly kept: () => void;
}

/** For whoever loses the phone; only their digests are kept by the server. */
export function RecoveryCodes({ codes, kept }: Props) {
  const say = useWords(accountWords);
  const text = codes.join('\n');
  return (
    <>
      <OnceShown title={say('codes')} more={say('codes_more')} text={text}>
        <ul className={styles['codes']}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </OnceShown>
      <div className="buttons">
        <Button
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download="polyprism-recovery-codes.txt"
        >
          {say('codes_save')}
        </Button>
        <Button type="primary" onClick={kept}>
          {say('codes_kept')}
        </Button>
      </div>
    </>
  );
}
