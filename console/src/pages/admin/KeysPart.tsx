import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { keysList, keysRevoke } from '../../../../src/server/contract/keys.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { adminWords } from '../../text/admin.ts';
import { roleNames } from '../../text/people.ts';
import { AdminList } from './AdminList.tsx';
import { AskAgain } from './AskAgain.tsx';
import { KeyForm } from './KeyForm.tsx';
import { PartHead } from './PartHead.tsx';
import { useScopeNames } from './use-scope-names.ts';
import { admins } from './UsersPart.tsx';

type Key = Good<typeof keysList>['body']['items'][number];

/** Keys other systems call the API by. */
export function KeysPart() {
  const say = useWords(adminWords);
  const isAdmin = admins(useSession());
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Key | null>(null);
  const { data, error, refetch } = useAsked(keysList, {});
  const revoke = useAsk(keysRevoke, { changes: ['keys.'], done: () => setEnding(null) });
  const columns = useColumns(isAdmin ? setEnding : null);
  return (
    <>
      <PartHead
        lead={say('keys_lead')}
        action={isAdmin ? { verb: say('key_new'), does: () => setMaking(true) } : null}
      />
      <AdminList
        label={say('keys')}
        rows={data?.items}
        error={error}
        retry={() => void refetch()}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('keys_none')}
      />
      {making && <KeyForm close={() => setMaking(false)} />}
      {ending !== null && (
        <AskAgain
          title={say('revoke_title', { name: ending.name })}
          more={say('revoke_more')}
          verb={say('revoke')}
          danger
          pending={revoke.isPending}
          error={revoke.error}
          go={() => revoke.mutate({ params: { key_id: ending.id } })}
          close={() => setEnding(null)}
        />
      )}
    </>
  );
}

function useColumns(end: ((key: Key) => void) | null): readonly Column<Key>[] {
  const say = useWords(adminWords);
  const local = useLocalised();
  const scopeName = useScopeNames();
  return useMemo((): readonly Column<Key>[] => {
    const actions: Column<Key> = {
      id: 'actions',
      title: say('actions'),
      width: '100px',
      cell: (key) =>
        key.revoked_at === null && (
          <Button size="small" danger onClick={() => end?.(key)}>
            {say('revoke')}
          </Button>
        ),
    };
    return [
      {
        id: 'name',
        title: say('name'),
        width: 'minmax(130px, 2fr)',
        card: 'title',
        cell: ({ name, id }) => <bdi title={id}>{name}</bdi>,
      },
      {
        id: 'scopes',
        title: say('scopes'),
        width: 'minmax(120px, 1fr)',
        cell: ({ scopes }) => scopes.map(scopeName).join(' · '),
      },
      {
        id: 'roles',
        title: say('roles'),
        width: 'minmax(120px, 1fr)',
        cell: ({ roles }) => roles.map((role) => local(roleNames[role])).join(' · '),
      },
      {
        id: 'used',
        title: say('used_at'),
        width: '140px',
        cell: ({ used_at }) => (used_at === null ? say('never') : <Moment at={used_at} />),
      },
      {
        id: 'expires',
        title: say('expires_at'),
        width: '140px',
        cell: ({ expires_at }) => (expires_at === null ? '—' : <Moment at={expires_at} />),
      },
      { id: 'state', title: say('state'), width: '96px', cell: (key) => <KeyState of={key} /> },
      ...(end === null ? [] : [actions]),
    ];
  }, [say, local, scopeName, end]);
}

function KeyState({ of: { revoked_at, expires_at } }: { readonly of: Key }) {
  const say = useWords(adminWords);
  if (revoked_at !== null) return <Tag tone="plain">{say('revoked')}</Tag>;
  const isOver = expires_at !== null && Date.parse(expires_at) <= Date.now();
  if (isOver) return <Tag tone="plain">{say('expired')}</Tag>;
  return (
    <Tag tone="ok" sign="✓">
      {say('in_use')}
    </Tag>
  );
}
