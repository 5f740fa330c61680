import { Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../app/language.ts';
import { useIsWide } from '../../app/look.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { precheckWords } from '../../text/precheck.ts';
import { isKind, kindNames } from './kinds.ts';
import { PlanPrecheck } from './PlanPrecheck.tsx';
import { RecordPrecheck } from './RecordPrecheck.tsx';
import type { Typed } from './record-of.ts';
import styles from './PrecheckPage.module.css';

const nothing: Typed = {};

/** Paste what is to go out; verdicts come as it is typed. Nothing of it is kept. */
export default function PrecheckPage() {
  const say = useWords(precheckWords);
  const isWide = useIsWide();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('kind') ?? '';
  const kind = isKind(asked) ? asked : 'listing';
  // What was typed stays while another kind is looked at.
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [plan, setPlan] = useState('');
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <div className={styles['kinds']} role="group" aria-label={say('kind')}>
        <Segmented
          value={kind}
          block={!isWide}
          options={kindNames.map((value) => ({ value, label: say(`kind_${value}`) }))}
          onChange={(next) => setSearch({ kind: next }, { replace: true })}
        />
      </div>
      {kind === 'plan' ? (
        <PlanPrecheck plan={plan} change={setPlan} />
      ) : (
        <RecordPrecheck
          key={kind}
          kind={kind}
          typed={typed[kind] ?? nothing}
          change={(column, value) =>
            setTyped((last) => ({ ...last, [kind]: { ...last[kind], [column]: value } }))
          }
        />
      )}
    </>
  );
}
