import type { DumpRow } from '../mysql-dump.ts';
import { DAY_S, yuan } from '../names.ts';
import type { Random } from '../random.ts';
import type { Entry } from './brokerage.ts';

/** Withdrawals of whoever earned at least 100 yuan: half of it, most of them paid. */
export function extractRows(random: Random, entries: readonly Entry[], until: number): DumpRow[] {
  const earned = new Map<Entry['to'], { minor: number; last: number }>();
  for (const { to, minor, at, status } of entries) {
    if (status !== 1) continue;
    const one = earned.get(to) ?? { minor: 0, last: 0 };
    earned.set(to, { minor: one.minor + minor, last: Math.max(one.last, at) });
  }
  const able = [...earned].filter(([, { minor }]) => minor >= 10_000);
  return able.map(([{ uid }, { minor, last }], i) => {
    const half = Math.min(Math.floor(minor / 2), 99_999_999);
    const status = random.chance(0.9) ? 1 : random.chance(0.5) ? 0 : -1;
    return {
      id: i + 1,
      uid,
      real_name: `会员${uid}`,
      extract_type: 'wx',
      extract_price: yuan(half),
      balance: yuan(minor - half),
      fail_msg: status === -1 ? '资料不符' : '',
      add_time: Math.min(last + 8 * DAY_S, until),
      status,
    };
  });
}
