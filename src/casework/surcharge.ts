import { dayNumber } from '../model/days.ts';

/**
 * What a fine paid late costs more: 3 % of it for each day after the last, at most the fine itself
 * (Administrative Penalty Law of the PRC, art. 72). A part of a fen is not asked for: ours, in
 * favour of who pays.
 */
export function surchargeOf(fine_minor: number, due_on: string, paid_on: string): number {
  const days = Math.max(0, dayNumber(paid_on) - dayNumber(due_on));
  const owed = (BigInt(fine_minor) * 3n * BigInt(days)) / 100n;
  return Number(owed < BigInt(fine_minor) ? owed : BigInt(fine_minor));
}
