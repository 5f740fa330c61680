import { Button } from 'antd';
import { useMemo } from 'react';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import styles from './Admin.module.css';
import type { ChosenStep } from './AffiliationStepDialog.tsx';
import { stepsFor } from './affiliation-steps.ts';
import type { Affiliation } from './affiliation-steps.ts';

const looks = {
  proposed: { tone: 'indication', sign: '…' },
  confirmed: { tone: 'ok', sign: '✓' },
  refused: { tone: 'plain' },
  ended: { tone: 'plain' },
} as const;

/** Columns of the list; with what may be done, for administrators. */
export function useAffiliationColumns(
  names: ReadonlyMap<string, string>,
  take: ((chosen: ChosenStep) => void) | null,
): readonly Column<Affiliation>[] {
  const say = useWords(adminLinkWords);
  const { tenant_id } = useSession();
  return useMemo((): readonly Column<Affiliation>[] => {
    const isOver = ({ over_id }: Affiliation): boolean => over_id === tenant_id;
    const otherOf = (one: Affiliation): string => {
      const id = isOver(one) ? one.under_id : one.over_id;
      return names.get(id) ?? id;
    };
    const actions: Column<Affiliation> = {
      id: 'actions',
      title: say('actions'),
      width: '150px',
      cell: (one) => (
        <span className={styles['row']}>
          {stepsFor(one, tenant_id).map((step) => (
            <Button
              key={step}
              size="small"
              danger={step !== 'confirm'}
              onClick={() => take?.({ one, step, other: otherOf(one) })}
            >
              {say(`step_${step}`)}
            </Button>
          ))}
        </span>
      ),
    };
    return [
      {
        id: 'other',
        title: say('other'),
        width: 'minmax(160px, 2fr)',
        card: 'title',
        cell: (one) => <bdi>{otherOf(one)}</bdi>,
      },
      {
        id: 'relation',
        title: say('relation'),
        width: 'minmax(140px, 1fr)',
        cell: (one) => say(`relation_${one.kind}_${isOver(one) ? 'over' : 'under'}`),
      },
      {
        id: 'account',
        title: say('account'),
        width: 'minmax(90px, 1fr)',
        cell: ({ account }) => (account === null ? '—' : <bdi>{account}</bdi>),
      },
      {
        id: 'state',
        title: say('state'),
        width: '170px',
        cell: ({ status, proposed_by }) => (
          <span className={styles['row']}>
            <Tag {...looks[status]}>{say(`status_${status}`)}</Tag>
            {status === 'proposed' && (
              <span className="soft">{say(proposed_by === tenant_id ? 'by_us' : 'by_them')}</span>
            )}
          </span>
        ),
      },
      { id: 'since', title: say('since'), width: '110px', cell: ({ since }) => since },
      { id: 'until', title: say('until'), width: '110px', cell: ({ until }) => until ?? '—' },
      ...(take === null ? [] : [actions]),
    ];
  }, [say, tenant_id, names, take]);
}
