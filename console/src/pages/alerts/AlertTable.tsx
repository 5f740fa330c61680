import { useMemo } from 'react';
import { useLanguage, useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { VerdictTag } from '../../parts/VerdictTag.tsx';
import { alertWords } from '../../text/alerts.ts';
import { kindText } from '../findings/subject-text.ts';
import type { Alert } from './alert-types.ts';

interface Props {
  readonly rows: readonly Alert[];
  readonly nameOf: (alert: Alert) => string;
  readonly open: (alert: Alert) => void;
  readonly onEnd: () => void;
}

/** Alerts, those raised last first. */
export function AlertTable({ rows, nameOf, open, onEnd }: Props) {
  const say = useWords(alertWords);
  const language = useLanguage();
  const columns = useMemo(
    (): readonly Column<Alert>[] => [
      {
        id: 'what',
        title: say('what'),
        width: 'minmax(200px, 3fr)',
        card: 'title',
        cell: (one) => <bdi title={one.provision ?? one.line}>{nameOf(one)}</bdi>,
      },
      {
        id: 'verdict',
        title: say('standing'),
        width: '112px',
        cell: (one) => <AlertState of={one} />,
      },
      {
        id: 'subject',
        title: say('subject'),
        width: 'minmax(130px, 1fr)',
        cell: ({ subject: { table, id } }) => (
          <bdi title={id}>
            {kindText(table, language, table)} {id}
          </bdi>
        ),
      },
      {
        id: 'first',
        title: say('first'),
        width: '140px',
        cell: ({ first }) => <Moment at={first.at} />,
      },
      {
        id: 'latest',
        title: say('latest'),
        width: '140px',
        cell: ({ latest }) => <Moment at={latest.at} />,
      },
    ],
    [say, language, nameOf],
  );
  return (
    <DataTable
      label={say('title')}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      open={open}
      onEnd={onEnd}
    />
  );
}

/** What it is while it stands: a breach, an indication, or a line that was come to. */
export function AlertState({ of: { cleared, verdict } }: { readonly of: Alert }) {
  const say = useWords(alertWords);
  if (cleared !== null) return <Tag tone="plain">{say('standing_false')}</Tag>;
  if (verdict !== undefined) return <VerdictTag verdict={verdict} />;
  return (
    <Tag tone="indication" sign="△">
      {say('standing_true')}
    </Tag>
  );
}
