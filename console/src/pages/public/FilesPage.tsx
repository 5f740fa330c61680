import { publicMonths } from '../../../../src/server/contract/public.ts';
import type { Good } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Localised } from '../../parts/Localised.tsx';
import { publicFileWords } from '../../text/public-files.ts';
import styles from './FilesPage.module.css';
import { PublicSheet } from './PublicSheet.tsx';

type MonthFile = Good<typeof publicMonths>['body']['items'][number];

/** What is published as rows, month by month, to download and to check. */
export default function FilesPage() {
  const say = useWords(publicFileWords);
  const { data, error, refetch } = useAsked(publicMonths, {});
  return (
    <PublicSheet title={say('title')} lead={say('lead')}>
      {error !== null ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading lines={4} line_px={72} />
      ) : data.items.length === 0 ? (
        <Empty title={say('none')} more={say('none_more')} />
      ) : (
        <ul className={styles['list']}>
          {data.items.map((one) => (
            <li key={`${one.name}-${one.number}`}>
              <OneFile one={one} />
            </li>
          ))}
        </ul>
      )}
    </PublicSheet>
  );
}

function OneFile({ one }: { readonly one: MonthFile }) {
  const say = useWords(publicFileWords);
  const { name, number, month, title, as_of, rows, digest, has_rows } = one;
  const path = `/public-data/months/${name}-${number}`;
  return (
    <>
      <h2>
        {month} <Localised text={title} />
      </h2>
      <p className={styles['facts']}>
        <span>{say('as_of', { day: as_of })}</span>
        <span>{say('rows', { count: rows })}</span>
        {has_rows && (
          <>
            <a href={`${path}.csv`}>CSV</a>
            <a href={`${path}.jsonl`}>JSON</a>
          </>
        )}
        <a href={`${path}.json`}>{say('manifest')}</a>
      </p>
      {!has_rows && <p className="soft">{say('replaced')}</p>}
      <p className="soft">
        {say('digest')} <code className={styles['digest']}>{digest}</code>
      </p>
    </>
  );
}
