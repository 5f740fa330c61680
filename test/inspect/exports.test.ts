import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { inFolder, inspectPaths } from '../support/inspected.ts';

async function inspectFile(name: string, content: string | Uint8Array): Promise<Report> {
  return await inFolder(async (folder) => {
    writeFileSync(join(folder, name), content);
    return await inspectPaths([join(folder, name)]);
  });
}

const quoted = (value: string): string =>
  /[",\n]/.test(value) && !value.startsWith('=') ? `"${value.replaceAll('"', '""')}"` : value;
const lines = (columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]) =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((row) => `${row.map(quoted).join(',')}\r\n`)
    .join('');
const major = (minor: number): string => (minor / 100).toFixed(2);
const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);

describe('已卖出的宝贝 of Taobao, in GBK', async () => {
  const columns =
    '订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,联系手机,' +
    '订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称,卖家服务费';
  const states = ['交易成功', '卖家已发货，等待买家确认', '等待买家付款', '交易关闭'];
  const orders = Array.from({ length: 40 }, (_, i) => ({
    i,
    due: 1990 + i * 130,
    paid: i % 4 < 2,
  }));
  const text = lines(
    columns.split(','),
    orders.map(({ i, due, paid }) => ({
      订单编号: `="19300000000000${10_000 + i}"`,
      买家会员名: `买家${i % 7}`,
      买家应付货款: major(due - 500),
      买家应付邮费: '5.00',
      总金额: major(due),
      买家实际支付金额: paid ? major(due) : '0.00',
      订单状态: states[i % 4]!,
      联系手机: `'1380000${1000 + i}`,
      订单创建时间: `2016/5/${1 + (i % 28)} 22:02`,
      订单付款时间: paid ? `2016/5/${1 + (i % 28)} 22:05` : '',
      宝贝标题: '连衣裙',
      宝贝总数量: '1',
      卖家服务费: '0元',
    })),
  );
  const report = await inspectFile('ExportOrderList201605.csv', gbk(text));

  it('is decoded, and adds up to the cent', () => {
    expect(report.files[0]?.charset).toBe('gb18030');
    expect(report.raw_tables.map(({ read, refused }) => [read, refused])).toEqual([[40, 0]]);
    expect(report.money.orders).toBe(total(orders.map(({ due }) => due)));
    expect(report.money.orders_paid).toBe(
      total(orders.filter(({ paid }) => paid).map(({ due }) => due)),
    );
    expect(report.money.counts).toMatchObject({ orders: 40, orders_paid: 20 });
  });
});

/** Encodes with the platform's decoder turned round: two bytes for each of GBK's characters. */
function gbk(text: string): Uint8Array {
  const codes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((c) => codes.get(c) ?? [c.codePointAt(0)!]));
}

describe('orders of Shopify: order columns on the first line only', async () => {
  const columns =
    'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,' +
    'Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,' +
    'Lineitem sku,Billing Name,Billing Zip,Refunded Amount,Vendor,Outstanding Balance,Id,Source';
  const states = ['paid', 'partially_refunded', 'pending'];
  const orders = Array.from({ length: 30 }, (_, i) => ({
    i,
    due: 4000 + i * 11,
    paid: i % 3 < 2,
    refunded: i % 3 === 1 ? 1000 : 0,
    lines: 1 + (i % 3),
  }));
  const rows = orders.flatMap(({ i, due, paid, refunded, lines: count }) =>
    Array.from({ length: count }, (_, line) => ({
      Name: `#${1001 + i}`,
      Email: `c${i % 5}@example.com`,
      'Created at': '2025-10-07 09:50:26 +0200',
      'Lineitem quantity': '1',
      'Lineitem name': 'Thing "A", large',
      'Lineitem price': '12.00',
      'Lineitem compare at price': '15.00',
      'Lineitem sku': `S${line}`,
      Vendor: 'V',
      ...(line === 0 && {
        'Financial Status': states[i % 3]!,
        'Paid at': paid ? '2025-10-07 09:51:00 +0200' : '',
        Currency: 'EUR',
        Subtotal: major(due - 500),
        Shipping: '5.00',
        Taxes: '0.00',
        Total: major(due),
        'Billing Zip': "'75008",
        'Refunded Amount': major(refunded),
        'Outstanding Balance': '0.00',
        Id: String(5_500_000_000_000 + i),
        Source: 'web',
      }),
    })),
  );
  const report = await inspectFile('orders_export_1.csv', lines(columns.split(','), rows));

  it('holds an order a name and a line a row', () => {
    expect(report.tables['order']?.read).toBe(30);
    expect(report.tables['order_line']?.read).toBe(rows.length);
  });

  it('adds up in the currency it names', () => {
    expect(report.money.currency).toBe('EUR');
    expect(report.money.orders).toBe(total(orders.map(({ due }) => due)));
    expect(report.money.orders_paid).toBe(
      total(orders.filter(({ paid }) => paid).map(({ due }) => due)),
    );
    expect(report.money.refunds).toBe(total(orders.map(({ refunded }) => refunded)));
  });
});

describe('orders of TikTok Shop: a row of explanations, currency beside amounts', async () => {
  const columns =
    'Order ID,Order Status,Order Substatus,SKU ID,Seller SKU,Product Name,Variation,Quantity,' +
    'SKU Unit Original Price,SKU Subtotal After Discount,Order Amount,Order Refund Amount,' +
    'Created Time,Paid Time,Shipped Time,Delivered Time,Buyer Username,Tracking ID,Package ID';
  const names = columns.split(',');
  const orders = Array.from({ length: 25 }, (_, i) => ({
    i,
    due: 2000 + i * 55,
    paid: i % 5 > 0,
    refunded: i % 10 === 3 ? 700 : 0,
  }));
  const explained = Object.fromEntries(names.map((name) => [name, `Explains ${name} here.`]));
  const rows = orders.flatMap(({ i, due, paid, refunded }) =>
    Array.from({ length: 1 + (i % 2) }, (_, line) => ({
      'Order ID': `${576_460_000_000 + i}\t`,
      'Order Status': paid ? 'Completed' : 'Canceled',
      'SKU ID': `17294000${line}\t`,
      'Product Name': 'Mug',
      Quantity: '1',
      'SKU Unit Original Price': 'USD 12.00',
      'SKU Subtotal After Discount': 'USD 12.00',
      'Order Amount': `USD ${major(due)}`,
      'Order Refund Amount': refunded > 0 ? `USD ${major(refunded)}` : '',
      'Created Time': `03/${String(1 + i).padStart(2, '0')}/2024 5:06:07 PM\t`,
      'Paid Time': paid ? `03/${String(1 + i).padStart(2, '0')}/2024 5:07:07 PM\t` : '',
      'Buyer Username': `b${i % 6}`,
      'Tracking ID': 'T1',
    })),
  );
  const text = `\ufeff${lines(names, [explained, ...rows])}`;
  const report = await inspectFile('All order-2024-03.csv', text);

  it('passes over the explanations and reads every date and amount', () => {
    const codes = report.issues.map(({ code }) => code);
    expect(codes).toContain('csv.description_row');
    expect(codes).not.toContain('mapping.value_unreadable');
    expect(report.as_of).toBe('2024-03-25');
  });

  it('adds up by order, in the currency written beside the amounts', () => {
    expect(report.money.currency).toBe('USD');
    expect(report.money.counts).toMatchObject({ orders: 25, orders_paid: 20 });
    expect(report.money.orders).toBe(total(orders.map(({ due }) => due)));
    expect(report.money.orders_paid).toBe(
      total(orders.filter(({ paid }) => paid).map(({ due }) => due)),
    );
    expect(report.money.refunds).toBe(total(orders.map(({ refunded }) => refunded)));
  });
});
