import { useMemo, useState } from 'react';
import { networkFlows } from '../../../../src/server/contract/network.ts';
import { useAsked } from '../../api/use-asked.ts';
import { colourings, isKnown } from './colouring.ts';
import type { FlowSide } from './Flows.tsx';
import { Growth } from './Growth.tsx';
import type { GrowthBody } from './Growth.tsx';
import { Legend } from './Legend.tsx';
import { Picture } from './Picture.tsx';
import type { PictureView } from './picture-view.ts';
import { Tools } from './Tools.tsx';
import type { Ground } from './tree-of.ts';
import { useJoined } from './use-explorer.ts';
import type { Network } from './use-explorer.ts';
import { useFlowArrows } from './use-flows.ts';
import { useMember } from './use-member.ts';
import type { NetworkState } from './use-network-state.ts';
import { usePlaces, useStyle } from './use-scene.ts';

interface Props {
  readonly ground: Ground;
  readonly network: Network;
  readonly growth: GrowthBody;
  readonly as_of: string;
  readonly side: FlowSide;
  readonly state: NetworkState;
}

/** The network drawn, with the upline and the money of the member chosen, as of a month. */
export function Sight({ ground, network, growth, as_of, side, state }: Props) {
  const { member, colour, month = null } = state.values;
  const { index } = network.explorer;
  const [view, setView] = useState<PictureView | null>(null);
  const colouring =
    colourings.find((one) => one === colour && isKnown(index, one)) ?? colourings[0];
  const joined = useJoined(network, month !== null);
  const style = useStyle(network, colouring, month, joined.data);
  const detail = useMember(ground, member);
  const path = usePlaces(network, member === undefined ? undefined : detail.data);
  const flows = useAsked(
    networkFlows,
    { params: { ...ground.params, member_id: member ?? '' }, query: { limit: 20 } },
    { enabled: member !== undefined },
  );
  const shown = member === undefined ? undefined : flows.data;
  const arrows = useFlowArrows(network, shown, side);
  const over = useMemo(() => ({ path, flows: arrows }), [path, arrows]);
  const choose = (member_id: string): void => state.set('member', member_id);
  return (
    <div>
      <Tools
        ground={ground}
        network={network}
        style={style}
        view={view}
        as_of={as_of}
        colouring={colouring}
        setColouring={(to) => state.set('colour', to === colourings[0] ? '' : to)}
        choose={choose}
      />
      <Picture
        network={network}
        style={style}
        over={over}
        focus={path.at(-1) ?? null}
        choose={choose}
        onView={setView}
      />
      <Legend colours={index.colours} colouring={colouring} currency={ground.currency} />
      <Growth
        growth={growth}
        month={month}
        setMonth={(to) => state.set('month', to ?? '')}
        drawn={month === null || joined.data !== undefined || joined.isPending}
      />
    </div>
  );
}
