import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Outcome } from '../../../../src/evidence/verify/outcome.ts';
import { useWords } from '../../app/language.ts';
import { sizeText } from '../../parts/size-text.ts';
import { verifyWords } from '../../text/verify.ts';
import { OutcomeRow } from './OutcomeRow.tsx';
import { Conclusion } from './Conclusion.tsx';
import styles from './Verify.module.css';
import type { Verified } from './use-verification.ts';

/** Worst first: what is broken, what was not checked and why, then what holds. */
const groups = ['broken', 'untold', 'kept', 'not_made'] as const;

/** What came of a bag: in one sentence, promise by promise, and what that rests on. */
export function Outcomes({ verified }: { readonly verified: Verified }) {
  const say = useWords(verifyWords);
  const { file, outcomes } = verified;
  const conclusion = conclusionOf(outcomes);
  return (
    <section className={styles['outcomes']} data-conclusion={conclusion}>
      <Conclusion
        of={conclusion}
        title={say(`conclusion_${conclusion}`)}
        then={say(`then_${conclusion}`)}
      >
        <bdi>{file.name}</bdi> · {sizeText(file.size)}
      </Conclusion>
      {groups.map((state) => {
        const found = outcomes.filter((one) => one.state === state);
        return found.length === 0 ? null : (
          <section key={state}>
            <h3>{say(`group_${state}`, { count: found.length })}</h3>
            <ul className={styles['list']}>
              {found.map((one) => (
                <OutcomeRow key={one.promise} outcome={one} />
              ))}
            </ul>
          </section>
        );
      })}
      <Rests verified={verified} />
      <div className={styles['acts']}>
        <Button icon={<PrinterOutlined />} onClick={() => print()}>
          {say('print')}
        </Button>
      </div>
    </section>
  );
}

/** The keys it was held to, and how far that carries. */
function Rests({ verified: { source, keys, outcomes } }: { readonly verified: Verified }) {
  const say = useWords(verifyWords);
  const lines = keys.split(/\r?\n/).filter((line) => /^[^#\s]/.test(line.trim()));
  const isOther = source === 'site' && outcomes.some(({ why }) => why === 'other_signer');
  return (
    <section className={styles['rests']}>
      <h3>{say('rests')}</h3>
      <p>{say(`rests_${source}`)}</p>
      {isOther && <p>{say('rests_other')}</p>}
      {lines.map((line) => (
        <code key={line} className={styles['key']}>
          {line.trim()}
        </code>
      ))}
    </section>
  );
}

function conclusionOf(outcomes: readonly Outcome[]): 'broken' | 'untold' | 'kept' {
  if (outcomes.some(({ state }) => state === 'broken')) return 'broken';
  return outcomes.some(({ state }) => state === 'untold') ? 'untold' : 'kept';
}
