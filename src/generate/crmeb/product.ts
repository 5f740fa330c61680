import type { DumpRow } from '../mysql-dump.ts';
import { yuan } from '../names.ts';

export interface Product {
  readonly id: number;
  readonly name: string;
  readonly claims: string;
  readonly category: string;
  readonly price_minor: number;
  /** Struck-through price; 0 for none. */
  readonly reference_minor: number;
  /** Price it was really sold at before `price_until`. */
  readonly earlier_minor?: number;
  readonly ficti: number;
}

export function categoryRows(products: readonly Product[]): DumpRow[] {
  return categoriesOf(products).map((cate_name, i) => ({ id: i + 1, cate_name, is_show: 1 }));
}

function categoriesOf(products: readonly Product[]): string[] {
  return [...new Set(products.map(({ category }) => category))];
}

/** `sold` counts units by product id. */
export function productRows(
  products: readonly Product[],
  sold: ReadonlyMap<number, number>,
  add_time: number,
): DumpRow[] {
  const categories = categoriesOf(products);
  return products.map((product) => ({
    id: product.id,
    image: '/goods/default.png',
    store_name: product.name,
    store_info: product.claims,
    cate_id: String(categories.indexOf(product.category) + 1),
    price: yuan(product.price_minor),
    ot_price: yuan(product.reference_minor),
    unit_name: '件',
    sales: sold.get(product.id) ?? 0,
    stock: 500,
    is_show: 1,
    add_time,
    cost: yuan(Math.floor(product.price_minor / 3)),
    ficti: product.ficti,
  }));
}
