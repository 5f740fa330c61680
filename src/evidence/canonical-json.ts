import canonicalize from 'canonicalize';

/**
 * The one text a value has: RFC 8785 (keys sorted by code unit, shortest numbers, no spaces).
 * What JSON cannot hold (NaN, undefined, bigint) is a mistake of the caller, not of a user.
 */
export function canonicalJson(value: unknown): string {
  assertJson(value);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('canonical JSON of nothing');
  return text;
}

function assertJson(value: unknown): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON of ${value}`);
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) assertJson(item);
    return;
  }
  if (typeof value === 'object') {
    for (const item of Object.values(value)) assertJson(item);
    return;
  }
  throw new TypeError(`canonical JSON of a ${typeof value}`);
}
