/** A question as two statements: the violating rows, and how many subjects cannot be decided. */
export interface ByHand {
  readonly rows: string;
  readonly undecided: string;
}

/** A calendar date in Shanghai, as one who knows its zone writes it. */
const on = (column: string): string => `CAST(${column} + INTERVAL 8 HOUR AS DATE)`;

const day = "DATE '2026-01-15'";

const food = '食品|零食|糕点|熟食|饮料|奶粉|粮油|调味|保健品|酒水';

const shippedLate: ByHand = {
  rows: `SELECT order_id, ${on('ship_by')}, operator_id, ${on('shipped_at')},
      ${on('cancelled_at')} FROM orders
    WHERE paid AND delay_consented_at IS NULL
      AND (shipped_at > ship_by OR shipped_at IS NULL AND ${on('ship_by')} < ${day}
        AND (cancelled_at > ship_by OR cancelled_at IS NULL AND status = 'paid'))`,
  undecided: `SELECT count(*) AS n FROM orders
    WHERE paid IS NOT FALSE AND delay_consented_at IS NULL
      AND (ship_by IS NULL OR shipped_at > ship_by AND paid IS NULL
        OR shipped_at IS NULL AND ${on('ship_by')} < ${day}
          AND (cancelled_at > ship_by AND paid IS NULL
            OR cancelled_at IS NULL AND (paid AND status = 'paid') IS NOT TRUE))`,
};

const deliveredLate: ByHand = {
  rows: `SELECT order_id, ${on('deliver_by')}, operator_id, ${on('shipped_at')},
      ${on('delivered_at')} FROM orders
    WHERE paid AND delay_consented_at IS NULL AND cancelled_at IS NULL
      AND (delivered_at > deliver_by
        OR delivered_at IS NULL AND ${on('deliver_by')} < ${day}
          AND status IN ('paid', 'shipped'))`,
  undecided: `SELECT count(*) AS n FROM orders
    WHERE paid IS NOT FALSE AND delay_consented_at IS NULL AND cancelled_at IS NULL
      AND (status IN ('cancelled', 'refunded')) IS NOT TRUE
      AND (deliver_by IS NULL OR delivered_at > deliver_by AND paid IS NULL
        OR delivered_at IS NULL AND ${on('deliver_by')} < ${day}
          AND (paid AND status IN ('paid', 'shipped')) IS NOT TRUE)`,
};

/** Food sold past its date; goods without a category, or with a number for one, may be food. */
const expired: ByHand = {
  rows: `SELECT l.order_line_id, coalesce(${on('o.shipped_at')}, ${on('o.paid_at')}), l.order_id,
      o.operator_id, l.title, l.batch, l.expires_on, ${on('o.shipped_at')}
    FROM order_line l JOIN orders o USING (order_id) JOIN listing g USING (listing_id)
    WHERE regexp_matches(g.category, '${food}')
      AND l.expires_on < coalesce(${on('o.shipped_at')}, ${on('o.paid_at')})
      AND (o.shipped_at IS NOT NULL OR o.status IS DISTINCT FROM 'cancelled')`,
  undecided: `SELECT count(DISTINCT l.order_line_id) AS n
    FROM order_line l LEFT JOIN orders o USING (order_id) LEFT JOIN listing g USING (listing_id)
    WHERE (o.shipped_at IS NOT NULL OR o.status IS DISTINCT FROM 'cancelled')
      AND CASE WHEN g.category IS NULL OR regexp_full_match(g.category, '[0-9,; ]*')
        THEN l.expires_on < coalesce(${on('o.shipped_at')}, ${on('o.paid_at')})
        ELSE regexp_matches(g.category, '${food}')
          AND (l.expires_on IS NULL OR o.shipped_at IS NULL AND o.paid_at IS NULL
            AND o.status IS DISTINCT FROM 'unpaid') END`,
};

/** Refusals within the term, but of goods that may not be returned. */
const refused: ByHand = {
  rows: `SELECT a.after_sale_id, coalesce(${on('a.answered_at')}, ${on('a.requested_at')}),
      a.order_id, ${on('o.delivered_at')}, ${on('a.requested_at')}, a.refusal_reason
    FROM after_sale a JOIN orders o USING (order_id)
    WHERE coalesce(a.no_reason, regexp_matches(a.reason, '无理由|no reason'))
      AND a.status = 'refused'
      AND ${on('a.requested_at')} - ${on('o.delivered_at')} <= 7
      AND NOT EXISTS (SELECT 1 FROM order_line l JOIN listing g USING (listing_id)
        WHERE l.order_id = a.order_id AND g.no_return)`,
  undecided: `SELECT count(DISTINCT a.after_sale_id) AS n
    FROM after_sale a LEFT JOIN orders o USING (order_id)
    WHERE a.status IS NULL AND coalesce(a.no_reason, regexp_matches(a.reason, '无理由|no reason'))
      OR a.status = 'refused'
        AND coalesce(a.no_reason, regexp_matches(a.reason, '无理由|no reason'), TRUE)
        AND (a.no_reason IS NULL AND a.reason IS NULL
          AND (${on('a.requested_at')} - ${on('o.delivered_at')} <= 7) IS NOT FALSE
          OR a.requested_at IS NULL OR o.delivered_at IS NULL)`,
};

/**
 * What an analyst would ask of DuckDB for the same provisions. The bench refuses answers that are
 * not the same. No versions, no parameters by date, no expansion, and no need named.
 */
export const byHand: Readonly<Record<string, ByHand>> = {
  'cn.ecl.art20.ship': shippedLate,
  'cn.ecl.art20.deliver': deliveredLate,
  'cn.ecl.art49': {
    rows: `SELECT order_id, operator_id, paid_minor, ${on('cancelled_at')} FROM orders
      WHERE paid AND cancelled_by = 'seller'`,
    undecided: `SELECT count(*) AS n FROM orders
      WHERE cancelled_by = 'seller' AND paid IS NULL
        OR cancelled_at IS NOT NULL AND cancelled_by IS NULL AND paid IS NOT FALSE`,
  },
  'cn.order37.art17': {
    rows: `SELECT l.order_line_id, ${on('o.ordered_at')}, l.order_id, o.operator_id, l.title,
        l.quantity, l.price_minor
      FROM order_line l LEFT JOIN orders o USING (order_id) WHERE l.preselected`,
    undecided: 'SELECT count(*) AS n FROM order_line WHERE preselected IS NULL',
  },
  'cn.crpl.art25.refusal': refused,
  'cn.fsl.art124': expired,
};
