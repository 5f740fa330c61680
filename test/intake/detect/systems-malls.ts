import { dateTime, dirty, numbers, people } from './synthetic.ts';
import { at, count, decoys, someUplines } from './system.ts';
import type { System } from './system.ts';

/** PHP style, unix times, Chinese comments; a level column that fits ids by accident. */
export function phpMall(): System {
  const all = people(count, 11);
  const next = numbers(12);
  return {
    name: 'PHP mall, unix times, superior_uid',
    tables: [
      ...decoys('zz_'),
      {
        name: 'zz_user',
        comment: '用户表',
        columns: [
          'id int',
          'nickname varchar(60)',
          'mobile varchar(20)',
          'password varchar(60)',
          'level int',
          'region_id int',
          'superior_uid int // 上级用户id',
          'second_superior int // 二级上级',
          'age int',
          'create_time int',
          'update_time int',
          'login_time int',
          'is_del tinyint // 0正常 1删除',
        ],
        key: ['id'],
        rows: all.map((p) => [
          p.n + 1,
          p.name,
          p.phone,
          'x',
          1 + next(5),
          1 + next(300),
          dirty(all, p.n, (n) => String(n + 1)) ?? 0,
          p.parent === null ? 0 : (at(all, p.parent).parent ?? -1) + 1,
          18 + next(50),
          p.joined,
          p.joined + 9_000_000,
          p.joined + 5_000_000,
          0,
        ]),
      },
      {
        name: 'zz_order',
        comment: '订单表',
        columns: [
          'id int',
          'order_sn varchar(32)',
          'user_id int',
          'total_amount decimal(10,2) // 订单总额',
          'order_amount decimal(10,2) // 应付金额',
          'order_status tinyint // 0待付款 1待发货 2待收货 3已完成 4已关闭',
          'pay_status tinyint // 0未支付 1已支付',
          'pay_time int',
          'create_time int',
        ],
        key: ['id'],
        rows: Array.from({ length: 400 }, (_, i) => [
          i + 1,
          `SN${20_240_000 + i}`,
          1 + next(count),
          (next(90_000) / 100).toFixed(2),
          (next(90_000) / 100).toFixed(2),
          next(5),
          next(2),
          1_700_000_000 + i,
          1_699_999_000 + i,
        ]),
      },
      {
        name: 'zz_order_goods',
        columns: [
          'id int',
          'order_id int',
          'goods_id int',
          'goods_name varchar(99)',
          'goods_num int',
          'goods_price decimal(10,2)',
        ],
        key: ['id'],
        rows: Array.from({ length: 600 }, (_, i) => [
          i + 1,
          1 + next(400),
          1 + next(50),
          `商品${i % 50}`,
          1 + next(3),
          '9.90',
        ]),
      },
      {
        name: 'zz_goods',
        comment: '商品表',
        columns: [
          'id int',
          'name varchar(99)',
          'category_id int',
          'price decimal(10,2)',
          'market_price decimal(10,2)',
          'virtual_sales int // 虚拟销量',
          'sales int',
          'status tinyint // 0下架 1上架',
          'create_time int',
        ],
        key: ['id'],
        rows: Array.from({ length: 50 }, (_, i) => [
          i + 1,
          `商品${i}`,
          1 + next(60),
          '19.90',
          '39.90',
          next(900),
          next(50),
          1,
          1_690_000_000,
        ]),
      },
      {
        name: 'zz_withdraw',
        columns: [
          'id int',
          'user_id int',
          'money decimal(10,2)',
          'status tinyint // 1待审核 2已打款 3已拒绝',
          'create_time int',
        ],
        key: ['id'],
        rows: Array.from({ length: 90 }, (_, i) => [
          i + 1,
          1 + next(count),
          '50.00',
          1 + next(3),
          1_700_000_000 + i,
        ]),
      },
    ],
    truth: {
      upline: someUplines(all, (n) => String(n + 1)),
      member: 'zz_user',
      recruiter: 'superior_uid',
      placement: null,
      joined: 'create_time',
      order: 'zz_order',
      amount: 'order_amount',
      unit: 'major',
      others: { order_line: 'zz_order_goods', listing: 'zz_goods', withdrawal: 'zz_withdraw' },
    },
  };
}

/** English, UUID ids, camelCase, referrer as the id; money in cents. */
export function uuidShop(): System {
  const all = people(count, 51);
  const next = numbers(52);
  const id = (n: number): string =>
    `5f0c${String(n).padStart(4, '0')}-aaaa-4bbb-8ccc-${String(n * 7919).padStart(12, '0')}`;
  return {
    name: 'UUID ids, camelCase, amounts in cents',
    tables: [
      {
        name: 'users',
        columns: [
          'id uuid',
          'email varchar(80)',
          'firstName varchar(40)',
          'phoneNumber varchar(20)',
          'referrer uuid',
          'createdAt timestamp',
          'updatedAt timestamp',
          'deletedAt timestamp',
        ],
        key: ['id'],
        rows: all.map((p) => [
          id(p.n),
          `u${p.n}@example.org`,
          p.name,
          p.phone,
          dirty(all, p.n, id),
          dateTime(p.joined),
          dateTime(p.joined + 999_999),
          null,
        ]),
      },
      {
        name: 'orders',
        columns: [
          'id uuid',
          'customerId uuid',
          'state varchar(20)',
          'totalCents int',
          'createdAt timestamp',
          'paidAt timestamp',
        ],
        key: ['id'],
        rows: Array.from({ length: 300 }, (_, i) => [
          id(10_000 + i),
          id(next(count)),
          ['Paid', 'Shipped', 'Cancelled'][i % 3]!,
          12_990 + i,
          dateTime(1_650_000_000 + i),
          dateTime(1_650_000_100 + i),
        ]),
      },
      {
        name: 'order_items',
        columns: [
          'id uuid',
          'orderId uuid',
          'productId uuid',
          'title varchar(90)',
          'quantity int',
          'priceCents int',
        ],
        key: ['id'],
        rows: Array.from({ length: 400 }, (_, i) => [
          id(20_000 + i),
          id(10_000 + (i % 300)),
          id(30_000),
          'Mug',
          1,
          12_990,
        ]),
      },
      {
        name: 'sessions',
        columns: ['id uuid', 'userId uuid', 'parentSession uuid', 'createdAt timestamp'],
        key: ['id'],
        rows: Array.from({ length: 100 }, (_, i) => [
          id(40_000 + i),
          id(i),
          null,
          dateTime(1_650_000_000),
        ]),
      },
    ],
    truth: {
      sums: { 'orders.amount_minor': 300 * 12_990 + 44_850 },
      upline: someUplines(all, id),
      member: 'users',
      recruiter: 'referrer',
      joined: 'createdAt',
      order: 'orders',
      amount: 'totalCents',
      unit: 'minor',
      others: { order_line: 'order_items' },
    },
  };
}

/** No referral at all: nothing may be taken for a recruitment tree. */
export function noReferral(): System {
  const all = people(count, 121);
  const next = numbers(122);
  return {
    name: 'negative control: no referral',
    tables: [
      ...decoys('shop_'),
      {
        name: 'shop_member',
        columns: [
          'id int',
          'username varchar(40)',
          'mobile varchar(20)',
          'level_id int',
          'group_id int',
          'age int',
          'city_id int',
          'birthday date',
          'create_time datetime',
        ],
        key: ['id'],
        rows: all.map((p) => [
          p.n + 1,
          `m${p.n}`,
          p.phone,
          1 + next(5),
          1 + next(20),
          18 + next(60),
          1 + next(340),
          '1990-01-01',
          dateTime(p.joined),
        ]),
      },
      {
        name: 'shop_level',
        columns: ['id int', 'name varchar(20)'],
        key: ['id'],
        rows: [
          [1, 'a'],
          [2, 'b'],
          [3, 'c'],
          [4, 'd'],
          [5, 'e'],
        ],
      },
      {
        name: 'shop_order',
        columns: [
          'id int',
          'order_no varchar(40)',
          'member_id int',
          'parent_id int',
          'amount decimal(10,2)',
          'create_time datetime',
        ],
        key: ['id'],
        rows: Array.from({ length: 200 }, (_, i) => [
          i + 1,
          `N${i}`,
          1 + next(count),
          0,
          '12.50',
          dateTime(1_650_000_000 + i),
        ]),
      },
    ],
    truth: {
      member: 'shop_member',
      recruiter: null,
      placement: null,
      joined: 'create_time',
      order: 'shop_order',
      amount: 'amount',
      unit: 'major',
    },
  };
}

/** Vendure-like: minor units as plain integers. */
export function integerMinor(): System {
  const next = numbers(142);
  return {
    name: 'integer amounts in minor units, unexplained',
    tables: [
      {
        name: 'customer',
        columns: [
          'id int',
          'createdAt timestamp',
          'firstName varchar(30)',
          'lastName varchar(30)',
          'emailAddress varchar(60)',
          'phoneNumber varchar(20)',
        ],
        key: ['id'],
        rows: people(200, 141).map((p) => [
          p.n + 1,
          dateTime(p.joined),
          p.name,
          'x',
          `a${p.n}@example.org`,
          p.phone,
        ]),
      },
      {
        name: 'order',
        columns: [
          'id int',
          'createdAt timestamp',
          'code varchar(20)',
          'state varchar(20)',
          'orderPlacedAt timestamp',
          'customerId int',
          'subTotal int',
          'subTotalWithTax int',
          'shipping int',
        ],
        key: ['id'],
        rows: Array.from({ length: 150 }, (_, i) => [
          i + 1,
          dateTime(1_650_000_000 + i),
          `T_${i}X`,
          ['PaymentSettled', 'Shipped', 'Cancelled'][i % 3]!,
          dateTime(1_650_000_000 + i),
          1 + next(200),
          10_499 + next(9000),
          12_599 + next(9000),
          500,
        ]),
      },
      {
        name: 'order_line',
        columns: [
          'id int',
          'createdAt timestamp',
          'quantity int',
          'listPrice int',
          'orderId int',
          'productVariantId int',
        ],
        key: ['id'],
        rows: Array.from({ length: 220 }, (_, i) => [
          i + 1,
          dateTime(1_650_000_000 + i),
          1 + next(3),
          10_499,
          1 + next(150),
          1 + next(30),
        ]),
      },
    ],
    truth: {
      member: 'customer',
      recruiter: null,
      joined: 'createdAt',
      order: 'order',
      unit: 'minor',
      others: { order_line: 'order_line' },
    },
  };
}
