import { networkFlows } from '../../../../src/server/contract/network.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { networkWords } from '../../text/network.ts';
import { Flows } from './Flows.tsx';
import type { FlowSide } from './Flows.tsx';
import { MemberPanel } from './MemberPanel.tsx';
import styles from './MemberPanel.module.css';
import { Recruits } from './Recruits.tsx';
import type { Ground } from './tree-of.ts';
import { useMember } from './use-member.ts';

interface Props {
  readonly ground: Ground;
  readonly member_id: string;
  readonly side: FlowSide;
  readonly setSide: (side: FlowSide) => void;
  readonly choose: (member_id: string) => void;
  readonly close: () => void;
}

/** Beside the picture: the member that was chosen. */
export function MemberSide({ ground, member_id, side, setSide, choose, close }: Props) {
  const say = useWords(networkWords);
  const { data, error, refetch } = useMember(ground, member_id);
  const flows = useAsked(networkFlows, {
    params: { ...ground.params, member_id },
    query: { limit: 20 },
  });
  return (
    <aside className={styles['panel']} aria-label={say('member')}>
      {error !== null && <Failed error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading lines={12} line_px={30} />}
      {data !== undefined && (
        <>
          <MemberPanel detail={data} choose={choose} close={close} />
          {flows.data !== undefined && (
            <Flows flows={flows.data} side={side} setSide={setSide} choose={choose} />
          )}
          {flows.error !== null && (
            <Failed error={flows.error} retry={() => void flows.refetch()} />
          )}
          <section className={styles['flows']}>
            <h3>{say('recruits')}</h3>
            <Recruits
              key={member_id}
              ground={ground}
              member_id={member_id}
              hasMoney={data.member.paid_in_minor !== null}
              choose={choose}
            />
          </section>
        </>
      )}
    </aside>
  );
}
