import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../app/language.ts';
import { Bar } from '../../parts/Bar.tsx';
import { DropZone } from '../../parts/DropZone.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { verifyWords } from '../../text/verify.ts';
import { PublicSheet } from '../public/PublicSheet.tsx';
import { DrawChecks } from './DrawChecks.tsx';
import { GivenFields } from './GivenFields.tsx';
import { Outcomes } from './Outcomes.tsx';
import styles from './Verify.module.css';
import { nothing_given } from './given.ts';
import { useVerification } from './use-verification.ts';
import type { Subject, Verification } from './use-verification.ts';

/** A bag or a draw verified by whoever has it, on his own machine. */
export default function VerifyPage() {
  const say = useWords(verifyWords);
  const [search] = useSearchParams();
  const record_id = search.get('draw');
  const [file, setFile] = useState<File | null>(null);
  const [given, setGiven] = useState(nothing_given);
  const [state, start] = useVerification();
  useEffect(() => {
    if (record_id !== null) start({ record_id }, nothing_given);
  }, [record_id, start]);
  const take = ([first]: readonly File[]): void => {
    if (first === undefined) return;
    setFile(first);
    start(first, given);
  };
  const subject: Subject | null = file ?? (record_id === null ? null : { record_id });
  const again = (): void => {
    if (subject !== null) start(subject, given);
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
              {state.phase !== 'done' && state.phase !== 'drawn' && (
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
  if (state.phase === 'drawn') return <DrawChecks name={state.name} draw={state.draw} />;
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
      <h2>{say('draw_what')}</h2>
      <p>{say('draw_what_more')}</p>
      <h2>{say('limits')}</h2>
      <p>{say('limits_more')}</p>
      <h2>{say('command')}</h2>
      <p>{say('command_more')}</p>
      <p>
        <code>polyprism verify BAG --keys FILE</code>
      </p>
      <p>
        <code>polyprism verify draw.json</code>
      </p>
    </section>
  );
}
