import { PolyprismError } from '../../model/issue.ts';
import type { IssueCode, IssueParams } from '../../model/issue.ts';
import type { Access } from '../permissions.ts';
import type { Caller } from '../server.ts';

/**
 * Why a caller may not call a route; null where it may. Without a required second factor a user
 * may do what concerns itself alone: setting one up is among it.
 */
export function refusalOf(
  access: Access | undefined,
  caller: Caller | null,
  second_factor: 'required' | 'offered',
): PolyprismError | null {
  if (access?.who === 'anyone') return null;
  if (caller === null) return refusal('auth.needed');
  if (access === undefined) return refusal('auth.forbidden');
  if (caller.by === 'key') {
    if (access.scope === null) return refusal('auth.forbidden');
    if (!caller.scopes.includes(access.scope)) {
      return refusal('auth.scope_missing', { scope: access.scope });
    }
  }
  if (access.recent === true && caller.recent !== true) {
    return refusal('auth.confirm_needed');
  }
  if (access.who === 'signed_in') return null;
  if (second_factor === 'required' && !caller.second_factor) {
    if (caller.actor.party !== 'consumer') return refusal('auth.second_factor_required');
  }
  if (caller.actor.party === 'consumer') {
    return access.consumers === true ? null : refusal('auth.forbidden');
  }
  const allowed = access.allow[caller.actor.party] ?? [];
  return caller.actor.roles.some((role) => allowed.includes(role))
    ? null
    : refusal('auth.forbidden');
}

function refusal(code: IssueCode, params: IssueParams = {}): PolyprismError {
  return new PolyprismError(code, params);
}
