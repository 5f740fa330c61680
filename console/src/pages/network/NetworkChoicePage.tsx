import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { networkWords } from '../../text/network.ts';
import { useInspectionNames } from '../findings/use-inspection-names.ts';
import styles from './NetworkPage.module.css';

/** Of which inspection the network is to be seen. */
export default function NetworkChoicePage() {
  const say = useWords(networkWords);
  const { inspections, isThere } = useInspectionNames();
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      {!isThere && <Loading lines={6} line_px={41} />}
      {isThere && inspections.size === 0 && (
        <Empty title={say('choose_none')} more={say('choose_none_more')} />
      )}
      {isThere && inspections.size > 0 && (
        <section>
          <h2>{say('choose')}</h2>
          <ul className={styles['choices']}>
            {[...inspections].map(([id, name]) => (
              <li key={id}>
                <Link to={`/network/${encodeURIComponent(id)}`}>
                  <bdi>{name}</bdi>
                  <RightOutlined />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
