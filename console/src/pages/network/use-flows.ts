import { useQuery } from '@tanstack/react-query';
import type { Over } from './paint-over.ts';
import { placeOf } from './place-of.ts';
import type { FlowsBody, FlowSide } from './Flows.tsx';
import type { Network } from './use-explorer.ts';

const none: Over['flows'] = [];
/** More arrows than these are a thicket. */
const arrows_max = 12;

/** The largest flows of a member as arrows of the picture; who stands alone has no place there. */
export function useFlowArrows(
  network: Network | undefined,
  flows: FlowsBody | undefined,
  side: FlowSide,
): Over['flows'] {
  const { data } = useQuery({
    queryKey: ['network.arrows', network?.explorer.index.files, flows?.member_id, side],
    enabled: network !== undefined && flows !== undefined,
    structuralSharing: false,
    queryFn: async () =>
      network === undefined || flows === undefined ? none : await arrows(network, flows, side),
  });
  return flows === undefined ? none : (data ?? none);
}

async function arrows(
  { explorer, schemes }: Network,
  flows: FlowsBody,
  side: FlowSide,
): Promise<Over['flows']> {
  const placed = async (id: string) => {
    const number = await explorer.numberOf(id);
    return number === null ? null : placeOf(schemes, await explorer.summary(number));
  };
  const own = await placed(flows.member_id);
  const rows = flows[side].top.slice(0, arrows_max);
  const most = Math.max(1, ...rows.map(({ sum_minor }) => Number(sum_minor)));
  const made: Over['flows'][number][] = [];
  for (const { member_id, sum_minor } of rows) {
    const other = member_id === null ? null : await placed(member_id);
    if (own === null || other === null || member_id === flows.member_id) continue;
    const part = Math.max(0, Number(sum_minor) / most);
    const [from, to] = side === 'earned' ? [other, own] : [own, other];
    made.push({ from, to, part });
  }
  return made;
}
