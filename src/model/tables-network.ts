import { date, id, int, money, needing, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/**
 * What the network kernels compute. People and levels are counted inclusively (the member
 * itself and its own level), as the 2013 opinions on pyramid-selling cases, art. 7, do.
 */
export const networkTables = {
  network_member: {
    doc: { en: 'one member in one recruitment tree', zh: '会员在推荐网络中的位置' },
    key: 'member_id',
    derived: { from: ['member.recruiter_id', 'member.placement_id'] },
    columns: {
      tree: text("'sponsor' or 'placement'", '网络：推荐或安置'),
      member_id: id('member', '会员'),
      parent_id: id('whom it hangs under after repairs; null for a root', '上级（修复后）'),
      root_id: id('top of its structure', '所在网络顶点'),
      level: int('own level, root = 1', '所处层级'),
      direct: int('direct recruits', '直推人数'),
      people: int('accounts in the subtree, itself included', '下线人数（含本人）'),
      levels: int('levels of the subtree, its own included', '下线层级数（含本层）'),
      joined_on: needing(date('calendar date it joined', '加入日期'), 'member.joined_at'),
      people_15_on: needing(date('first date with 15 people', '达15人日期'), 'member.joined_at'),
      people_30_on: needing(date('first date with 30 people', '达30人日期'), 'member.joined_at'),
      people_60_on: needing(date('first date with 60 people', '达60人日期'), 'member.joined_at'),
      people_120_on: needing(date('first date with 120 people', '达120人日期'), 'member.joined_at'),
      levels_3_on: needing(date('first date with 3 levels', '达三级日期'), 'member.joined_at'),
      crossed_15_3_on: needing(
        date('first date with both 15 people and 3 levels', '达15人且三级日期'),
        'member.joined_at',
      ),
      crossed_30_3_on: needing(
        date('first date with both 30 people and 3 levels', '达30人且三级日期'),
        'member.joined_at',
      ),
      paid_in_minor: needing(money('fees it paid', '本人缴费'), 'fee.amount_minor'),
      earned_minor: needing(money('commission it earned', '本人佣金'), 'commission.amount_minor'),
      subtree_paid_in_minor: needing(
        money('fees paid in its subtree', '下线缴费合计（含本人）'),
        'fee.amount_minor',
      ),
      subtree_earned_minor: needing(
        money('commission earned in its subtree', '下线佣金合计（含本人）'),
        'commission.amount_minor',
      ),
    },
  },
  network_tree: {
    doc: { en: 'one recruitment tree as a whole', zh: '推荐网络总览' },
    key: 'tree',
    derived: { from: ['member.recruiter_id', 'member.placement_id'] },
    columns: {
      tree: text("'sponsor' or 'placement'", '网络'),
      members: int('members', '会员数'),
      roots: int('structures', '顶点数'),
      levels: int('deepest level', '最大层级'),
      candidates: int('members with 30 people and 3 levels', '达30人三级的会员数'),
      edges: int('members with an upline', '有上级的会员数'),
    },
  },
} as const satisfies Record<string, TableShape>;
