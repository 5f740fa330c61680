import { useParams } from 'react-router';
import { mattersRead } from '../../../../src/server/contract/matters.ts';
import { useSession } from '../../api/session.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { matterWords } from '../../text/matters.ts';
import { BagSection } from './BagSection.tsx';
import { ClockList } from './ClockList.tsx';
import { LateFine } from './LateFine.tsx';
import { MatterLine } from './MatterLine.tsx';
import styles from './MatterPage.module.css';
import type { Matter } from './matter-types.ts';
import { Proposals } from './Proposals.tsx';
import { Sides } from './Sides.tsx';
import { Steps } from './Steps.tsx';
import { Timeline } from './Timeline.tsx';
import { useMatterTitle } from './use-matter-title.ts';
import { useNames } from './use-names.ts';
import { useToday } from './use-today.ts';

/** How often a matter that is looked at is read again. */
const read_every_ms = 60_000;

/** One matter: how it stands, what one may do now, what happened. */
export default function MatterPage() {
  const { id = '' } = useParams();
  const given = { params: { matter_id: id } };
  const { data, error, refetch } = useAsked(mattersRead, given, { every_ms: read_every_ms });
  // What is there stays where a later reading fails: somebody may be writing.
  if (data !== undefined) return <Shown key={data.id} matter={data} />;
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  return <Loading lines={10} />;
}

function Shown({ matter }: { readonly matter: Matter }) {
  const say = useWords(matterWords);
  const { party } = useSession();
  const names = useNames(matter.parties);
  const { today } = useToday();
  const plain = party === 'consumer' || party === 'operator';
  return (
    <>
      <PageHead
        title={<bdi>{useMatterTitle()(matter)}</bdi>}
        lead={say(plain ? 'matter_lead_plain' : 'matter_lead')}
      />
      <MatterLine matter={matter} today={today} names={names} />
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <Proposals matter={matter} names={names} />
          <Steps matter={matter} />
          <Timeline matter={matter} names={names} />
        </div>
        <aside className={styles['side']} aria-label={say('aside')}>
          <LateFine matter={matter} />
          <ClockList clocks={matter.clocks} today={today} />
          <Sides matter={matter} names={names} />
          <BagSection matter_id={matter.id} />
        </aside>
      </div>
    </>
  );
}
