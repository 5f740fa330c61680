import type { Localised } from '../model/localised.ts';
import type { TableName } from '../model/tables.ts';

interface EventKindShape {
  readonly doc: Localised;
  /** Tables whose rows it may bring, the one it is about first. */
  readonly tables: readonly TableName[];
  /** Columns of that table that are the event's own `at` where a row leaves them out. */
  readonly at?: string;
}

const orderTables = [
  'order',
  'order_line',
  'shipment',
  'after_sale',
  'group_buy',
  'share',
  'fee',
  'commission',
] as const satisfies readonly TableName[];

/** What can happen on a platform, and rows of which canonical tables say it. */
export const eventKinds = {
  'member.joined': {
    doc: { en: 'an account was created', zh: '会员注册' },
    tables: ['member', 'account_link', 'verification'],
    at: 'joined_at',
  },
  'member.moved': {
    doc: { en: 'a member came under another recruiter', zh: '会员改绑上级' },
    tables: ['member', 'sponsor_change'],
    at: 'bound_at',
  },
  'member.left': {
    doc: { en: 'an account was closed, banned or given up', zh: '会员退出' },
    tables: ['member'],
    at: 'left_at',
  },
  'member.returned': {
    doc: { en: 'somebody who had left came back', zh: '会员恢复' },
    tables: ['member'],
  },
  'member.changed': {
    doc: { en: 'other data of a member changed', zh: '会员其他信息变更' },
    tables: ['member', 'account_link', 'verification'],
  },
  'order.placed': {
    doc: { en: 'an order was made', zh: '下单' },
    tables: orderTables,
    at: 'ordered_at',
  },
  'order.paid': {
    doc: { en: 'an order was paid', zh: '订单支付' },
    tables: orderTables,
    at: 'paid_at',
  },
  'order.changed': {
    doc: { en: 'an order was shipped, delivered, cancelled', zh: '订单状态变更' },
    tables: orderTables,
  },
  'order.refunded': {
    doc: { en: 'money of an order was given back', zh: '订单退款' },
    tables: orderTables,
  },
  'fee.paid': {
    doc: { en: 'a member paid to enter, rise or stay', zh: '会员缴费' },
    tables: ['fee'],
    at: 'paid_at',
  },
  'fee.changed': { doc: { en: 'a fee was given back', zh: '费用退还' }, tables: ['fee'] },
  'commission.earned': {
    doc: { en: 'commission was earned', zh: '佣金产生' },
    tables: ['commission'],
    at: 'accrued_at',
  },
  'commission.changed': {
    doc: { en: 'commission was paid out or taken back', zh: '佣金到账或冲销' },
    tables: ['commission', 'withdrawal'],
  },
  'listing.published': {
    doc: { en: 'goods went on sale', zh: '商品上架' },
    tables: ['listing', 'price_event'],
    at: 'listed_at',
  },
  'listing.changed': {
    doc: { en: 'an offer or its price changed', zh: '商品或价格变更' },
    tables: ['listing', 'price_event'],
  },
  'content.published': {
    doc: { en: 'a post, video or live segment was published', zh: '内容或直播片段发布' },
    tables: ['content'],
    at: 'published_at',
  },
  'content.changed': {
    doc: { en: 'published content changed', zh: '内容变更' },
    tables: ['content'],
  },
  'live.started': {
    doc: { en: 'a live session began', zh: '直播开始' },
    tables: ['live_session', 'content'],
    at: 'started_at',
  },
  'live.ended': {
    doc: { en: 'a live session ended', zh: '直播结束' },
    tables: ['live_session', 'content'],
    at: 'ended_at',
  },
  'review.written': {
    doc: { en: 'a review was written', zh: '评价发布' },
    tables: ['review'],
    at: 'created_at',
  },
  'review.changed': {
    doc: { en: 'a review was hidden or deleted', zh: '评价变更' },
    tables: ['review'],
  },
  'complaint.received': {
    doc: { en: 'a complaint was received', zh: '收到投诉' },
    tables: ['complaint'],
    at: 'received_at',
  },
  'complaint.changed': {
    doc: { en: 'a complaint was taken up, answered, closed', zh: '投诉处理进展' },
    tables: ['complaint'],
  },
  'measure.decided': {
    doc: { en: 'the platform acted against an operator or content', zh: '平台处置决定' },
    tables: ['measure'],
    at: 'decided_at',
  },
  'measure.changed': {
    doc: { en: 'a measure was told, published, appealed, ended', zh: '处置措施进展' },
    tables: ['measure'],
  },
  'record.stated': {
    doc: { en: 'rows of any other table, as they are now', zh: '其他表记录的现状' },
    tables: [],
  },
} as const satisfies Record<string, EventKindShape>;

export type EventKind = keyof typeof eventKinds;

/** A kind's shape without the narrow type of its literal. */
export function kindShape(kind: EventKind): EventKindShape {
  return eventKinds[kind];
}

export function isEventKind(kind: unknown): kind is EventKind {
  return typeof kind === 'string' && Object.hasOwn(eventKinds, kind);
}
