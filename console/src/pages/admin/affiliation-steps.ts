import type { affiliationsList } from '../../../../src/server/contract/affiliations.ts';
import type { Good } from '../../api/call.ts';

export type Affiliation = Good<typeof affiliationsList>['body']['items'][number];

export type AffiliationStep = 'confirm' | 'refuse' | 'withdraw' | 'end';

/** What a step makes of it. */
export const statusAfter = {
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'refused',
  end: 'ended',
} as const satisfies Record<AffiliationStep, Affiliation['status']>;

/** What an administrator of a tenant may do: the other side confirms, a regulator’s stands. */
export function stepsFor(one: Affiliation, tenant_id: string): readonly AffiliationStep[] {
  const { status, proposed_by, kind, under_id } = one;
  if (status === 'proposed') {
    return proposed_by === tenant_id ? ['withdraw'] : ['confirm', 'refuse'];
  }
  const isTheirs = kind === 'jurisdiction' && under_id === tenant_id;
  return status === 'confirmed' && !isTheirs ? ['end'] : [];
}
