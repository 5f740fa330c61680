import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/language.ts';
import { operatorWords } from '../../text/operator.ts';
import type { Inspection } from '../overview/Prism.tsx';
import styles from './Findings.module.css';
import { ProvisionFindings } from './ProvisionFindings.tsx';

const shown_first = 8;

/** What the newest inspection found of one account, a provision a line. */
export function AccountFindings({ inspection }: { readonly inspection: Inspection }) {
  const say = useWords(operatorWords);
  const [all, setAll] = useState(false);
  const { platform_name, account, as_of } = inspection;
  const found = inspection.provisions.filter(
    ({ breaches, reached, indications }) => breaches + reached + indications > 0,
  );
  const shown = all ? found : found.slice(0, shown_first);
  return (
    <section className={styles['account']}>
      <h3>
        <bdi>{platform_name}</bdi>
      </h3>
      <p className="soft">
        {account !== null && (
          <>
            <bdi>{say('account', { account })}</bdi> ·{' '}
          </>
        )}
        {say('as_of', { day: as_of })}
      </p>
      {found.length === 0 && <p>{say('wrong_none')}</p>}
      {shown.map((provision) => (
        <ProvisionFindings
          key={provision.provision}
          inspection={inspection}
          provision={provision}
        />
      ))}
      {shown.length < found.length && (
        <div>
          <Button onClick={() => setAll(true)}>{say('show_all', { count: found.length })}</Button>
        </div>
      )}
    </section>
  );
}
