import { isObject } from './event-door.ts';
import type { MappedCondition, MappedValue, WebhookMapping } from './webhook-mapping.ts';

/** Makes the events of a message, as a source would send them: the door checks them. */
export type MapWebhook = (message: unknown) => readonly unknown[];

/** A message that meets no event's conditions makes none. */
export function webhookMapper({ events, minor_digits }: WebhookMapping): MapWebhook {
  return (message) =>
    events
      .filter(({ when }) => meets(when, { message, item: message }))
      .map(({ kind, id, at, rows }) => {
        const root = { message, item: message };
        const made: Record<string, unknown[]> = {};
        for (const one of rows) {
          for (const scope of scopesOf(one.each, message)) {
            if (!meets(one.when, scope)) continue;
            const columns = Object.entries(one.columns).flatMap(([column, value]) => {
              const read = valueOf(value, scope, minor_digits);
              return read === undefined ? [] : [[column, read] as const];
            });
            (made[one.table] ??= []).push(Object.fromEntries(columns));
          }
        }
        return {
          id: textOf(valueOf(id, root, minor_digits)),
          at: valueOf(at, root, minor_digits),
          kind,
          rows: made,
        };
      });
}

/** What paths speak of. */
interface Scope {
  readonly message: unknown;
  readonly item: unknown;
}

function scopesOf(each: string | undefined, message: unknown): Scope[] {
  if (each === undefined) return [{ message, item: message }];
  const list = at(each, { message, item: message });
  return Array.isArray(list) ? list.map((item: unknown) => ({ message, item })) : [];
}

function meets(conditions: readonly MappedCondition[] = [], scope: Scope): boolean {
  return conditions.every((one) => {
    const seen = at(one.path, scope);
    const text = seen === undefined || seen === null ? '' : textOf(seen);
    return (one.in?.includes(text) ?? true) && !(one.not_in?.includes(text) ?? false);
  });
}

/** What stands at a path; undefined for nothing. */
function at(path: string, { message, item }: Scope): unknown {
  let seen = path.startsWith('@') ? item : message;
  for (const [, name, index] of path.matchAll(/\.([^.[]+)|\[(\d+)\]/g)) {
    if (index !== undefined) seen = Array.isArray(seen) ? seen[Number(index)] : undefined;
    else seen = isObject(seen) && Object.hasOwn(seen, name ?? '') ? seen[name ?? ''] : undefined;
  }
  return seen;
}

/** undefined where the message says nothing, null where it says that there is none. */
function valueOf(value: MappedValue, scope: Scope, minor_digits: number): unknown {
  if (value.value !== undefined) return value.value;
  const paths = typeof value.path === 'string' ? [value.path] : (value.path ?? []);
  const found = paths.map((path) => at(path, scope)).find((one) => one !== undefined);
  if (found === undefined || found === null) return found;
  if (value.none?.includes(textOf(found))) return null;
  if (value.codes) {
    const text = textOf(found);
    return Object.hasOwn(value.codes, text) ? value.codes[text] : value.codes['*'];
  }
  if (value.prefix !== undefined) return `${value.prefix}${textOf(found)}`;
  switch (value.as) {
    case 'money_major':
      return minorOf(textOf(found), minor_digits) ?? found;
    case 'unix_s':
      return instantOf(Number(found) * 1000) ?? found;
    case 'unix_ms':
      return instantOf(Number(found)) ?? found;
    default:
      return found;
  }
}

/** '19.9' → '1990'; null for what is no amount or has more digits than the currency. */
function minorOf(text: string, digits: number): string | null {
  const [, sign = '', whole = '', after = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const kept = withoutZeros(after);
  if (whole === '' || kept.length > digits) return null;
  return `${sign}${whole}${kept.padEnd(digits, '0')}`.replace(/^(-?)0+(?=\d)/, '$1');
}

/** Without the noughts at its end, in one pass: a shop may send a million of them. */
function withoutZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

function instantOf(ms: number): string | null {
  return Number.isFinite(ms) && Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
