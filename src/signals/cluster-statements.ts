import type { Localised } from '../model/localised.ts';
import { expectedCount, oddsRatio, proportionalRatio } from './two-by-two.ts';
import type { Interval, TwoByTwo } from './two-by-two.ts';

const verbs: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  complaints: ['被投诉', 'were complained of'],
  returns: ['因故申请售后', 'came back for a reason'],
  bad_reviews: ['获差评', 'were rated badly'],
};

/** The statistics of a batch or listing against the others, in a sentence. */
export function clusterStatement(
  ground: string,
  level: 'batch' | 'listing',
  table: TwoByTwo,
  ic025: number,
  q: number,
): Localised {
  const [zh, en] = verbs[ground] ?? [ground, ground];
  const [own, others] = [table.a + table.b, table.c + table.d];
  const numbers = [
    `PRR ${shown(proportionalRatio(table))}`,
    `ROR ${shown(oddsRatio(table))}`,
    `IC025 ${ic025.toFixed(2)}`,
    `q ${q < 0.0001 ? '< 0.0001' : q.toFixed(4)}`,
  ].join(', ');
  const usual = expectedCount(table).toFixed(1);
  const beside =
    level === 'batch'
      ? { zh: '同一商品的其他批次', en: 'the other batches of the listing' }
      : { zh: '同类目的其他商品', en: 'the other listings of the category' };
  return {
    zh:
      `售出 ${own} 笔中有 ${table.a} 笔${zh}；${beside.zh} ${others} 笔中有 ${table.c} 笔；` +
      `若无差别预期 ${usual} 笔（${numbers}）。`,
    en:
      `${table.a} of ${own} sales ${en}; of ${beside.en}, ${table.c} of ${others}; ` +
      `${usual} would be expected if they did not differ (${numbers}).`,
  };
}

/** An estimate with its 95 % interval; without one where the others have no case. */
function shown({ value, low, high }: Interval): string {
  if (!Number.isFinite(value) || !Number.isFinite(low)) return '∞';
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

export function eventStatement(events: number): Localised {
  return {
    zh: `记录有抽检不合格或人身伤害 ${events} 起。`,
    en: `${events} failed check(s) or injury(ies) on record.`,
  };
}
