import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useLocalised, useWords } from '../../app/language.ts';
import type { Say } from '../../text/words.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { matterWords } from '../../text/matters.ts';
import { DueTag } from './DueTag.tsx';
import styles from './MatterTable.module.css';
import type { MatterRow } from './matter-types.ts';
import { useMatterTitle } from './use-matter-title.ts';
import type { TitleOf } from './use-matter-title.ts';
import { useNames } from './use-names.ts';

interface Props {
  readonly rows: readonly MatterRow[];
  readonly today: string;
  readonly onEnd: () => void;
  /** Ids chosen for a step in many; null where one takes none. */
  readonly chosen: ReadonlySet<string> | null;
  readonly choose: (chosen: ReadonlySet<string>) => void;
}

/** The server takes this many at a time. */
const chosen_max = 100;

export function MatterTable({ rows, today, onEnd, chosen, choose }: Props) {
  const say = useWords(matterWords);
  const local = useLocalised();
  const titleOf = useMatterTitle();
  const names = useNames();
  const navigate = useNavigate();
  const owns = rows.some(({ faces }) => faces.includes('owner'));
  const columns = useMemo((): readonly Column<MatterRow>[] => {
    const assignee: Column<MatterRow> = {
      id: 'assignee',
      title: say('assignee'),
      width: 'minmax(90px, 1fr)',
      cell: ({ assignee: id }) => (id === null ? '—' : <bdi>{names.user(id)}</bdi>),
    };
    return [
      ...(chosen === null ? [] : [chooseColumn(say, titleOf, chosen, choose)]),
      titleColumn(say, titleOf),
      {
        id: 'kind',
        title: say('kind'),
        width: '104px',
        cell: ({ kind_title }) => local(kind_title),
      },
      {
        id: 'status',
        title: say('status'),
        width: 'minmax(104px, 1fr)',
        cell: ({ status_title }) => (status_title === null ? '—' : local(status_title)),
      },
      {
        id: 'due',
        title: say('due'),
        width: '128px',
        cell: (row) => (row.due === null ? '—' : <DueTag row={row} today={today} />),
      },
      {
        id: 'clock',
        title: say('due_clock'),
        width: 'minmax(110px, 1fr)',
        card: 'none',
        cell: ({ due_title }) => (due_title === null ? '—' : local(due_title)),
      },
      ...(owns ? [assignee] : []),
      {
        id: 'last',
        title: say('last_at'),
        width: '138px',
        cell: ({ last_at }) => <Moment at={last_at} />,
      },
    ];
  }, [say, local, titleOf, names, today, chosen, choose, owns]);
  return (
    <DataTable
      label={say('title')}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      onEnd={onEnd}
      open={({ id }) => void navigate(`/matters/${id}`)}
    />
  );
}

type MatterSay = Say<(typeof matterWords)['zh']>;

function titleColumn(say: MatterSay, titleOf: TitleOf): Column<MatterRow> {
  return {
    id: 'title',
    title: say('matter'),
    width: 'minmax(220px, 3fr)',
    card: 'title',
    cell: (row) => (
      <span className={styles['title']}>
        <bdi title={titleOf(row)}>{titleOf(row)}</bdi>
        {row.tags.slice(0, 2).map((tag) => (
          <Tag key={tag} tone="plain">
            <bdi>{tag}</bdi>
          </Tag>
        ))}
      </span>
    ),
  };
}

function chooseColumn(
  say: MatterSay,
  titleOf: TitleOf,
  chosen: ReadonlySet<string>,
  choose: Props['choose'],
): Column<MatterRow> {
  return {
    id: 'choose',
    title: say('choose'),
    width: '52px',
    cell: ({ id, ...row }) => (
      // The row opens the matter; its box chooses it and nothing else.
      <span role="presentation" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          aria-label={say('choose_one', { title: titleOf(row) })}
          checked={chosen.has(id)}
          disabled={!chosen.has(id) && chosen.size >= chosen_max}
          onChange={({ target }) => {
            const next = new Set(chosen);
            if (target.checked) next.add(id);
            else next.delete(id);
            choose(next);
          }}
        />
      </span>
    ),
  };
}
