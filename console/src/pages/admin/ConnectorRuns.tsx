import { Button, Modal } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { inspectionsList } from '../../../../src/server/contract/inspections.ts';
import type { Good } from '../../api/call.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import { AdminList } from './AdminList.tsx';
import type { Connector } from './ConnectorsPart.tsx';
import { listOf } from './list-of.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';

type Run = Good<typeof inspectionsList>['body']['items'][number];

interface Props {
  readonly connector: Connector;
  readonly close: () => void;
}

/** What each run of a connector came to, the latest first; a run opens its inspection. */
export function ConnectorRuns({ connector, close }: Props) {
  useFocusBack();
  const say = useWords(adminLinkWords);
  const navigate = useNavigate();
  const { rows, ...list } = listOf(useRows(inspectionsList, { query: {} }));
  const columns = useMemo(
    (): readonly Column<Run>[] => [
      {
        id: 'at',
        title: say('run_at'),
        width: 'minmax(150px, 1fr)',
        card: 'title',
        cell: ({ created_at }) => <Moment at={created_at} />,
      },
      {
        id: 'as_of',
        title: say('run_as_of'),
        width: 'minmax(110px, 1fr)',
        cell: ({ as_of }) => as_of ?? '—',
      },
      {
        id: 'findings',
        title: say('run_findings'),
        width: '110px',
        numeric: true,
        // Under way, or failed: the inspection says which.
        cell: ({ findings }) => findings ?? '—',
      },
    ],
    [say],
  );
  return (
    <Modal open onCancel={close} footer={null} title={say('runs')} width={640} destroyOnHidden>
      <div className="fields">
        <p className="soft">
          <bdi>{connector.name}</bdi>
        </p>
        <AdminList
          label={say('runs')}
          {...list}
          rows={rows?.filter(({ connector_id }) => connector_id === connector.id)}
          columns={columns}
          keyOf={({ id }) => id}
          none={say('runs_none')}
          open={({ id }) => void navigate(`/imports/${id}`)}
          height="420px"
        />
        <div className="buttons">
          <Button type="primary" onClick={close}>
            {say('close')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
