import type { Localised } from '../model/localised.ts';
import type { FoundBlock } from './dense-blocks.ts';
import type { JudgedShare } from './judge-share.ts';

/** What the cases of a ground are, and what is said of those flagged. */
const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  dense_block: [
    '属于同一批买家反复购买同一批商品的密集块',
    'lie in a dense block of buyers and listings',
  ],
  undelivered: [
    '称已签收，但没有运单、运单号与他人订单相同，或发出数分钟即签收',
    "are said to have arrived without a parcel, with a tracking number another buyer's order has " +
      'too, or within minutes of leaving',
  ],
  linked_accounts: [
    '来自共用设备、地址或支付账号的多个买家账号，或与经营者本人联系方式相同的账号',
    "are by buyer accounts that share a device, address or payment account, or the seller's own " +
      'contact',
  ],
  equal_burst: [
    '集中在同一小时、由不同买家支付相同金额',
    'fall in hours in which many buyers paid the same amount',
  ],
  money_back: [
    '货款大部分以佣金或无申请的退款返还买家',
    'had most of the price paid back to the buyer as commission or as a refund nobody asked for',
  ],
  early_reviews: [
    '的好评写于签收之前或签收后数分钟内',
    'were praised before the goods arrived or within minutes of it',
  ],
  alike_reviews: [
    '的好评文字与该经营者名下其他多个账号的评价几乎相同',
    "carry praise almost the same as that of several other accounts on this seller's goods",
  ],
  unbacked: [
    '的好评没有对应的已付订单',
    'of the praise has no paid order of its author for the listing behind it',
  ],
  linked_authors: [
    '的好评出自共用设备、地址或支付账号的多个账号',
    'of the praise is by accounts that share a device, address or payment account',
  ],
};

/** A share as a sentence; of a block, with its size and what chance would make of it. */
export function shareStatement(
  ground: string,
  { cases, out_of, expected }: JudgedShare,
  block: FoundBlock | undefined,
): Localised {
  const [zh, en] = words[ground] ?? [ground, ground];
  const usual = expected.toFixed(1);
  const size = block && ground === 'dense_block' ? blockSize(block) : { zh: '', en: '' };
  return {
    zh: `${out_of} 笔中有 ${cases} 笔${zh}；按其他对象的比例预期 ${usual} 笔。${size.zh}`,
    en: `${cases} of ${out_of} ${en}; ${usual} would be expected by the others' share.${size.en}`,
  };
}

function blockSize({ rows, columns, edges, expected }: FoundBlock): Localised {
  const [buyers, listings, usual] = [rows.length, columns.length, expected.toFixed(1)];
  return {
    zh: `块内 ${buyers} 个账号与 ${listings} 件商品之间有 ${edges} 对购买关系，随机情形下预期 ${usual} 对。`,
    en:
      ` The block joins ${buyers} accounts and ${listings} listings by ${edges} pairs, where ` +
      `${usual} would be expected by chance.`,
  };
}
