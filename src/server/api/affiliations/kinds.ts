import type { Party } from '../../../model/actor.ts';

/** Where each kind of affiliation is kept, and who may stand on which side. */
export interface AffiliationKind {
  readonly table: 'jurisdiction' | 'association_member' | 'operator_claim';
  readonly over: string;
  readonly under: string;
  readonly over_parties: readonly Party[];
  readonly under_parties: readonly Party[];
}

export const affiliationKinds = {
  jurisdiction: {
    table: 'jurisdiction',
    over: 'regulator_id',
    under: 'platform_id',
    over_parties: ['regulator'],
    under_parties: ['platform'],
  },
  member: {
    table: 'association_member',
    over: 'association_id',
    under: 'member_id',
    over_parties: ['association'],
    under_parties: ['platform', 'operator'],
  },
  claim: {
    table: 'operator_claim',
    over: 'platform_id',
    under: 'tenant_id',
    over_parties: ['platform'],
    under_parties: ['operator'],
  },
} as const satisfies Record<string, AffiliationKind>;

export type AffiliationKindName = keyof typeof affiliationKinds;

export const kindNames: readonly AffiliationKindName[] = ['jurisdiction', 'member', 'claim'];
