import { Button } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useSession } from '../../api/session.ts';
import { NotForYou } from '../../app/NotFoundPage.tsx';
import { useWords } from '../../app/language.ts';
import { roles, workers } from '../../app/who.ts';
import { PageTabs } from '../../parts/PageTabs.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { proposalWords } from '../../text/proposals.ts';
import { EditionsPart } from './EditionsPart.tsx';
import { OpenPart } from './OpenPart.tsx';
import { OwnPart } from './OwnPart.tsx';
import { ProposeForm } from './ProposeForm.tsx';
import { PublishersPart } from './PublishersPart.tsx';

const drafting = roles(['handler', 'approver', 'reader', 'auditor'], ['regulator', 'association']);
const proposing = roles(['handler'], ['regulator', 'association']);

/** In the order they are shown. */
const parts = [
  { name: 'own', Part: OwnPart, who: drafting },
  { name: 'open', Part: OpenPart, who: workers },
  { name: 'editions', Part: EditionsPart, who: () => true },
  { name: 'publishers', Part: PublishersPart, who: () => true },
] as const;

/** Standards under way, and whom one trusts; a part an address. */
export default function ProposalsPage() {
  const say = useWords(proposalWords);
  const session = useSession();
  const seen = parts.filter(({ who }) => who(session));
  const { part: chosen = seen[0]?.name } = useParams();
  // Who comes from a draft comes to propose it.
  const [search] = useSearchParams();
  const [proposing_now, setProposing] = useState(search.has('draft'));
  const part = seen.find(({ name }) => name === chosen);
  if (part === undefined) return <NotForYou />;
  const action = proposing(session) ? (
    <Button type="primary" onClick={() => setProposing(true)}>
      {say('propose')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} action={action} />
      <PageTabs
        label={say('parts')}
        tabs={seen.map(({ name }) => ({
          to: `/proposals/part/${name}`,
          title: say(`part_${name}`),
          isChosen: name === chosen,
        }))}
      />
      <part.Part key={part.name} />
      {proposing_now && proposing(session) && <ProposeForm close={() => setProposing(false)} />}
    </>
  );
}
