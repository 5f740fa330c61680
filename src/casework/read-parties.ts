import { limits } from '../model/limits.ts';
import { parties } from '../model/actor.ts';
import { faces } from '../model/matter.ts';
import type { MatterParty } from '../model/matter.ts';

const keys = new Set(['face', 'party', 'tenant_id', 'user_id']);

/** The parties a first step names; null where the value is no list of them. */
export function readParties(value: unknown): readonly MatterParty[] | null {
  if (!Array.isArray(value)) return null;
  if (value.length === 0 || value.length > limits.casework_parties_max) return null;
  const read = value.map(readParty);
  return read.every((one) => one !== null) ? read : null;
}

export function readParty(value: unknown): MatterParty | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const one: Readonly<Record<string, unknown>> = { ...value };
  const face = faces.find((name) => name === one['face']);
  const party = parties.find((name) => name === one['party']);
  const { tenant_id, user_id } = one;
  const known = Object.keys(one).every((key) => keys.has(key));
  if (!known || face === undefined || party === undefined || !isId(tenant_id)) return null;
  if (user_id !== null && !isId(user_id)) return null;
  // All consumers share a tenant: one of them is meant, or nobody.
  if (party === 'consumer' && user_id === null) return null;
  return { face, party, tenant_id, user_id };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= limits.casework_id_chars_max;
}
