import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { overviewRead } from '../../../../src/server/contract/overview.ts';
import type { Good } from '../../api/call.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { overviewWords } from '../../text/overview.ts';
import styles from './NextList.module.css';

type Next = Good<typeof overviewRead>['body']['next'][number];

/** What presses: days that are over, and breaches nobody has seen. */
const pressing = new Set<string>(['overdue', 'new_breaches']);

/** What to do, in the order of haste; each line leads to where it is done. */
export function NextList({ next }: { readonly next: readonly Next[] }) {
  const say = useWords(overviewWords);
  return (
    <section>
      <h2>{say('next')}</h2>
      {next.length === 0 ? (
        <div className={styles['none']}>
          <p>{say('next_none')}</p>
          <p className="soft">{say('next_none_more')}</p>
        </div>
      ) : (
        <ol className={styles['list']}>
          {next.map((one) => (
            <li key={`${one.kind} ${JSON.stringify(one.target)}`}>
              <NextLine one={one} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function NextLine({ one }: { readonly one: Next }) {
  const local = useLocalised();
  const to = addressOf(one);
  const inner = (
    <>
      <span className={`${styles['count']} ${pressing.has(one.kind) ? styles['pressing'] : ''}`}>
        {one.count}
      </span>
      <span>
        {local(one.title)}
        {one.platform_name !== null && <bdi className={styles['of']}>{one.platform_name}</bdi>}
      </span>
      <RightOutlined />
    </>
  );
  return (
    <Link to={to} className={styles['line']}>
      {inner}
    </Link>
  );
}

/** The page of the console where it is done; a part of administration is an address of its own. */
function addressOf({ target: { page, id, query } }: Next): string {
  if (page === 'admin') return `/admin/${query['tab'] ?? ''}`;
  const path = id === null ? `/${page}` : `/${page}/${id}`;
  const set = Object.entries(query).filter(([, value]) => value !== '');
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set).toString()}`;
}
