import { useMemo, useState } from 'react';
import { tenantsList } from '../../../../src/server/contract/tenants.ts';
import type { Good } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useAsked, useRows } from '../../api/use-asked.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Moment } from '../../parts/Moment.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { usePlaceNames } from '../../parts/use-place-names.ts';
import { adminWords } from '../../text/admin.ts';
import { jurisdictionWords } from '../../text/jurisdiction.ts';
import { partyNames } from '../../text/people.ts';
import { AdminList } from './AdminList.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';
import { TenantDialog } from './TenantDialog.tsx';
import { TenantForm } from './TenantForm.tsx';
import { admins } from './UsersPart.tsx';

export type Tenant = Good<typeof tenantsList>['body']['items'][number];

/** Everybody in the installation; whoever runs it takes in others. */
export function TenantsPart() {
  const say = useWords(adminWords);
  const local = useLocalised();
  const isAdmin = admins(useSession());
  const law = useWords(jurisdictionWords);
  const placeNames = usePlaceNames();
  const [taking, setTaking] = useState(false);
  const [chosen, setChosen] = useState<Tenant | null>(null);
  const list = useRows(tenantsList, { query: {} });
  const { data: first } = useAsked(tenantsList, { query: { limit: 1 } });
  const mayTake = isAdmin && first?.hosting === true;
  const columns = useMemo(
    (): readonly Column<Tenant>[] => [
      {
        id: 'name',
        title: say('name'),
        width: 'minmax(160px, 2fr)',
        card: 'title',
        // All consumers together have no name of their own.
        cell: ({ name, id, party }) => (
          <bdi title={id}>{party === 'consumer' ? say('consumers') : name}</bdi>
        ),
      },
      {
        id: 'party',
        title: say('party'),
        width: '120px',
        cell: ({ party }) => local(partyNames[party]),
      },
      { id: 'zone', title: say('zone'), width: '150px', cell: ({ time_zone }) => time_zone },
      {
        id: 'jurisdiction',
        title: law('jurisdiction'),
        width: '120px',
        cell: ({ jurisdiction }) => placeNames(jurisdiction),
      },
      {
        id: 'since',
        title: say('since'),
        width: '150px',
        cell: ({ opened_at }) => <Moment at={opened_at} />,
      },
      {
        id: 'state',
        title: say('state'),
        width: '100px',
        cell: ({ closed_at }) => <TenantState closed={closed_at !== null} />,
      },
    ],
    [say, law, local, placeNames],
  );
  return (
    <>
      <PartHead
        lead={say('tenants_lead')}
        action={mayTake ? { verb: say('take_in'), does: () => setTaking(true) } : null}
      />
      <AdminList
        label={say('tenants')}
        {...listOf(list)}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('tenants_none')}
        {...(mayTake && { open: setChosen })}
      />
      {chosen !== null && <TenantDialog tenant={chosen} close={() => setChosen(null)} />}
      {taking && <TenantForm close={() => setTaking(false)} />}
    </>
  );
}

function TenantState({ closed }: { readonly closed: boolean }) {
  const say = useWords(adminWords);
  if (closed) return <Tag tone="plain">{say('closed')}</Tag>;
  return (
    <Tag tone="ok" sign="✓">
      {say('in_use')}
    </Tag>
  );
}
