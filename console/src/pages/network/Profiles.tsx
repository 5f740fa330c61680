import { Select } from 'antd';
import { useMemo } from 'react';
import { countingProfiles, profileNames } from '../../../../src/model/counting.ts';
import type { CountingProfile } from '../../../../src/model/counting.ts';
import { grouped } from '../../../../src/model/money-text.ts';
import { networkProfiles } from '../../../../src/server/contract/network.ts';
import type { Good } from '../../api/call.ts';
import { useAsked, useRows } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Loading } from '../../parts/Loading.tsx';
import type { Filters } from '../../parts/use-filters.ts';
import { networkWords } from '../../text/network.ts';
import panel from './MemberPanel.module.css';
import styles from './NetworkPage.module.css';
import type { Ground } from './tree-of.ts';

type Compared = Good<typeof networkProfiles>['body'];
type Row = Compared['items'][number];

interface Props {
  readonly ground: Ground;
  readonly state: Filters<'a' | 'b'>;
  readonly choose: (member_id: string) => void;
}

/** Two ways of counting side by side: whom they count differently, and who reaches which line. */
export function Profiles({ ground, state, choose }: Props) {
  const say = useWords(networkWords);
  const { counts } = ground.tree.whole;
  const known = profileNames.filter((name) => (counts[name] ?? null) !== null);
  const a = known.find((name) => name === state.values.a) ?? known[0];
  const b = known.find((name) => name === state.values.b) ?? known[1];
  if (a === undefined || b === undefined) return <Empty title={say('profiles_one')} />;
  return (
    <section>
      <div className={styles['tools']}>
        <Choice label={say('profile_a')} value={a} known={known} set={(to) => state.set('a', to)} />
        <Choice label={say('profile_b')} value={b} known={known} set={(to) => state.set('b', to)} />
      </div>
      <Comparison ground={ground} a={a} b={b} choose={choose} />
    </section>
  );
}

function Choice({
  label,
  value,
  known,
  set,
}: {
  readonly label: string;
  readonly value: CountingProfile;
  readonly known: readonly CountingProfile[];
  readonly set: (to: CountingProfile) => void;
}) {
  const local = useLocalised();
  return (
    <Field label={label}>
      {(id) => (
        <Select
          id={id}
          value={value}
          onChange={set}
          options={known.map((name) => ({ value: name, label: local(countingProfiles[name].doc) }))}
        />
      )}
    </Field>
  );
}

interface ComparisonProps {
  readonly ground: Ground;
  readonly a: CountingProfile;
  readonly b: CountingProfile;
  readonly choose: (member_id: string) => void;
}

function Comparison({ ground: { params }, a, b, choose }: ComparisonProps) {
  const say = useWords(networkWords);
  const given = { params, query: { a, b } };
  const whole = useAsked(networkProfiles, { ...given, query: { a, b, limit: 1 } });
  const { rows, query, more } = useRows(networkProfiles, given);
  const columns = useColumns(a, b);
  const error = whole.error ?? query.error;
  if (error !== null) return <Failed error={error} retry={() => void query.refetch()} />;
  if (whole.data === undefined || query.isPending) return <Loading lines={8} />;
  return (
    <>
      <Lines compared={whole.data} a={a} b={b} />
      <p>{say('differ', { many: grouped(whole.data.differ) })}</p>
      {rows.length > 0 && (
        <DataTable
          label={say('differ_table')}
          rows={rows}
          columns={columns}
          keyOf={({ member_id }) => member_id}
          open={({ member_id }) => choose(member_id)}
          onEnd={more}
          height="360px"
        />
      )}
    </>
  );
}

function Lines({
  compared: { whole, lines },
  a,
  b,
}: {
  readonly compared: Compared;
  readonly a: CountingProfile;
  readonly b: CountingProfile;
}) {
  const say = useWords(networkWords);
  const local = useLocalised();
  const told = (name: CountingProfile, { people, levels }: Compared['whole']['a']): string =>
    say('whole_count', {
      profile: local(countingProfiles[name].doc),
      people: grouped(people),
      levels,
    });
  return (
    <>
      <p>{told(a, whole.a)}</p>
      <p>{told(b, whole.b)}</p>
      <div className={panel['scroll']} tabIndex={0} role="region" aria-label={say('lines_table')}>
        <table className={panel['table']}>
          <thead>
            <tr>
              <th scope="col">{say('line')}</th>
              <th scope="col" className={panel['number']}>
                {say('both')}
              </th>
              <th scope="col" className={panel['number']}>
                {say('only', { profile: local(countingProfiles[a].doc) })}
              </th>
              <th scope="col" className={panel['number']}>
                {say('only', { profile: local(countingProfiles[b].doc) })}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.people}>
                <th scope="row">{say('line_both', { people: line.people })}</th>
                <td className={panel['number']}>{grouped(line.both)}</td>
                <td className={panel['number']}>{grouped(line.only_a)}</td>
                <td className={panel['number']}>{grouped(line.only_b)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function useColumns(a: CountingProfile, b: CountingProfile): readonly Column<Row>[] {
  const say = useWords(networkWords);
  const local = useLocalised();
  return useMemo(() => {
    const count = (side: 'a' | 'b', name: CountingProfile): Column<Row> => ({
      id: side,
      title: local(countingProfiles[name].doc),
      width: 'minmax(180px, 1fr)',
      cell: (row) =>
        say('count_value', { people: grouped(row[side].people), levels: row[side].levels }),
    });
    return [
      {
        id: 'member',
        title: say('member'),
        width: 'minmax(120px, 1.2fr)',
        card: 'title',
        cell: (row) => <bdi>{row.member_id}</bdi>,
      },
      count('a', a),
      count('b', b),
      {
        id: 'apart',
        title: say('apart'),
        numeric: true,
        compare: (one, other) => apart(one) - apart(other),
        cell: (row) => grouped(apart(row)),
      },
    ];
  }, [say, local, a, b]);
}

function apart({ a, b }: Row): number {
  return Math.abs(a.people - b.people);
}
