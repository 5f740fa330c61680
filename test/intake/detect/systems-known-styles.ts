import { dateTime, dirty, numbers, people } from './synthetic.ts';
import { count, someUplines } from './system.ts';
import type { System } from './system.ts';

/** Spring style: fen by COMMENT; the tree in a brokerage table keyed by the user itself. */
export function springBrokerage(): System {
  const all = people(count, 301);
  const next = numbers(302);
  return {
    name: 'Spring mall, fen by comment, brokerage_user(id, bind_user_id)',
    tables: [
      {
        name: 'member_user',
        comment: '会员用户',
        columns: [
          'id bigint',
          'mobile varchar(11)',
          'password varchar(100)',
          'status tinyint // 状态',
          'nickname varchar(30)',
          'level_id bigint',
          'group_id bigint',
          'create_time datetime',
          'update_time datetime',
          'deleted bit(1) // 是否删除',
        ],
        key: ['id'],
        rows: all.map((p) => [
          p.n + 247,
          p.phone,
          'x',
          0,
          p.name,
          1,
          1,
          dateTime(p.joined),
          dateTime(p.joined + 99),
          0,
        ]),
      },
      {
        name: 'trade_brokerage_user',
        comment: '分销用户',
        columns: [
          'id bigint // 用户编号',
          'bind_user_id bigint // 推广员编号',
          'bind_user_time datetime // 推广员绑定时间',
          'brokerage_enabled bit(1)',
          'brokerage_price int',
          'frozen_price int',
          'create_time datetime',
        ],
        key: ['id'],
        rows: all.flatMap((p) => {
          const up = dirty(all, p.n, (n) => String(n + 247));
          return up === null
            ? []
            : [[p.n + 247, up, dateTime(p.joined + 5), 1, 0, 0, dateTime(p.joined + 5)]];
        }),
      },
      {
        name: 'trade_order',
        comment: '交易订单',
        columns: [
          'id bigint',
          'no varchar(32) // 订单流水号',
          'user_id bigint',
          'status int // 订单状态:0 待支付,10 待发货,20 已发货,30 已完成,40 已取消',
          'total_price int // 商品原价(总),单位:分',
          'pay_status bit(1) // 是否已支付:[0:未支付 1:已经支付过]',
          'pay_price int // 应付金额(总),单位:分',
          'pay_time datetime',
          'create_time datetime',
        ],
        key: ['id'],
        rows: Array.from({ length: 200 }, (_, i) => [
          i + 1,
          `o2024${i}`,
          247 + next(count),
          [0, 10, 20, 30, 40][next(5)]!,
          19_900,
          1,
          17_900,
          dateTime(1_650_000_000 + i),
          dateTime(1_650_000_000 + i),
        ]),
      },
      {
        name: 'trade_brokerage_record',
        comment: '佣金记录',
        columns: [
          'id int',
          'user_id bigint // 用户编号',
          'biz_id varchar(64) // 业务编号',
          'biz_type tinyint // 业务类型:1 获得推广佣金,2 提现申请',
          'price int // 金额',
          'source_user_id bigint // 来源用户编号',
          'source_user_level int // 来源用户等级',
          'status tinyint // 状态:0 待结算,1 已结算,2 已取消',
          'create_time datetime',
        ],
        key: ['id'],
        rows: Array.from({ length: 300 }, (_, i) => [
          i + 1,
          247 + next(count),
          String(1 + next(200)),
          1,
          1990,
          247 + next(count),
          1 + next(2),
          next(3),
          dateTime(1_650_000_000 + i),
        ]),
      },
    ],
    truth: {
      sums: { 'commission.amount_minor': 300 * 1990, 'orders.paid_minor': 200 * 17_900 },
      upline: someUplines(all, (n) => String(n + 247)),
      member: 'member_user',
      recruiter: 'trade_brokerage_user.bind_user_id',
      joined: 'create_time',
      order: 'trade_order',
      unit: 'minor',
      others: { commission: 'trade_brokerage_record' },
    },
  };
}

/** Three leader columns, a rebate log, staff called users too. */
export function threeLeaders(): System {
  const all = people(count, 311);
  const next = numbers(312);
  const up = (n: number | null, steps: number): number => {
    let at = n;
    for (let i = 0; i < steps && at !== null; i += 1) at = all[at]?.parent ?? null;
    return at === null ? 0 : at + 1;
  };
  return {
    name: 'first, second and third leader; rebate log',
    tables: [
      {
        name: 'tp_users',
        columns: [
          'user_id int',
          'email varchar(60)',
          'mobile varchar(20)',
          'password varchar(32)',
          'reg_time int',
          'last_login int',
          'level int',
          'is_distribut tinyint',
          'first_leader int // 第一个上级',
          'second_leader int // 第二个上级',
          'third_leader int // 第三个上级',
          'underling_number int',
        ],
        key: ['user_id'],
        rows: all.map((p) => [
          p.n + 1,
          `${p.n}@example.org`,
          p.phone,
          'x',
          p.joined,
          p.joined + 500_000,
          1 + (p.n % 5),
          1,
          up(p.n, 1),
          up(p.n, 2),
          up(p.n, 3),
          0,
        ]),
      },
      {
        name: 'tp_admin',
        columns: [
          'admin_id int',
          'user_name varchar(60)',
          'password varchar(60)',
          'role_id int',
          'parent_id int',
          'add_time int',
        ],
        key: ['admin_id'],
        rows: Array.from({ length: 20 }, (_, i) => [i + 1, `a${i}`, 'x', 1, i, 1_500_000_000]),
      },
      {
        name: 'tp_rebate_log',
        columns: [
          'id int',
          'user_id int // 获佣用户',
          'buy_user_id int // 购买人id',
          'order_sn varchar(30)',
          'order_id int',
          'goods_price decimal(10,2)',
          'money decimal(10,2) // 获佣金额',
          'level tinyint // 获佣用户级别',
          'create_time int',
          'status tinyint // 0未付款,1已付款,2等待分成,3已分成,4已取消',
          'confirm_time int',
        ],
        key: ['id'],
        rows: Array.from({ length: 300 }, (_, i) => [
          i + 1,
          1 + next(count),
          1 + next(count),
          `S${i}`,
          1 + next(100),
          '100.00',
          '10.00',
          1 + (i % 3),
          1_650_000_000 + i,
          3,
          1_650_500_000,
        ]),
      },
      {
        name: 'tp_order',
        columns: [
          'order_id int',
          'order_sn varchar(30)',
          'user_id int',
          'order_status tinyint // 0待确认 1已确认 2已收货 3已取消 4已完成',
          'pay_status tinyint',
          'shipping_price decimal(10,2)',
          'order_amount decimal(10,2) // 应付款金额',
          'total_amount decimal(10,2) // 订单总价',
          'add_time int',
          'pay_time int',
          'parent_sn varchar(30)',
        ],
        key: ['order_id'],
        rows: Array.from({ length: 100 }, (_, i) => [
          i + 1,
          `S${i}`,
          1 + next(count),
          next(5),
          next(2),
          '5.00',
          '95.00',
          '100.00',
          1_650_000_000 + i,
          1_650_000_100 + i,
          '',
        ]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'tp_users',
      recruiter: 'first_leader',
      placement: null,
      joined: 'reg_time',
      order: 'tp_order',
      amount: 'order_amount',
      unit: 'major',
      others: { commission: 'tp_rebate_log' },
    },
  };
}

/** Recruiter in `agentid`, orders and applications keyed by openid. */
export function openidShop(): System {
  const all = people(count, 321);
  const next = numbers(322);
  const openid = (n: number): string => `oX${String(n * 7919 + 104_729).padStart(12, 'q')}`;
  return {
    name: 'WeChat shop, orders by openid',
    tables: [
      {
        name: 'ims_shop_member',
        columns: [
          'id int',
          'uniacid int',
          'openid varchar(50)',
          'realname varchar(20)',
          'mobile varchar(11)',
          'agentid int',
          'isagent tinyint',
          'agenttime int',
          'createtime int',
          'level int',
          'isblack tinyint',
          'credit1 decimal(10,2)',
        ],
        key: ['id'],
        rows: all.map((p) => [
          p.n + 1,
          2,
          openid(p.n),
          p.name,
          p.phone,
          dirty(all, p.n, (n) => String(n + 1)) ?? 0,
          1,
          p.joined + 10,
          p.joined,
          0,
          0,
          '0.00',
        ]),
      },
      {
        name: 'ims_shop_order',
        columns: [
          'id int',
          'uniacid int',
          'openid varchar(50)',
          'agentid int',
          'ordersn varchar(30)',
          'price decimal(10,2)',
          'goodsprice decimal(10,2)',
          'status tinyint',
          'createtime int',
          'paytime int',
        ],
        key: ['id'],
        rows: Array.from({ length: 200 }, (_, i) => [
          i + 1,
          2,
          openid(next(count)),
          1 + next(count),
          `SH${i}`,
          '66.00',
          '60.00',
          next(4),
          1_650_000_000 + i,
          1_650_000_100 + i,
        ]),
      },
      {
        name: 'ims_shop_goods',
        columns: [
          'id int',
          'uniacid int',
          'title varchar(99)',
          'marketprice decimal(10,2)',
          'productprice decimal(10,2)',
          'sales int',
          'createtime int',
        ],
        key: ['id'],
        rows: Array.from({ length: 20 }, (_, i) => [
          i + 1,
          2,
          `货${i}`,
          '60.00',
          '90.00',
          5,
          1_640_000_000,
        ]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'ims_shop_member',
      recruiter: 'agentid',
      placement: null,
      joined: 'createtime',
      order: 'ims_shop_order',
      unit: 'major',
    },
  };
}

/** Recruiter by invite code typed in lower quality data: blanks, dashes, '无'. */
export function uplineJson(): System {
  const all = people(count, 331);
  return {
    name: 'csv chain, nearest first, in a table called accounts',
    tables: [
      {
        name: 'crm_accounts',
        columns: [
          'account_no varchar(20)',
          'holder varchar(40)',
          'cell varchar(20)',
          'ancestor_relation varchar(500)',
          'opened_on date',
          'rank varchar(20)',
        ],
        key: ['account_no'],
        rows: all.map((p) => {
          const chain: string[] = [];
          for (let up = p.parent; up !== null; up = all[up]?.parent ?? null)
            chain.push(`AC${up + 1000}`);
          return [
            `AC${p.n + 1000}`,
            p.name,
            p.phone,
            chain.join(','),
            dateTime(p.joined).slice(0, 10),
            'gold',
          ];
        }),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => `AC${n + 1000}`),
      member: 'crm_accounts',
      recruiter: 'ancestor_relation[first]',
      joined: 'opened_on',
    },
  };
}
