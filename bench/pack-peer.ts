/** A calendar date in Shanghai, as one who knows its zone writes it. */
const on = (column: string): string => `CAST(${column} + INTERVAL 8 HOUR AS DATE)`;

const late = (by: string, at: string, open: string): readonly string[] => [
  `SELECT order_id, operator_id, ${on(by)}, ${on(at)} FROM orders
   WHERE paid AND delay_consented_at IS NULL
     AND (${at} > ${by} OR ${at} IS NULL AND ${on(by)} < DATE '2026-01-15' AND ${open})`,
  `SELECT count(*) FROM orders
   WHERE paid AND delay_consented_at IS NULL AND (${by} IS NULL OR ${at} IS NULL AND NOT (${open}))
   HAVING count(*) > 0`,
];

/**
 * What an analyst would ask of DuckDB for the same provisions: the violating rows, and how many
 * cannot be told. No versions, no parameters by date, no expansion.
 */
export const byHand: Readonly<Record<string, readonly string[]>> = {
  'cn.ecl.art20.ship': late('ship_by', 'shipped_at', "status = 'paid'"),
  'cn.ecl.art20.deliver': late('deliver_by', 'delivered_at', "status IN ('paid', 'shipped')"),
  'cn.ecl.art49': [
    `SELECT order_id, operator_id, paid_minor, ${on('cancelled_at')} FROM orders
     WHERE paid AND cancelled_by = 'seller'`,
    `SELECT count(*) FROM orders WHERE cancelled_at IS NOT NULL AND cancelled_by IS NULL
     HAVING count(*) > 0`,
  ],
  'cn.order37.art17': [
    `SELECT l.order_line_id, ${on('o.ordered_at')}, o.operator_id, l.title, l.price_minor
     FROM order_line l LEFT JOIN orders o USING (order_id) WHERE l.preselected`,
    'SELECT count(*) FROM order_line WHERE preselected IS NULL HAVING count(*) > 0',
  ],
  'cn.crpl.art25.refusal': [
    `SELECT a.after_sale_id, ${on('o.delivered_at')}, ${on('a.requested_at')}
     FROM after_sale a JOIN orders o USING (order_id)
     WHERE a.no_reason AND a.status = 'refused'
       AND ${on('a.requested_at')} - ${on('o.delivered_at')} <= 7
       AND NOT EXISTS (SELECT 1 FROM order_line l JOIN listing g USING (listing_id)
         WHERE l.order_id = a.order_id AND g.no_return)`,
    `SELECT count(*) FROM after_sale a LEFT JOIN orders o USING (order_id)
     WHERE a.status IS NULL OR a.status = 'refused'
       AND (a.requested_at IS NULL OR o.delivered_at IS NULL) HAVING count(*) > 0`,
  ],
  'cn.fsl.art124': [
    `SELECT l.order_line_id, ${on('o.shipped_at')}, o.operator_id, l.title, l.batch, l.expires_on
     FROM order_line l JOIN orders o USING (order_id) JOIN listing g USING (listing_id)
     WHERE regexp_matches(g.category, '食品|零食|糕点|熟食|饮料|奶粉|粮油|调味|保健品|酒水')
       AND l.expires_on < coalesce(${on('o.shipped_at')}, ${on('o.paid_at')})`,
    `SELECT count(*) FROM order_line l JOIN orders o USING (order_id) JOIN listing g
       USING (listing_id)
     WHERE g.category IS NULL
       OR (l.expires_on IS NULL OR o.shipped_at IS NULL AND o.paid_at IS NULL)
       AND regexp_matches(g.category, '食品|零食|糕点|熟食|饮料|奶粉|粮油|调味|保健品|酒水')
     HAVING count(*) > 0`,
  ],
};
