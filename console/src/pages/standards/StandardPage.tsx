import { Segmented } from 'antd';
import { Link, useParams } from 'react-router';
import { standardsRead } from '../../../../src/server/contract/standards.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { standardsWords } from '../../text/standards.ts';
import { Articles } from './Articles.tsx';
import { Deadlines } from './Deadlines.tsx';
import styles from './Standards.module.css';
import { TermLists } from './TermLists.tsx';

const parts = ['articles', 'deadlines', 'terms'] as const;

/** One pack: every article with how far it is tested, its deadlines, its term lists. */
export default function StandardPage() {
  const { standard = '' } = useParams();
  const say = useWords(standardsWords);
  const local = useLocalised();
  const state = useFilters(['part', 'status', 'stage', 'law']);
  const given = { params: { standard }, headers: {} };
  const { data, error, refetch } = useAsked(standardsRead, given);
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={14} />;
  const part = parts.find((one) => one === state.values.part) ?? 'articles';
  const { title, publisher, version, digest } = data.standard;
  return (
    <>
      <PageHead
        title={local(title)}
        lead={say('pack_lead', { publisher, version })}
        action={<Link to="/standards">{say('back')}</Link>}
      />
      <p className="soft">
        {say('digest')} <code>{digest}</code>
      </p>
      <div className={styles['part']}>
        <div className={styles['tools']}>
          <Segmented
            aria-label={say('part')}
            value={part}
            onChange={(value) => state.set('part', value === 'articles' ? '' : value)}
            options={parts.map((value) => ({ value, label: say(`part_${value}`) }))}
          />
        </div>
        {part === 'articles' && (
          <Articles standard={standard} articles={data.articles} state={state} />
        )}
        {part === 'deadlines' && <Deadlines standard={standard} />}
        {part === 'terms' && <TermLists terms={data.terms} />}
      </div>
    </>
  );
}
