import { Link } from 'react-router';
import { overviewRead } from '../../../../src/server/contract/overview.ts';
import { useSession } from '../../api/session.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { workers } from '../../app/who.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { overviewWords } from '../../text/overview.ts';
import { MatterFigures } from './MatterFigures.tsx';
import { NextList } from './NextList.tsx';
import styles from './OverviewPage.module.css';
import { Prism } from './Prism.tsx';

const platforms_max = 5;

/** How things stand for whoever is signed in, what changed, and what to do next. */
export default function OverviewPage() {
  const say = useWords(overviewWords);
  const session = useSession();
  const sees = workers(session) || session.party === 'consumer';
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      {sees ? (
        <Standing />
      ) : (
        <p>
          {say('admin')} <Link to="/admin">{say('to_admin')}</Link>
        </p>
      )}
    </>
  );
}

function Standing() {
  const say = useWords(overviewWords);
  const { party } = useSession();
  const { data, error, refetch } = useAsked(overviewRead, { query: { limit: platforms_max } });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={10} />;
  return (
    <div className={styles['sections']}>
      <div className={styles['pair']}>
        <NextList next={data.next} />
        <MatterFigures matters={data.matters} />
      </div>
      {data.inspections.map((inspection) => (
        <Prism key={inspection.inspection_id} inspection={inspection} />
      ))}
      {data.inspections.length === 0 && party !== 'consumer' && (
        <Empty title={say('none')} more={say('none_more')} />
      )}
      {data.more && <p className="soft">{say('more')}</p>}
    </div>
  );
}
