import type { LiveEvent } from '../network/live/live-event.ts';
import type { DataEvent, EventRow } from './data-event.ts';
import type { StoredRow } from './row-store.ts';

/** What an event about a member says of the network; null where it says nothing. */
export function memberEvent({ id, kind, rows }: DataEvent, at: number): LiveEvent | null {
  const row = rows.member?.[0];
  if (!row) return null;
  const member = String(row['member_id']);
  const upline = textOrNull(row['recruiter_id']);
  switch (kind) {
    case 'member.joined': {
      const joined = row['joined_at'] === null ? null : at;
      const bound = boundAt(row);
      return bound === undefined
        ? { id, kind: 'join', at: joined, member, upline }
        : { id, kind: 'join', at: joined, member, upline, bound_at: bound };
    }
    case 'member.moved':
      return { id, kind: 'reparent', at, member, upline };
    case 'member.left':
      return { id, kind: 'leave', at, member };
    case 'member.returned':
      return { id, kind: 'return', at, member };
    default:
      return null;
  }
}

/** When a tie to an upline was made, in milliseconds; undefined where the row leaves it open. */
export function boundAt(row: EventRow): number | undefined {
  const bound = row['bound_at'];
  return typeof bound === 'string' ? Date.parse(bound) : undefined;
}

/** Whose money a row of these tables is, and how much of it counts. */
interface Amount {
  readonly member: string | null;
  readonly amount_minor: number;
}

export interface MoneyTable {
  readonly kind: 'paid' | 'earned';
  readonly amountOf: (row: Pick<StoredRow, 'values'>) => Amount;
}

/** As `loadMoney` sums them: fees that were paid, commission that was not taken back. */
export const moneyTables = {
  fee: {
    kind: 'paid',
    amountOf: ({ values }) => ({
      member: textOrNull(values['member_id']),
      amount_minor: textOrNull(values['paid_at']) === null ? 0 : numberOf(values['amount_minor']),
    }),
  },
  commission: {
    kind: 'earned',
    amountOf: ({ values }) => ({
      member: textOrNull(values['beneficiary_id']),
      amount_minor:
        values['status'] === 'reversed' ? 0 : Math.max(0, numberOf(values['amount_minor'])),
    }),
  },
} as const satisfies Readonly<Record<string, MoneyTable>>;

/** What a row of money changed: taken from one member, given to another, or more of the same. */
export function moneyEvents(
  event: DataEvent,
  { kind }: MoneyTable,
  before: Amount,
  now: Amount,
  next: () => number,
): LiveEvent[] {
  if (before.member === now.member && before.amount_minor === now.amount_minor) return [];
  return [{ ...before, amount_minor: -before.amount_minor }, now].flatMap(
    ({ member, amount_minor }) => {
      if (member === null || amount_minor === 0) return [];
      // No id of a source has a control character in it.
      const id = `${event.id}\u0000${next()}`;
      return [{ id, kind, at: null, member, amount_minor }];
    },
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Amounts beyond 2^53 come as text, and are refused as too large to be summed. */
function numberOf(value: unknown): number {
  return value === null || value === undefined ? 0 : Number(value);
}
