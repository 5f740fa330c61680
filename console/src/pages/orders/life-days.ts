import type { ordersRead } from '../../../../src/server/contract/orders.ts';
import type { Good } from '../../api/call.ts';
import { daysBetween } from '../../parts/days-between.ts';
import type { Stage } from '../../parts/StageTag.tsx';

export type Life = Good<typeof ordersRead>['body'];
export type LifeRow = Life['rows'][number];

/** A moment of the line, with its place in it. */
export interface LifeMoment {
  readonly place: number;
  readonly at: string;
  readonly on: string;
  readonly column: string;
  readonly row: number;
  /** Is it the first its row speaks of? There the row's verdicts stand. */
  readonly isFirst: boolean;
}

export interface LifeDay {
  readonly on: string;
  readonly stage: Stage;
  /** The first day of its stage. */
  readonly begins: boolean;
  /** Days until the next; null on the last. */
  readonly next_days: number | null;
  readonly moments: readonly LifeMoment[];
}

/** Tables that speak of what comes after the goods are there. */
const afterwards: ReadonlySet<string> = new Set(['after_sale', 'review', 'complaint']);

/**
 * The line day by day. Before the order is one stage, from it until the goods are signed for the
 * next, then the last; where nobody says when they came, the first return, review or complaint
 * begins it.
 */
export function lifeDays({ line, rows }: Pick<Life, 'line' | 'rows'>): readonly LifeDay[] {
  const stageOf = stagesOf(line, rows);
  const seen = new Set<number>();
  const moments = line.map(({ at, on, column, row }, place): LifeMoment => {
    const isFirst = !seen.has(row);
    seen.add(row);
    return { place, at, on, column, row, isFirst };
  });
  const days = [...Map.groupBy(moments, ({ on }) => on)];
  const staged = days.map(([on, own]) => ({ on, own, stage: stageOf(own[0]?.at ?? '') }));
  return staged.map(({ on, own, stage }, i) => {
    const next = staged[i + 1];
    return {
      on,
      stage,
      begins: staged[i - 1]?.stage !== stage,
      next_days: next === undefined ? null : daysBetween(on, next.on),
      moments: own,
    };
  });
}

function stagesOf(line: Life['line'], rows: Life['rows']): (at: string) => Stage {
  const of = (table: string, column: string): string | undefined =>
    line.find((one) => rows[one.row]?.table === table && one.column === column)?.at;
  const ordered = of('order', 'ordered_at') ?? '';
  const delivered = of('order', 'delivered_at') ?? of('shipment', 'delivered_at');
  const turned = line.find((one) => afterwards.has(rows[one.row]?.table ?? ''))?.at;
  return (at) => {
    if (at < ordered) return 'pre';
    if (delivered !== undefined) return at > delivered ? 'after' : 'in';
    return turned !== undefined && at >= turned ? 'after' : 'in';
  };
}
