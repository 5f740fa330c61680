import type { Party } from '../../../../src/model/actor.ts';
import type { affiliationKinds } from '../../../../src/server/contract/affiliations.ts';

export type AffiliationKind = (typeof affiliationKinds)[number];

interface Sides {
  readonly over: readonly Party[];
  readonly under: readonly Party[];
  /** Only the one below can say it: which account is its own. */
  readonly from_below?: true;
}

export const affiliationSides: Readonly<Record<AffiliationKind, Sides>> = {
  jurisdiction: { over: ['regulator'], under: ['platform'] },
  member: { over: ['association'], under: ['platform', 'operator'] },
  claim: { over: ['platform'], under: ['operator'], from_below: true },
};

/** Parties to whom somebody of a party may propose an affiliation of a kind; none: it may not. */
export function othersFor(kind: AffiliationKind, own: Party): readonly Party[] {
  const { over, under, from_below } = affiliationSides[kind];
  if (over.includes(own) && from_below !== true) return under;
  return under.includes(own) ? over : [];
}
