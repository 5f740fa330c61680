import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { overviewRead } from '../../../../src/server/contract/overview.ts';
import { useSession } from '../../api/session.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { handlers } from '../../app/who.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { marketWords } from '../../text/market.ts';
import styles from './Market.module.css';
import { MarketHead } from './MarketHead.tsx';

interface Props {
  readonly part: 'market' | 'effects';
  readonly children: (platform_id: string) => ReactNode;
}

const platforms_max = 20;

/** Head and choice of the pages of one platform: those whose inspections one sees, newest first. */
export function MarketFrame({ part, children }: Props) {
  const say = useWords(marketWords);
  const { values, set } = useFilters(['platform_id']);
  const { data, error, refetch } = useAsked(overviewRead, { query: { limit: platforms_max } });
  const platforms = new Map(data?.inspections.map((one) => [one.platform_id, one.platform_name]));
  const [newest] = platforms.keys();
  const platform_id = values.platform_id ?? newest;
  return (
    <>
      <MarketHead
        part={part}
        platform_id={values.platform_id ?? null}
        action={
          platforms.size > 1 && (
            <Field label={say('platform')}>
              {(id) => (
                <Select
                  id={id}
                  className={styles['choice'] ?? ''}
                  value={platform_id ?? null}
                  options={[...platforms].map(([value, label]) => ({ value, label }))}
                  onChange={(next: string | null) => set('platform_id', next ?? '')}
                />
              )}
            </Field>
          )
        }
      />
      {error !== null ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading lines={10} />
      ) : platform_id === undefined ? (
        <NoInspection />
      ) : (
        children(platform_id)
      )}
    </>
  );
}

function NoInspection() {
  const say = useWords(marketWords);
  return (
    <Empty title={say('none')} more={say('none_more')}>
      {handlers(useSession()) && <Link to="/imports">{say('to_imports')}</Link>}
    </Empty>
  );
}
