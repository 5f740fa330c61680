import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/language.ts';
import { Bar } from '../../parts/Bar.tsx';
import { DropZone } from '../../parts/DropZone.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { verifyWords } from '../../text/verify.ts';
import { PublicSheet } from '../public/PublicSheet.tsx';
import { GivenFields } from './GivenFields.tsx';
import { Outcomes } from './Outcomes.tsx';
import styles from './Verify.module.css';
import { nothing_given } from './given.ts';
import { useVerification } from './use-verification.ts';
import type { Verification } from './use-verification.ts';

/** A bag verified by whoever has it, on his own machine. */
export default function VerifyPage() {
  const say = useWords(verifyWords);
  const [file, setFile] = useState<File | null>(null);
  const [given, setGiven] = useState(nothing_given);
  const [state, start] = useVerification();
  const take = ([first]: readonly File[]): void => {
    if (first === undefined) return;
    setFile(first);
    start(first, given);
  };
  const again = (): void => {
    if (file !== null) start(file, given);
  };
  return (
    <PublicSheet title={say('title')} lead={say('lead')} aside={<About />}>
      <div className={styles['verify']}>
        <DropZone call={say('drop')} kinds={say('drop_kinds')} choose={say('choose')} take={take} />
        <form
          className="fields"
          onSubmit={(event) => {
            event.preventDefault();
            again();
          }}
        >
          <GivenFields given={given} change={setGiven} />
          {file !== null && (
            <div className={styles['again']}>
              {state.phase !== 'done' && (
                <p className="soft">
                  <bdi>{file.name}</bdi> · {sizeText(file.size)}
                </p>
              )}
              <Button htmlType="submit" loading={state.phase === 'running'}>
                {say('again')}
              </Button>
            </div>
          )}
        </form>
        <div aria-live="polite">
          <Standing state={state} again={again} />
        </div>
      </div>
    </PublicSheet>
  );
}

interface StandingProps {
  readonly state: Verification;
  readonly again: () => void;
}

function Standing({ state, again }: StandingProps) {
  const say = useWords(verifyWords);
  if (state.phase === 'none') return null;
  if (state.phase === 'failed') return <Failed error={state.error} retry={again} />;
  if (state.phase === 'done') return <Outcomes verified={state} />;
  if (state.phase === 'running') {
    return (
      <div className={styles['running']}>
        <p>{say('running', { percent: Math.floor(state.share * 100) })}</p>
        <Bar share={state.share} label={say('progress')} />
      </div>
    );
  }
  const { refusal } = state;
  return (
    <div className={styles['refused']} role="alert">
      <p>
        {refusal.why === 'keys'
          ? say('refused_keys', { line: refusal.line })
          : say(`refused_${refusal.why}`)}
      </p>
    </div>
  );
}

function About() {
  const say = useWords(verifyWords);
  return (
    <section className={styles['about']}>
      <h2>{say('private')}</h2>
      <p>{say('private_more')}</p>
      <h2>{say('what')}</h2>
      <p>{say('what_more')}</p>
      <h2>{say('limits')}</h2>
      <p>{say('limits_more')}</p>
      <h2>{say('command')}</h2>
      <p>{say('command_more')}</p>
      <p>
        <code>polyprism verify BAG --keys FILE</code>
      </p>
    </section>
  );
}
