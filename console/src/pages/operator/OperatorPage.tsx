import { overviewRead } from '../../../../src/server/contract/overview.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { operatorWords } from '../../text/operator.ts';
import type { Inspection } from '../overview/Prism.tsx';
import { AccountFindings } from './AccountFindings.tsx';
import { Claims } from './Claims.tsx';
import { Figures } from './Figures.tsx';
import { Integrity } from './Integrity.tsx';
import styles from './OperatorPage.module.css';
import { OwnMatterParts } from './OwnMatterParts.tsx';
import { Part } from './Part.tsx';
import { ShownIntegrity } from './ShownIntegrity.tsx';
import { sortMatters } from './sort-matters.ts';
import { useOwnMatters } from './use-own-matters.ts';

const platforms_max = 20;

/** How an operator stands: what is wrong, what to do by when, how to appeal, what the score is. */
export default function OperatorPage() {
  const say = useWords(operatorWords);
  const overview = useAsked(overviewRead, { query: { limit: platforms_max } });
  const own = useOwnMatters();
  const error = overview.error ?? own.error;
  const retry = (): void => {
    own.retry();
    void overview.refetch();
  };
  const { data } = overview;
  const { matters } = own;
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      {error !== null ? (
        <Failed error={error} retry={retry} />
      ) : data === undefined || matters === undefined ? (
        <Loading lines={12} />
      ) : (
        <>
          <Figures sorted={sortMatters(matters)} inspections={data.inspections} />
          <div className={styles['columns']}>
            <div className={styles['main']}>
              <OwnMatterParts sorted={sortMatters(matters)} today={data.today} more={own.more} />
              <Wrong inspections={data.inspections} />
            </div>
            <aside className={styles['side']}>
              <Score inspections={data.inspections} />
              <ShownIntegrity />
            </aside>
          </div>
        </>
      )}
    </>
  );
}

interface InspectionsProps {
  readonly inspections: readonly Inspection[];
}

function Wrong({ inspections }: InspectionsProps) {
  const say = useWords(operatorWords);
  return (
    <Part title={say('wrong')} lead={say('wrong_lead')}>
      <Claims isNone={inspections.length === 0} />
      {inspections.map((inspection) => (
        <AccountFindings
          key={`${inspection.inspection_id} ${inspection.account ?? ''}`}
          inspection={inspection}
        />
      ))}
    </Part>
  );
}

function Score({ inspections }: InspectionsProps) {
  const say = useWords(operatorWords);
  const accounts = inspections.flatMap(({ account, ...one }) =>
    account === null ? [] : [{ ...one, account }],
  );
  return (
    <Part title={say('score')}>
      {accounts.length === 0 && (
        <>
          <p>{say('score_none')}</p>
          <p className="soft">{say('score_none_more')}</p>
        </>
      )}
      {accounts.map(({ platform_id, platform_name, account }) => (
        <Integrity
          key={`${platform_id} ${account}`}
          platform_id={platform_id}
          platform_name={platform_name}
          account={account}
        />
      ))}
    </Part>
  );
}
