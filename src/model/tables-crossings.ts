import { bool, date, id, int, money, needing, text } from './table-shape.ts';
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
  network_exit: {
    doc: {
      en: 'a member who left and still earned, and what stood below it then (sponsor tree)',
      zh: '退出后仍获取报酬的会员及当时的下线（推荐网络）',
    },
    key: 'member_id',
    derived: { from: ['member.left_at'] },
    columns: {
      member_id: id('member', '会员'),
      left_on: date('when it left', '退出日期'),
      last_earned_on: needing(
        date('last day after leaving on which it earned', '退出后最后获酬日期'),
        'commission.accrued_at',
      ),
      earned_after_minor: needing(
        money('earned after it left', '退出后所获报酬'),
        'commission.amount_minor',
        'commission.accrued_at',
      ),
      people_when_left: needing(
        int('accounts below it when it left, its own included', '退出时下线人数（含本人）'),
        'member.joined_at',
      ),
      levels_when_left: needing(
        int('levels then, its own included', '退出时层级数（含本层）'),
        'member.joined_at',
      ),
      people_when_last_earned: needing(
        int('accounts when it last earned', '最后获酬时下线人数（含本人）'),
        'member.joined_at',
      ),
      levels_when_last_earned: needing(
        int('levels when it last earned', '最后获酬时层级数（含本层）'),
        'member.joined_at',
      ),
    },
  },
} as const satisfies Record<string, TableShape>;
