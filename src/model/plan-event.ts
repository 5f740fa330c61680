/**
 * What happens in a network under a plan. Members and customers are numbered from 0 in the order
 * in which they first appear; so are events. `day`: days since 1970.
 */
export type PlanEvent =
  | {
      readonly kind: 'join';
      /** null: came by itself. */
      readonly recruiter: number | null;
      readonly rank: string;
      /** Which of the rank's ways, from 0. */
      readonly way: number;
      readonly day: number;
    }
  | {
      readonly kind: 'upgrade';
      readonly member: number;
      readonly rank: string;
      readonly way: number;
      readonly day: number;
    }
  | {
      readonly kind: 'buy';
      readonly member: number;
      readonly product: string;
      readonly quantity: number;
      readonly day: number;
    }
  | {
      readonly kind: 'sell';
      readonly seller: number;
      readonly customer: number;
      readonly product: string;
      readonly quantity: number;
      readonly day: number;
    }
  | { readonly kind: 'refund'; readonly event: number; readonly day: number }
  | { readonly kind: 'month_end'; readonly day: number };
