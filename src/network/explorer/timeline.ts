import { UNKNOWN_DAY } from '../forest.ts';
import { orderBy } from './order-by.ts';

/** A line somebody can come to, and the day of each member; UNKNOWN_DAY for never. */
export interface LineDays {
  readonly name: string;
  readonly day: Int32Array;
}

/** Three columns of crossings, each of 32 bits: day, place of the line, number of the member. */
export interface Crossings {
  /** By day, then line, then member. */
  readonly byDay: Int32Array;
  /** By member, then line. */
  readonly byMember: Int32Array;
}

/** Who crossed which line when; each crossing is three numbers behind one another. */
export function crossings(lines: readonly LineDays[]): Crossings {
  const members = lines[0]?.day.length ?? 0;
  let many = 0;
  for (const { day } of lines) for (const one of day) many += one === UNKNOWN_DAY ? 0 : 1;
  const byMember = new Int32Array(many * 3);
  let at = 0;
  for (let member = 0; member < members; member++) {
    for (const [line, { day }] of lines.entries()) {
      if (day[member] === UNKNOWN_DAY) continue;
      byMember.set([day[member]!, line, member], at);
      at += 3;
    }
  }
  const count = byMember.length / 3;
  const days = new Int32Array(count);
  const kinds = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    days[i] = byMember[i * 3]!;
    kinds[i] = byMember[i * 3 + 1]!;
  }
  const first = days.reduce((least, day) => Math.min(least, day), UNKNOWN_DAY);
  const order = orderBy(
    orderBy(
      days.map((_, i) => i),
      kinds,
    ),
    days.map((day) => day - first),
  );
  const byDay = new Int32Array(byMember.length);
  order.forEach((from, to) => byDay.set(byMember.subarray(from * 3, from * 3 + 3), to * 3));
  return { byDay, byMember };
}
