import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { webhooksList, webhooksRevoke } from '../../../../src/server/contract/webhooks.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminLinkWords } from '../../text/admin-links.ts';
import styles from './Admin.module.css';
import { AdminList } from './AdminList.tsx';
import { AskAgain } from './AskAgain.tsx';
import { Deliveries } from './Deliveries.tsx';
import { PartHead } from './PartHead.tsx';
import { admins } from './UsersPart.tsx';
import { WebhookForm } from './WebhookForm.tsx';

export type Webhook = Good<typeof webhooksList>['body']['items'][number];

/** Where others are told what happens in the tenant's matters. */
export function WebhooksPart() {
  const say = useWords(adminLinkWords);
  const isAdmin = admins(useSession());
  const [making, setMaking] = useState(false);
  const [looking, setLooking] = useState<Webhook | null>(null);
  const [ending, setEnding] = useState<Webhook | null>(null);
  const { data, error, refetch } = useAsked(webhooksList, {});
  const end = useAsk(webhooksRevoke, { changes: ['webhooks.'], done: () => setEnding(null) });
  const columns = useColumns(setLooking, isAdmin ? setEnding : null);
  return (
    <>
      <PartHead
        lead={say('webhooks_lead')}
        action={isAdmin ? { verb: say('webhook_new'), does: () => setMaking(true) } : null}
      />
      <AdminList
        label={say('webhooks_lead')}
        rows={data?.items}
        error={error}
        retry={() => void refetch()}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('webhooks_none')}
      />
      {making && <WebhookForm close={() => setMaking(false)} />}
      {looking !== null && (
        <Deliveries webhook={looking} mayRetry={isAdmin} close={() => setLooking(null)} />
      )}
      {ending !== null && (
        <AskAgain
          title={say('stop_title', { name: ending.url })}
          more={say('stop_webhook_more')}
          verb={say('stop')}
          danger
          pending={end.isPending}
          error={end.error}
          go={() => end.mutate({ params: { webhook_id: ending.id } })}
          close={() => setEnding(null)}
        />
      )}
    </>
  );
}

type Act = (one: Webhook) => void;

function useColumns(look: Act, end: Act | null): readonly Column<Webhook>[] {
  const say = useWords(adminLinkWords);
  return useMemo(
    (): readonly Column<Webhook>[] => [
      {
        id: 'url',
        title: say('webhook_url'),
        width: 'minmax(220px, 3fr)',
        card: 'title',
        cell: ({ url }) => <bdi title={url}>{url}</bdi>,
      },
      {
        id: 'types',
        title: say('types'),
        width: 'minmax(120px, 1fr)',
        cell: ({ types }) => (types.length === 0 ? say('types_all') : types.join(' · ')),
      },
      {
        id: 'created',
        title: say('created_at'),
        width: '150px',
        cell: ({ created_at }) => <Moment at={created_at} />,
      },
      {
        id: 'state',
        title: say('state'),
        width: '110px',
        cell: ({ revoked_at }) =>
          revoked_at === null ? (
            <Tag tone="ok" sign="✓">
              {say('in_use')}
            </Tag>
          ) : (
            <Tag tone="plain">{say('stopped')}</Tag>
          ),
      },
      {
        id: 'actions',
        title: say('actions'),
        width: '180px',
        cell: (one) => (
          <span className={styles['row']}>
            <Button size="small" onClick={() => look(one)}>
              {say('deliveries')}
            </Button>
            {end !== null && one.revoked_at === null && (
              <Button size="small" danger onClick={() => end(one)}>
                {say('stop')}
              </Button>
            )}
          </span>
        ),
      },
    ],
    [say, look, end],
  );
}
