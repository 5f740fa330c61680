import { dateTime, dirty, numbers, people } from './synthetic.ts';
import { count } from './system.ts';
import type { System } from './system.ts';

/** Shopify: order-level fields on the first line of each Name only. */
export function shopify(): System {
  const rows = Array.from({ length: 200 }, (_, i) => {
    const first = i % 3 !== 2;
    const order = Math.floor(i / 3) * 2 + (i % 3 === 0 ? 0 : 1);
    return [
      `#${1001 + order}`,
      first ? `b${order % 40}@example.org` : '',
      first ? 'paid' : '',
      first ? '2025-10-07 09:50:26 +0200' : '',
      first ? 'fulfilled' : '',
      first ? 'EUR' : '',
      first ? '45.00' : '',
      first ? '49.90' : '',
      first ? '2025-10-07 09:40:00 +0200' : '',
      1,
      `Mug ${i % 9}`,
      '24.95',
      i % 2 ? '39.00' : '',
      first ? '0.00' : '',
      first ? String(5_500_000_000_000 + order) : '',
    ];
  });
  return {
    name: 'Shopify order export',
    tables: [
      {
        name: 'orders_export_1.csv',
        columns: [
          'Name',
          'Email',
          'Financial Status',
          'Paid at',
          'Fulfillment Status',
          'Currency',
          'Subtotal',
          'Total',
          'Created at',
          'Lineitem quantity',
          'Lineitem name',
          'Lineitem price',
          'Lineitem compare at price',
          'Refunded Amount',
          'Id',
        ],
        rows,
      },
    ],
    truth: {
      sums: { 'orders.amount_minor': 134 * 4990 },
      member: null,
      recruiter: null,
      order: 'orders_export_1.csv',
      amount: 'Total',
      unit: 'major',
      others: { order_line: 'orders_export_1.csv' },
    },
  };
}

/** Taobao: 已卖出的宝贝. */
export function taobao(): System {
  const next = numbers(202);
  return {
    name: 'Taobao ExportOrderList',
    tables: [
      {
        name: 'ExportOrderList20240101',
        columns: [
          '订单编号',
          '买家会员名',
          '买家支付宝账号',
          '买家应付货款',
          '买家应付邮费',
          '总金额',
          '买家实际支付金额',
          '订单状态',
          '收货人姓名',
          '联系手机',
          '订单创建时间',
          '订单付款时间',
          '宝贝标题',
          '宝贝总数量',
          '店铺Id',
          '店铺名称',
        ],
        rows: Array.from({ length: 120 }, (_, i) => [
          `19300000000000${1000 + i}`,
          `tb${i % 50}`,
          `${i}@qq.com`,
          '88.00',
          '0.00',
          '88.00',
          '88.00',
          ['交易成功', '交易关闭', '等待买家付款'][next(3)]!,
          '张**',
          `1380000${1000 + i}`,
          '2016/5/23 22:02',
          '2016/5/23 22:03',
          `面膜${i % 5}`,
          1,
          '0',
          '小店',
        ]),
      },
    ],
    truth: {
      sums: { 'orders.amount_minor': 120 * 8800 },
      member: null,
      recruiter: null,
      order: 'ExportOrderList20240101',
      amount: '总金额',
      unit: 'major',
    },
  };
}

/** TikTok Shop: a line a row, the order's amount repeated. */
export function tiktok(): System {
  return {
    name: 'TikTok Shop order export',
    tables: [
      {
        name: 'All order-2024',
        columns: [
          'Order ID',
          'Order Status',
          'Order Substatus',
          'SKU ID',
          'Seller SKU',
          'Product Name',
          'Variation',
          'Quantity',
          'SKU Unit Original Price',
          'SKU Subtotal Before Discount',
          'SKU Subtotal After Discount',
          'Shipping Fee After Discount',
          'Taxes',
          'Order Amount',
          'Order Refund Amount',
          'Created Time',
          'Paid Time',
          'Shipped Time',
          'Delivered Time',
          'Buyer Username',
          'Recipient',
          'Phone #',
          'Tracking ID',
          'Shipping Provider Name',
        ],
        rows: Array.from({ length: 150 }, (_, i) => [
          `5766${100_000 + Math.floor(i / 2)}`,
          ['Completed', 'Shipped', 'Canceled'][i % 3]!,
          '',
          `17${i % 9}`,
          'S',
          `Serum ${i % 9}`,
          'red',
          1,
          '19.90',
          '19.90',
          '17.90',
          '3.00',
          '0',
          '38.80',
          '0',
          '2024/05/06 10:00:00',
          '2024/05/06 10:01:00',
          '',
          '',
          `buyer${i % 30}`,
          'X',
          '(+1)99',
          'T1',
          'UPS',
        ]),
      },
    ],
    truth: {
      sums: { 'orders.amount_minor': 75 * 3880, 'order_line.price_minor': 150 * 1990 },
      member: null,
      recruiter: null,
      order: 'All order-2024',
      amount: 'Order Amount',
      unit: 'major',
      others: { order_line: 'All order-2024' },
    },
  };
}

/** Douyin: one row a sub-order, each with its own amount. */
export function douyin(): System {
  return {
    name: 'Douyin export, a row per sub-order',
    tables: [
      {
        name: '订单导出',
        columns: [
          '主订单编号',
          '子订单编号',
          '选购商品',
          '商品规格',
          '商品数量',
          '商品ID',
          '商品单价',
          '订单应付金额',
          '运费',
          '达人ID',
          '达人昵称',
          '订单提交时间',
          '支付完成时间',
          '订单状态',
          '售后状态',
        ],
        rows: Array.from({ length: 150 }, (_, i) => [
          `69${1_000_000 + Math.floor(i / 2)}`,
          `69${1_000_000 + Math.floor(i / 2)}A${i % 2}`,
          `口红${i % 9}`,
          '红',
          1,
          `35${i % 9}`,
          '59.00',
          i % 2 ? '59.00' : '118.00',
          '0',
          '777',
          '达人甲',
          '2024-05-06 10:00:00',
          '2024-05-06 10:01:00',
          '已完成',
          '-',
        ]),
      },
    ],
    truth: {
      sums: { 'orders.amount_minor': 75 * 17_700 },
      member: null,
      recruiter: null,
      order: '订单导出',
      amount: '订单应付金额',
      unit: 'major',
      others: { order_line: '订单导出' },
    },
  };
}

/** One sheet and nothing else: names, phones, the recruiter written by phone. */
export function oneSheet(): System {
  const all = people(count, 211);
  return {
    name: 'one sheet, recruiter by phone',
    tables: [
      {
        name: 'Sheet1',
        columns: ['姓名', '手机', '上级手机', '团队', '加入日期', '投资额'],
        rows: all.map((p) => [
          p.name,
          p.phone,
          dirty(all, p.n, (n) => all[n]?.phone ?? `1990000${n}`) ?? '',
          '一部',
          dateTime(p.joined).slice(0, 10),
          '5000',
        ]),
      },
    ],
    truth: { member: 'Sheet1', recruiter: '上级手机', joined: '加入日期' },
  };
}
