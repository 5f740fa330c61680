import { SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { networkSearch } from '../../../../src/server/contract/network.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Field } from '../../parts/Field.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { networkWords } from '../../text/network.ts';
import { MemberLink } from './MemberLink.tsx';
import styles from './NetworkPage.module.css';
import type { Ground } from './tree-of.ts';

interface Props {
  readonly ground: Ground;
  readonly choose: (member_id: string) => void;
}

/** Members by the beginning of their id. */
export function MemberSearch({ ground, choose }: Props) {
  const say = useWords(networkWords);
  const [text, setText] = useState('');
  const { data, error } = useAsked(
    networkSearch,
    { params: ground.params, query: { text, limit: 12 } },
    { enabled: text !== '' },
  );
  const search = (value: string): void => setText(value.trim().slice(0, 200));
  const found = text === '' ? undefined : data?.items;
  const take = (id: string): void => {
    setText('');
    choose(id);
  };
  return (
    <form
      role="search"
      className={styles['search']}
      onSubmit={(event) => {
        event.preventDefault();
        search(String(new FormData(event.currentTarget).get('id') ?? ''));
      }}
    >
      <Field label={say('search')}>
        {(id) => (
          <div className={styles['searchRow']}>
            <Input id={id} name="id" allowClear maxLength={200} autoComplete="off" />
            <Button htmlType="submit" icon={<SearchOutlined />} aria-label={say('search_do')} />
          </div>
        )}
      </Field>
      {error !== null && text !== '' && <ProblemLine error={error} />}
      <div role="status">
        {found?.length === 0 && <p className="soft">{say('search_none')}</p>}
        {found !== undefined && found.length > 0 && (
          <ul className={styles['found']} aria-label={say('search_found')}>
            {found.map(({ id, number }) => (
              <li key={number}>
                <MemberLink id={id} choose={take} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}
