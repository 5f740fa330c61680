import { useMemo, useState } from 'react';
import { affiliationsList } from '../../../../src/server/contract/affiliations.ts';
import { tenantsList } from '../../../../src/server/contract/tenants.ts';
import { useSession } from '../../api/session.ts';
import { useRows } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { adminLinkWords } from '../../text/admin-links.ts';
import { AdminList } from './AdminList.tsx';
import { AffiliationForm } from './AffiliationForm.tsx';
import { AffiliationStepDialog } from './AffiliationStepDialog.tsx';
import type { ChosenStep } from './AffiliationStepDialog.tsx';
import { listOf } from './list-of.ts';
import { PartHead } from './PartHead.tsx';
import { useAffiliationColumns } from './use-affiliation-columns.tsx';
import { admins } from './UsersPart.tsx';

/** What the tenant is to others, and they to it. */
export function AffiliationsPart() {
  const say = useWords(adminLinkWords);
  const session = useSession();
  const isAdmin = admins(session);
  const [proposing, setProposing] = useState(false);
  const [step, setStep] = useState<ChosenStep | null>(null);
  const list = useRows(affiliationsList, { query: {} });
  const { rows: tenants } = useRows(tenantsList, { query: {} });
  const names = useMemo(() => new Map(tenants.map(({ id, name }) => [id, name])), [tenants]);
  const columns = useAffiliationColumns(names, isAdmin ? setStep : null);
  return (
    <>
      <PartHead
        lead={say('affiliations_lead')}
        action={isAdmin ? { verb: say('propose'), does: () => setProposing(true) } : null}
      />
      <AdminList
        label={say('relation')}
        {...listOf(list)}
        columns={columns}
        keyOf={({ id }) => id}
        none={say('affiliations_none')}
      />
      {proposing && <AffiliationForm tenants={tenants} close={() => setProposing(false)} />}
      {step !== null && <AffiliationStepDialog chosen={step} close={() => setStep(null)} />}
    </>
  );
}
