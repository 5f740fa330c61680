import { Button, Modal } from 'antd';
import { useMemo } from 'react';
import { webhooksDeliveries, webhooksRetry } from '../../../../src/server/contract/webhooks.ts';
import type { Good } from '../../api/call.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { ProblemLine } from '../../parts/ProblemLine.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import { AdminList } from './AdminList.tsx';
import { listOf } from './list-of.ts';
import type { Webhook } from './WebhooksPart.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';

type Delivery = Good<typeof webhooksDeliveries>['body']['items'][number];

interface Props {
  readonly webhook: Webhook;
  readonly mayRetry: boolean;
  readonly close: () => void;
}

const looks = {
  waiting: { tone: 'indication', sign: '…' },
  delivered: { tone: 'ok', sign: '✓' },
  dead: { tone: 'breach', sign: '✕' },
} as const;

/** What a webhook was sent, and what became of it. */
export function Deliveries({ webhook, mayRetry, close }: Props) {
  useFocusBack();
  const say = useWords(adminLinkWords);
  const params = { webhook_id: webhook.id };
  const list = useRows(webhooksDeliveries, { params, query: {} });
  const retry = useAsk(webhooksRetry, { changes: ['webhooks.'] });
  const columns = useColumns();
  const isDead = list.rows.some(({ state }) => state === 'dead');
  return (
    <Modal
      open
      onCancel={close}
      footer={null}
      title={say('deliveries')}
      width={900}
      destroyOnHidden
    >
      <div className="fields">
        <p className="soft">
          <bdi>{webhook.url}</bdi>
        </p>
        <AdminList
          label={say('deliveries')}
          {...listOf(list)}
          columns={columns}
          keyOf={({ id }) => id}
          none={say('deliveries_none')}
          height="420px"
        />
        <ProblemLine error={retry.error} />
        {retry.isSuccess && <p role="status">{say('retried', { count: retry.data.again })}</p>}
        <div className="buttons">
          {mayRetry && isDead && webhook.revoked_at === null && (
            <Button loading={retry.isPending} onClick={() => retry.mutate({ params })}>
              {say('retry')}
            </Button>
          )}
          <Button type="primary" onClick={close}>
            {say('close')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function useColumns(): readonly Column<Delivery>[] {
  const say = useWords(adminLinkWords);
  return useMemo(
    (): readonly Column<Delivery>[] => [
      {
        id: 'event',
        title: say('event'),
        width: 'minmax(130px, 1fr)',
        card: 'title',
        cell: ({ type, number }) => (
          <code>
            {type} #{number}
          </code>
        ),
      },
      {
        id: 'at',
        title: say('happened_at'),
        width: '150px',
        cell: ({ at }) => <Moment at={at} />,
      },
      {
        id: 'state',
        title: say('state'),
        width: '110px',
        cell: ({ state }) => <Tag {...looks[state]}>{say(`delivery_${state}`)}</Tag>,
      },
      {
        id: 'tries',
        title: say('tries'),
        width: '70px',
        numeric: true,
        cell: ({ tries }) => tries,
      },
      {
        id: 'answer',
        title: say('answer'),
        width: 'minmax(120px, 1fr)',
        cell: ({ status, code }) => <code>{status ?? code ?? '—'}</code>,
      },
    ],
    [say],
  );
}
