import { bool, date, id, money, needing, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** When what stood below a member first came to what the law counts. */
export const crossingTables = {
  network_paid_crossing: {
    doc: {
      en: 'a member below whom 2,500,000 yuan were paid in (2013 opinions, art. 4 (2)), and when',
      zh: '下线缴费累计达二百五十万元的会员及其日期（2013年意见第四条第二项）',
    },
    key: 'member_id',
    derived: { from: ['fee.amount_minor'] },
    columns: {
      tree: text("'sponsor' or 'placement'", '网络：推荐或安置'),
      member_id: id('member', '会员'),
      threshold_minor: money('the amount asked for', '标准金额'),
      gross_minor: money(
        'paid below it in the present tree, its own included',
        '下线缴费合计（含本人）',
      ),
      net_minor: needing(money('of this, not given back', '其中未退金额'), 'fee.refunded_minor'),
      gross_on: needing(
        date('first date those below it then had paid that much', '缴费合计达标日期'),
        'fee.paid_at',
        'member.joined_at',
      ),
      net_on: needing(
        date('the same, without what had been given back by then', '扣除已退款后达标日期'),
        'fee.paid_at',
        'fee.refunded_minor',
        'member.joined_at',
      ),
      net_holds: needing(
        bool(
          'what was not given back reaches the amount at the end of the data',
          '期末净额是否仍达标',
        ),
        'fee.refunded_minor',
      ),
    },
  },
} as const satisfies Record<string, TableShape>;
