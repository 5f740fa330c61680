import { Link } from 'react-router';
import { standardsList } from '../../../../src/server/contract/standards.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { standardsWords } from '../../text/standards.ts';
import { coverageStatuses } from '../../../../src/model/coverage.ts';
import { ProvisionSearch } from './ProvisionSearch.tsx';
import styles from './Standards.module.css';
import { useCodeWords } from './use-code-words.ts';

/** All packs, and provisions searched in all of them. */
export default function StandardsPage() {
  const say = useWords(standardsWords);
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <Packs />
      <ProvisionSearch />
    </>
  );
}

function Packs() {
  const say = useWords(standardsWords);
  const local = useLocalised();
  const { jurisdictionText } = useCodeWords();
  const { data, error, refetch } = useAsked(standardsList, { headers: {} });
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  return (
    <section className={styles['part']}>
      <PlainTable
        label={say('packs')}
        heads={[
          say('pack'),
          say('jurisdiction'),
          say('version'),
          say('articles'),
          say('provisions'),
          say('deadlines'),
          say('coverage'),
        ]}
        numeric={[3, 4, 5]}
        rows={data.items.map((one) => ({
          key: one.id,
          cells: [
            <Link key="to" to={`/standards/${one.id}`}>
              {local(one.title)}
            </Link>,
            jurisdictionText(one.jurisdiction),
            one.version,
            one.articles,
            one.provisions,
            one.deadlines,
            coverageStatuses
              .filter((status) => (one.by_coverage[status] ?? 0) > 0)
              .map((status) => `${say(`status_${status}`)} ${one.by_coverage[status]}`)
              .join(' · '),
          ],
        }))}
      />
    </section>
  );
}
