import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { useWords } from '../../app/language.ts';
import { supervisors } from '../../app/who.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageTabs } from '../../parts/PageTabs.tsx';
import { marketWords } from '../../text/market.ts';

/** One platform month by month, what followed its measures, or all platforms together. */
export type MarketPart = 'market' | 'effects' | 'whole';

interface Props {
  readonly part: MarketPart;
  /** As the address has it. */
  readonly platform_id: string | null;
  readonly action?: ReactNode;
}

const titles = { market: 'title', effects: 'effects', whole: 'whole' } as const;
const leads = { market: 'lead', effects: 'effects_lead', whole: 'whole_lead' } as const;

/** Title and parts of the pages of a market. */
export function MarketHead({ part, platform_id, action }: Props) {
  const say = useWords(marketWords);
  const isSupervisor = supervisors(useSession());
  const at = platform_id === null ? '' : `?platform_id=${platform_id}`;
  const tab = (to: string, one: MarketPart) => ({
    to,
    title: say(one === 'market' && isSupervisor ? 'one_platform' : titles[one]),
    isChosen: one === part,
  });
  return (
    <>
      <PageHead title={say(titles[part])} lead={say(leads[part])} action={action} />
      <PageTabs
        label={say('parts')}
        tabs={[
          tab(`/market${at}`, 'market'),
          tab(`/market/effects${at}`, 'effects'),
          ...(isSupervisor ? [tab('/market/whole', 'whole')] : []),
        ]}
      />
    </>
  );
}
