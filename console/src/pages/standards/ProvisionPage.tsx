import { Segmented } from 'antd';
import { Link, useParams } from 'react-router';
import { standardsProvision } from '../../../../src/server/contract/standards.ts';
import { articleText } from '../../../../src/model/article-text.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { standardsWords } from '../../text/standards.ts';
import { Cases } from './Cases.tsx';
import { ProvisionFacts } from './ProvisionFacts.tsx';
import { ProvisionLaw } from './ProvisionLaw.tsx';
import { ProvisionTest } from './ProvisionTest.tsx';
import styles from './Standards.module.css';
import { useDaysText } from './use-days-text.ts';
import { VersionTable } from './VersionTable.tsx';

/** One provision: the law, the reading, the test, the cases; by the version of a day. */
export default function ProvisionPage() {
  const { standard = '', provision = '' } = useParams();
  const say = useWords(standardsWords);
  const local = useLocalised();
  const daysText = useDaysText();
  const state = useFilters(['version']);
  const given = { params: { standard, provision }, headers: {} };
  const { data, error, refetch } = useAsked(standardsProvision, given);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={16} />;
  const { versions, differs, articles } = data;
  const asked = state.values.version;
  const found = versions.find(({ in_force }) => in_force.from === asked);
  const version = found ?? versions.at(-1);
  if (version === undefined) return null;
  return (
    <>
      <PageHead
        title={local(version.title)}
        lead={<bdi>{provision}</bdi>}
        action={<Link to={`/standards/${standard}`}>{say('back')}</Link>}
      />
      {asked !== undefined && found === undefined && (
        <p role="status" className={styles['notice']}>
          {say('no_version', { from: asked, shown: version.in_force.from })}
        </p>
      )}
      {versions.length > 1 && (
        <div className={styles['tools']}>
          <Segmented
            aria-label={say('versions')}
            value={version.in_force.from}
            onChange={(from) => state.set('version', from)}
            options={versions.map(({ in_force }) => ({
              value: in_force.from,
              label: daysText(in_force),
            }))}
          />
        </div>
      )}
      <ProvisionFacts version={version} />
      <ProvisionLaw version={version} />
      <ProvisionTest version={version} />
      <Cases key={version.in_force.from} version={version} />
      {versions.length > 1 && <VersionTable versions={versions} differs={differs} />}
      {articles.length > 0 && (
        <section className={styles['part']}>
          <h2>{say('coverage_of')}</h2>
          <PlainTable
            label={say('coverage_of')}
            heads={[say('article'), say('duty'), say('status'), say('reason')]}
            rows={articles.map((one) => ({
              key: `${one.law.zh} ${one.article} ${one.title.zh}`,
              cells: [
                <bdi key="law">{`${local(one.law)} ${local(articleText(one.article))}`}</bdi>,
                local(one.title),
                say(`status_${one.status}`),
                one.reason === null ? '' : local(one.reason),
              ],
            }))}
          />
        </section>
      )}
    </>
  );
}
