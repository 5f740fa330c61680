import { Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useWords } from '../../app/language.ts';
import { PlainTable } from '../../parts/PlainTable.tsx';
import { importWords } from '../../text/imports.ts';
import styles from './ColumnRoles.module.css';
import { columnOf } from './mapping-text.ts';
import type { Role } from './mapping-text.ts';
import { NameOf } from './NameOf.tsx';
import { Reasons } from './Reasons.tsx';
import type { Detection } from './use-detections.ts';

type Found = Detection['columns'][number];

interface Props {
  readonly columns: readonly Found[];
  readonly mapping: string;
  readonly choose: (role: Role, raw_column: string | null) => void;
}

/** Column for column: what it was found to be and why, and what else it could be. */
export function ColumnRoles({ columns, mapping, choose }: Props) {
  const say = useWords(importWords);
  const [all, setAll] = useState(false);
  const shown = all ? columns : columns.filter((one) => one.raw_column !== null || hasOther(one));
  const named = useMemo(() => namesIn(columns), [columns]);
  return (
    <details open={columns.length <= 60}>
      <summary>
        {say('columns_found', {
          count: columns.filter(({ raw_column }) => raw_column !== null).length,
        })}
      </summary>
      <p className={styles['all']}>
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          {say('columns_all', { count: columns.length })}
        </Checkbox>
      </p>
      <PlainTable
        label={say('columns')}
        heads={[say('column'), say('read_from'), say('reason')]}
        rows={shown.map((one) => ({
          key: `${one.raw_table} ${one.table} ${one.column}`,
          cells: [
            <span key="name">
              <code className="soft">{one.table}.</code>
              <NameOf table={one.table} column={one.column} />
            </span>,
            <Chosen
              key="from"
              one={one}
              now={columnOf(mapping, one)}
              named={named.get(one.raw_table) ?? []}
              choose={(raw) => choose(one, raw)}
            />,
            <Reasons key="why" reasons={one.reasons} />,
          ],
        }))}
      />
    </details>
  );
}

interface ChosenProps {
  readonly one: Found;
  /** The raw column in the mapping as it is now. */
  readonly now: string | null;
  readonly named: readonly string[];
  readonly choose: (raw_column: string | null) => void;
}

const none = '';

function Chosen({ one, now, named, choose }: ChosenProps) {
  const say = useWords(importWords);
  const { column, table, raw_table, raw_column, runners_up } = one;
  const scores = new Map(runners_up.map((other) => [other.raw_column, other.score]));
  const names = [...new Set([raw_column, now, ...scores.keys(), ...named])].filter(
    (name) => name !== null,
  );
  const labelOf = (name: string): string => {
    const score = scores.get(name);
    if (name === raw_column) return `${name} · ${say('as_found')}`;
    return score === undefined
      ? name
      : `${name} · ${say('score', { score: Math.round(score * 100) })}`;
  };
  return (
    <div className={styles['chosen']}>
      <Select
        className={styles['select']}
        size="small"
        aria-label={say('choose_column', { column: `${table}.${column}` })}
        value={now ?? none}
        options={[
          { value: none, label: say('from_none') },
          ...names.map((value) => ({ value, label: labelOf(value) })),
        ]}
        onChange={(value: string) => choose(value === none ? null : value)}
      />
      {now !== raw_column && <span className={styles['changed']}>{say('changed')}</span>}
      <code className="soft">{raw_table}</code>
    </div>
  );
}

function hasOther({ runners_up }: Found): boolean {
  return runners_up.length > 0;
}

/** Raw columns of each raw table, as far as the detection names them. */
function namesIn(columns: readonly Found[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { raw_table, raw_column, runners_up } of columns) {
    const list = names.get(raw_table) ?? [];
    names.set(raw_table, list);
    for (const name of [raw_column, ...runners_up.map((one) => one.raw_column)]) {
      if (name !== null && !list.includes(name)) list.push(name);
    }
  }
  return names;
}
