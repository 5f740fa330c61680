import { Select } from 'antd';
import { useState } from 'react';
import { grouped } from '../../../../src/model/money-text.ts';
import { networkRecruits } from '../../../../src/server/contract/network.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { networkWords } from '../../text/network.ts';
import { MemberLink } from './MemberLink.tsx';
import styles from './MemberPanel.module.css';
import type { Ground } from './tree-of.ts';

const orders = ['size', 'joined', 'money'] as const;
type Order = (typeof orders)[number];

interface Props {
  readonly ground: Ground;
  readonly member_id: string;
  readonly hasMoney: boolean;
  readonly choose: (member_id: string) => void;
}

const shown_max = 20;

/** Recruits of a member, the largest, first or best-paying first: the tree is walked down. */
export function Recruits({ ground, member_id, hasMoney, choose }: Props) {
  const say = useWords(networkWords);
  const [order, setOrder] = useState<Order>('size');
  const [shown, setShown] = useState(shown_max);
  const { rows, query, more } = useRows(networkRecruits, {
    params: ground.params,
    query: { member_id, order },
  });
  if (query.error !== null)
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading lines={3} line_px={28} />;
  if (rows.length === 0) return <p className="soft">{say('no_recruits')}</p>;
  const further = (): void => {
    setShown(shown + shown_max);
    if (shown + shown_max > rows.length) more();
  };
  return (
    <>
      <Field label={say('order')}>
        {(id) => (
          <Select<Order>
            id={id}
            value={order}
            onChange={setOrder}
            options={orders
              .filter((one) => one !== 'money' || hasMoney)
              .map((one) => ({ value: one, label: say(`order_${one}`) }))}
          />
        )}
      </Field>
      <table className={styles['table']} aria-label={say('recruits')}>
        <thead>
          <tr>
            <th scope="col">{say('member')}</th>
            <th scope="col" className={styles['number']}>
              {say('people')}
            </th>
            <th scope="col" className={styles['number']}>
              {say('levels')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.number}>
              <th scope="row">
                <MemberLink id={row.id} choose={choose} />
              </th>
              <td className={styles['number']}>{grouped(row.people)}</td>
              <td className={styles['number']}>{row.levels}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(rows.length > shown || query.hasNextPage) && (
        <button type="button" className={styles['link']} onClick={further}>
          {say('further')}
        </button>
      )}
    </>
  );
}
