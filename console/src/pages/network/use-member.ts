import type { UseQueryResult } from '@tanstack/react-query';
import { networkMember } from '../../../../src/server/contract/network.ts';
import { useAsked } from '../../api/use-asked.ts';
import type { Member } from './MemberPanel.tsx';
import type { Ground } from './tree-of.ts';

/** The member looked at, asked for once by picture and panel. */
export function useMember(
  { params }: Ground,
  member_id: string | undefined,
): UseQueryResult<Member> {
  return useAsked(
    networkMember,
    { params: { ...params, member_id: member_id ?? '' } },
    { enabled: member_id !== undefined },
  );
}
