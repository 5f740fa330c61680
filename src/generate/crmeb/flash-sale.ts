import type { DumpRow } from '../mysql-dump.ts';
import { DAY_S, yuan } from '../names.ts';
import type { Product } from './product.ts';

/** A flash sale of a product against a struck-through price. */
export interface FlashSale {
  readonly product_id: number;
  readonly reference_minor: number;
  /** Days after the start of the data. */
  readonly day: number;
}

export function flashSaleRows(
  sales: readonly FlashSale[],
  products: readonly Product[],
  from: number,
): DumpRow[] {
  return sales.map(({ product_id, reference_minor, day }, i) => {
    const { name, price_minor } = products.find(({ id }) => id === product_id)!;
    return {
      id: i + 1,
      product_id,
      title: `限时秒杀:${name}`,
      price: yuan(Math.floor(price_minor * 0.9)),
      ot_price: yuan(reference_minor),
      stock: 20,
      start_time: from + day * DAY_S,
      stop_time: from + (day + 1) * DAY_S,
      add_time: from + (day - 3) * DAY_S,
      status: 1,
    };
  });
}
