import { Select } from 'antd';
import { useState } from 'react';
import { mattersList } from '../../../../src/server/contract/matters.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised } from '../../app/language.ts';
import { useMatterTitle } from './use-matter-title.ts';

interface Props {
  readonly id: string;
  readonly text: string;
  readonly status: '' | 'error';
  readonly set: (value: string) => void;
}

const matters_max = 50;

/** Another matter: found by its words, or by its id. */
export function MatterInput({ id, text, status, set }: Props) {
  const local = useLocalised();
  const titleOf = useMatterTitle();
  const [asked, setAsked] = useState('');
  const q = asked.trim().slice(0, 200);
  const query = { sort: 'latest', limit: matters_max, ...(q !== '' && { q }) } as const;
  const { data } = useAsked(mattersList, { query }, { keep: true });
  const found = (data?.items ?? []).map((row) => ({
    value: row.id,
    label: `${local(row.kind_title)} · ${titleOf(row)}`,
  }));
  // An id is no word of a matter: it can be put in as it is.
  const own = [...new Set([q, text])].filter(
    (one) => one !== '' && !found.some(({ value }) => value === one),
  );
  const written = own.map((value) => ({ value, label: value }));
  return (
    <Select
      id={id}
      status={status}
      allowClear
      showSearch={{ filterOption: false, onSearch: setAsked }}
      value={text === '' ? null : text}
      options={[...found, ...written]}
      onChange={(next: string | null | undefined) => set(next ?? '')}
    />
  );
}
