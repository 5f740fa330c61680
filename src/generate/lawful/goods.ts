/** What the shops of the lawful platform sell, in words no advertising rule objects to. */
export interface Goods {
  readonly category: string;
  readonly titles: readonly string[];
  readonly claims: readonly string[];
  /** Sold by weight of licence: the operator states its licence number. */
  readonly licence: 'food' | 'cosmetics' | null;
  /** Fresh goods that cannot be sent back, which the buyer confirms for each order. */
  readonly no_return: boolean;
  /** Minor units, lowest and highest. */
  readonly price: readonly [number, number];
  readonly trade: string;
}
