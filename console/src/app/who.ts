import type { Party, Role } from '../../../src/model/actor.ts';
import type { Session } from '../api/session.ts';

const all: readonly Party[] = ['regulator', 'association', 'platform', 'operator'];

/** Users with one of these roles, of these parties. */
export function roles(
  wanted: readonly Role[],
  parties: readonly Party[] = all,
): (session: Session) => boolean {
  return (session) =>
    parties.includes(session.party) && session.roles.some((role) => wanted.includes(role));
}

/** Whoever works with matters and what was found; administrators as such do not. */
export const workers = roles(['handler', 'approver', 'reader', 'auditor']);
export const handlers = roles(['handler']);
/** Whoever keeps the tenant's users and keys, or looks at what they do. */
export const keepers = roles(['admin', 'auditor']);
/** Whoever works for a party that supervises: of several platforms together, and of standards. */
export const supervisors = roles(
  ['handler', 'approver', 'reader', 'auditor'],
  ['regulator', 'association'],
);
