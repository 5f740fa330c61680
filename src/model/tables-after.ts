import { bool, code, id, instant, int, money, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** What happens after the sale. */
export const afterTables = {
  shipment: {
    doc: { en: 'a parcel', zh: '发货' },
    key: 'shipment_id',
    columns: {
      shipment_id: id('parcel', '包裹'),
      order_id: id('order', '订单'),
      carrier: text('carrier', '物流公司'),
      tracking_no: text('tracking number', '运单号'),
      shipped_at: instant('handed over', '发货时间'),
      delivered_at: instant('signed for', '签收时间'),
    },
  },
  after_sale: {
    doc: { en: 'a return, refund, exchange or repair', zh: '售后' },
    key: 'after_sale_id',
    columns: {
      after_sale_id: id('request', '售后单'),
      order_id: id('order', '订单'),
      member_id: id('who asks', '申请人'),
      kind: code(['refund_only', 'return', 'exchange', 'repair'], 'kind', '类型'),
      reason: text('reason given', '原因'),
      no_reason: bool('without a reason, within the seven days', '是否七天无理由'),
      amount_minor: money('amount asked', '申请金额'),
      refunded_minor: money('amount given back', '退款金额'),
      requested_at: instant('asked', '申请时间'),
      answered_at: instant('answered', '答复时间'),
      received_back_at: instant('goods received back', '收到退货时间'),
      refunded_at: instant('refunded', '退款时间'),
      status: code(['open', 'agreed', 'refused', 'done', 'withdrawn'], 'status', '状态'),
      refusal_reason: text('reason of refusal', '拒绝理由'),
    },
  },
  review: {
    doc: { en: "a buyer's review", zh: '评价' },
    key: 'review_id',
    columns: {
      review_id: id('review', '评价'),
      listing_id: id('listing', '商品'),
      order_id: id('order it belongs to; null for none', '对应订单'),
      member_id: id('author; null for none', '评价人'),
      score: int('stars', '评分'),
      body: text('text', '内容'),
      planted: bool('entered by the shop itself, as the source records', '后台添加的评价'),
      incentive: text('what was promised for it', '奖励'),
      hidden: bool('hidden from buyers', '是否隐藏'),
      deleted: bool('deleted', '是否删除'),
      created_at: instant('written', '评价时间'),
      deleted_at: instant('deleted', '删除时间'),
    },
  },
  complaint: {
    doc: { en: "a consumer's complaint", zh: '投诉' },
    key: 'complaint_id',
    columns: {
      complaint_id: id('complaint', '投诉'),
      order_id: id('order', '订单'),
      member_id: id('who complains', '投诉人'),
      operator_id: id('about whom', '被投诉经营者'),
      kind: text('subject', '类型'),
      received_at: instant('received', '收到时间'),
      answered_at: instant('answered', '答复时间'),
      closed_at: instant('closed', '办结时间'),
    },
  },
  quality_event: {
    doc: { en: 'a spot check, recall or injury', zh: '质量事件' },
    key: 'quality_event_id',
    columns: {
      quality_event_id: id('event', '事件'),
      listing_id: id('listing', '商品'),
      kind: code(['spot_check', 'recall', 'injury'], 'kind', '类型'),
      result: code(['passed', 'failed'], 'result', '结果'),
      batch: text('batch', '批次'),
      units: int('units concerned', '数量'),
      at: instant('when', '时间'),
    },
  },
} as const satisfies Record<string, TableShape>;
