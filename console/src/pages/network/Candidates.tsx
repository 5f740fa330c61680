import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { grouped } from '../../../../src/model/money-text.ts';
import { networkCandidates } from '../../../../src/server/contract/network.ts';
import { problemOf } from '../../api/problem-error.ts';
import { useAsked, useRows } from '../../api/use-asked.ts';
import { useLanguage, useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Money } from '../../parts/Money.tsx';
import type { Filters } from '../../parts/use-filters.ts';
import { networkWords } from '../../text/network.ts';
import { candidatesCsv } from './candidates-csv.ts';
import type { Candidate } from './candidates-csv.ts';
import styles from './NetworkPage.module.css';
import { saveFile } from './save-file.ts';
import type { Ground } from './tree-of.ts';

const lines = [15, 30, 60, 120] as const;
const mets = ['any', 'every', 'some'] as const;

interface Props {
  readonly ground: Ground;
  readonly state: Filters<'people' | 'met'>;
  readonly choose: (member_id: string) => void;
}

/** Who reaches a line of the 2013 opinions by some way of counting, with range and days. */
export function Candidates({ ground, state, choose }: Props) {
  const say = useWords(networkWords);
  const people = Number(state.values.people ?? 30);
  const met = mets.find((one) => one === state.values.met) ?? 'any';
  const given = { params: ground.params, query: { people, met } };
  const { rows, query, more } = useRows(networkCandidates, given);
  const total = useAsked(networkCandidates, { ...given, query: { ...given.query, limit: 1 } });
  const columns = useColumns(ground.currency);
  return (
    <section>
      <div className={styles['tools']}>
        <Field label={say('line')}>
          {(id) => (
            <Select
              id={id}
              value={people}
              onChange={(value) => state.set('people', value === 30 ? '' : String(value))}
              options={lines.map((value) => ({
                value,
                label: say('line_both', { people: value }),
              }))}
            />
          )}
        </Field>
        <Field label={say('met')}>
          {(id) => (
            <Select
              id={id}
              value={met}
              onChange={(value) => state.set('met', value === 'any' ? '' : value)}
              options={mets.map((value) => ({ value, label: say(`met_${value}`) }))}
            />
          )}
        </Field>
        <p className={styles['total']}>
          {total.data !== undefined && say('candidates_total', { many: grouped(total.data.total) })}
        </p>
        <SaveTable given={given} name={`candidates-${people}-${ground.params.tree}.csv`} />
      </div>
      {query.error !== null && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={6} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty title={say('candidates_none')} more={say('candidates_none_more')} />
      )}
      {rows.length > 0 && (
        <DataTable
          label={say('candidates')}
          rows={rows}
          columns={columns}
          keyOf={({ member_id }) => member_id}
          open={({ member_id }) => choose(member_id)}
          onEnd={more}
          height="460px"
        />
      )}
    </section>
  );
}

function SaveTable({
  given,
  name,
}: {
  readonly given: Parameters<typeof candidatesCsv>[0];
  readonly name: string;
}) {
  const say = useWords(networkWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = (): void => {
    setBusy(true);
    candidatesCsv(given)
      .then((blob) => saveFile(blob, name))
      .catch((error: unknown) => void message.error(problemOf(error)[language]))
      .finally(() => setBusy(false));
  };
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={save}>
      {say('save_table')}
    </Button>
  );
}

function useColumns(currency: string): readonly Column<Candidate>[] {
  const say = useWords(networkWords);
  return useMemo(() => {
    const range = (min: number, max: number): string =>
      min === max ? grouped(min) : `${grouped(min)}–${grouped(max)}`;
    const day = (on: string | null) => on ?? <span className="soft">{say('not_reached')}</span>;
    const money = (minor: number | string | null) =>
      minor === null ? say('unknown') : <Money minor={minor} currency={currency} />;
    return [
      {
        id: 'member',
        title: say('member'),
        width: 'minmax(120px, 1.4fr)',
        card: 'title',
        cell: (row) => <bdi>{row.member_id}</bdi>,
      },
      {
        id: 'people',
        title: say('people'),
        numeric: true,
        compare: (a, b) => a.bracket.people.max - b.bracket.people.max,
        cell: ({ bracket }) => range(bracket.people.min, bracket.people.max),
      },
      {
        id: 'levels',
        title: say('levels'),
        numeric: true,
        compare: (a, b) => a.bracket.levels.max - b.bracket.levels.max,
        cell: ({ bracket }) => range(bracket.levels.min, bracket.levels.max),
      },
      { id: 'level', title: say('level'), numeric: true, card: 'none', cell: (row) => row.level },
      {
        id: 'on15',
        title: say('line_both', { people: 15 }),
        width: '130px',
        card: 'none',
        cell: ({ crossed }) => day(crossed.crossed_15_3_on),
      },
      {
        id: 'on30',
        title: say('line_both', { people: 30 }),
        width: '130px',
        compare: (a, b) => dayOrder(a.crossed.crossed_30_3_on, b.crossed.crossed_30_3_on),
        cell: ({ crossed }) => day(crossed.crossed_30_3_on),
      },
      {
        id: 'on120',
        title: say('line_people', { people: 120 }),
        width: '130px',
        card: 'none',
        cell: ({ crossed }) => day(crossed.people_120_on),
      },
      {
        id: 'earned',
        title: say('earned'),
        width: 'minmax(130px, 1fr)',
        numeric: true,
        cell: (row) => money(row.earned_minor),
      },
      {
        id: 'subtree_paid_in',
        title: say('subtree_paid_in'),
        width: 'minmax(150px, 1fr)',
        numeric: true,
        card: 'none',
        cell: (row) => money(row.subtree_paid_in_minor),
      },
    ];
  }, [say, currency]);
}

/** Earlier days first; never comes last. */
function dayOrder(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
