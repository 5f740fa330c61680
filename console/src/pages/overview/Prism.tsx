import { Link } from 'react-router';
import type { overviewRead } from '../../../../src/server/contract/overview.ts';
import type { Good } from '../../api/call.ts';
import { useWords } from '../../app/language.ts';
import { Moment } from '../../parts/Moment.tsx';
import { overviewWords } from '../../text/overview.ts';
import { Changes } from './Changes.tsx';
import { History } from './History.tsx';
import styles from './Prism.module.css';
import { PrismRow } from './PrismRow.tsx';
import { ProvisionList } from './ProvisionList.tsx';

export type Inspection = Good<typeof overviewRead>['body']['inspections'][number];

/** One platform's newest inspection: one ray in, three stages out, a cell a provision. */
export function Prism({ inspection }: { readonly inspection: Inspection }) {
  const say = useWords(overviewWords);
  const { inspection_id, platform_name, account, as_of, at, stages, provisions } = inspection;
  return (
    <section className={styles['prism']}>
      <header className={styles['head']}>
        <h2>
          <bdi>{platform_name}</bdi>
        </h2>
        <p className="soft">
          {account !== null && <>{say('account', { account })} · </>}
          {say('as_of', { day: as_of })} · {say('inspected')} <Moment at={at} />
        </p>
        <Link to={`/findings?inspection_id=${inspection_id}`}>{say('to_findings')}</Link>
      </header>
      <div className={styles['body']}>
        <Rays />
        <div className={styles['rows']}>
          {stages.map((stage) => (
            <PrismRow
              key={stage.stage}
              stage={stage}
              provisions={provisions.filter((one) => one.stage === stage.stage)}
            />
          ))}
        </div>
      </div>
      <footer className={styles['foot']}>
        <Changes inspection={inspection} />
        <History inspection={inspection} />
      </footer>
      <ProvisionList inspection={inspection} />
    </section>
  );
}

/** The mark, as tall as three rows. */
function Rays() {
  return (
    <svg className={styles['rays']} viewBox="0 0 150 228" aria-hidden="true">
      <path className={styles['ray']} d="M0 122H38" />
      <path className={styles['glass']} d="M66 74L102 146H30Z" />
      <path className={styles['pre']} d="M80 102L150 38" />
      <path className={styles['in']} d="M90 114H150" />
      <path className={styles['after']} d="M95 130L150 190" />
    </svg>
  );
}
