import { called } from './synonym-types.ts';
import type { SynonymTables } from './synonym-types.ts';
import {
  memberRef,
  notTheMemberTerms as notTheMember,
  statusTerms as status,
} from './synonyms-money.ts';
import { created, listingId, notTheTime, orderId } from './synonyms-selling.ts';

export const afterSynonyms: SynonymTables = {
  shipment: {
    shipment_id: called(
      'id, delivery id, shipment id, package id, parcel id, 编号, 包裹号',
      'sn, no',
    ),
    order_id: called(orderId, 'link id', 'type, status'),
    carrier: called(
      `
        carrier, express name, delivery name, shipping name, express company, company,
        delivery company, express code, ship channel, logistics company, delivery type name,
        shipping provider name, express id, express, 快递公司, 物流公司, 承运商`,
      'provider, name, 快递',
      'no, sn, number, fee, receiver',
    ),
    tracking_no: called(
      `
        tracking no, express no, delivery no, delivery sn, tracking number, ship sn,
        delivery id, invoice no, express number, waybill no, logistics no, tracking code,
        tracking id, kuaidi danhao, mail no, 运单号, 快递单号, 物流单号, 快递号`,
      'number',
      'order',
    ),
    shipped_at: called(
      `
        shipped at, ship time, delivery time, send time, shipping time, ${created}, 发货时间`,
      'time',
      `${notTheTime}, receive`,
    ),
    delivered_at: called(
      `
        delivered at, sign time, receive time, received at, arrive time, confirm time, 签收时间,
        收货时间`,
      'finish time',
    ),
  },
  after_sale: {
    after_sale_id: called(
      `
        id, sn, refund id, refund no, refund sn, return id, after sale id, apply id,
        refund order no, aftersale sn, 编号, 售后单号, 退款单号, 退款编号`,
      'no, order no',
    ),
    order_id: called(
      orderId,
      'oid, store order id, 订单',
      'refund, return, type, status, goods, item',
    ),
    member_id: called(memberRef, 'applicant id', notTheMember),
    kind: called(
      `
        refund type, type, apply type, return type, after sale type, service type, kind, 售后类型,
        退款类型, 类型, 申请类型`,
      'refund way',
      'pay, time, reason, user',
    ),
    reason: called(
      `
        reason, refund reason, apply reason, buyer msg, refund reason wap, return reason,
        buyer reason, 原因, 退款原因, 申请原因, 售后原因`,
      'description, explain, remark, 说明',
      'refuse, refusal, reject, type, id, img, 拒绝',
    ),
    amount_minor: called(
      `
        refund price, refund amount, refund money, amount, apply amount, money, return amount,
        apply price, price, apply money, refund fee, 退款金额, 申请金额, 金额`,
      'total price',
      'real, actual, refunded, time, status, type, order, 实际, 实退',
    ),
    refunded_minor: called(
      `
        refunded price, refunded amount, real refund amount, actual refund amount, real refund,
        refund real money, actual amount, refund actual, 实退金额, 实际退款金额`,
      '',
      'time',
    ),
    requested_at: called(
      `
        apply time, requested at, applied at, request time, ${created}, refund apply time, 申请时间,
        售后时间`,
      'time, date',
      `${notTheTime}, finish, audit, refunded`,
    ),
    answered_at: called(
      `
        audit time, handle time, answered at, approve time, check time, process time,
        dispose time, seller time, admin time, confirm time, handled at, reviewed at, 审核时间,
        处理时间, 答复时间`,
      '',
    ),
    received_back_at: called(
      `
        receive time, received at, return receive time, confirm receive time, goods received at,
        returned at, 收到退货时间, 确认收货时间, 收货时间`,
    ),
    refunded_at: called(
      `
        refund time, refunded at, refunded time, refund success time, finish time, success time,
        refund date, completed at, 退款时间, 完成时间, 退款成功时间`,
      'end time',
      'apply',
    ),
    status: called(
      `
        refund status, ${status}, after sale status, return status, refund state, apply status,
        handle status, 售后状态, 退款状态`,
      '',
      'time, pay, order status, type',
    ),
    refusal_reason: called(
      `
        refuse reason, refusal reason, reject reason, seller msg, refused reason, admin remark,
        reject message, handle note, 拒绝原因, 拒绝理由, 驳回原因`,
      '',
    ),
  },
  review: {
    review_id: called('id, comment id, review id, evaluate id, reply id, 编号', 'no'),
    listing_id: called(`${listingId}, value id`, 'sku, 商品', 'name, type, score'),
    order_id: called(orderId, 'order goods id, order item id, order line id', 'time, type'),
    member_id: called(`${memberRef}, author id, reviewer id, 评价人`, 'author', notTheMember),
    score: called(
      `
        score, star, rating, grade, product score, goods score, stars, level, rate,
        goods comment, evaluate score, goods star, 评分, 星级, 分数, 评价等级`,
      'explain type',
      'service, delivery, logistics, 服务, 物流',
    ),
    body: called(
      `
        content, comment, body, review, text, reply content, evaluate content, remark, summary,
        message, 内容, 评价内容, 评论内容, 评语`,
      'description',
      `
        merchant, admin, reply, explain, 商家, 回复`,
    ),
    planted: called(
      `
        is virtual, is fake, virtual data, is ficti, is robot, is admin add, is auto, is system,
        虚拟评价, 是否虚拟, 是否刷单, 是否后台添加`,
      'virtual',
      'price, num',
    ),
    hidden: called(
      `
        is hidden, is hide, hidden, is show, show, status, is display, is audit, state, 是否隐藏,
        是否显示, 隐藏`,
      '',
      'time',
    ),
    deleted: called(
      `
        is del, is delete, is deleted, deleted, del, del flag, delete time, deleted at, 是否删除,
        删除`,
    ),
    created_at: called(
      `
        comment time, review time, evaluate time, ${created}, rec time, 评价时间, 评论时间, 时间`,
      'time, date',
      `${notTheTime}, reply, 回复`,
    ),
    deleted_at: called('delete time, deleted at, 删除时间'),
  },
  complaint: {
    complaint_id: called('id, sn, complaint no, complain id, complaint id, 编号, 投诉编号', 'no'),
    order_id: called(orderId, '', 'type'),
    member_id: called(`${memberRef}, complainant id, 投诉人`, 'complainant', notTheMember),
    operator_id: called(
      `
        shop id, store id, mer id, merchant id, seller id, operator id, site id, 被投诉店铺, 店铺, 商户`,
      'respondent id, target id',
    ),
    kind: called(
      `
        type, kind, category, complaint type, reason type, subject, 类型, 投诉类型`,
      'title',
      'time, user',
    ),
    received_at: called(
      `received at, complaint time, ${created}, 投诉时间, 受理时间`,
      'time, date',
      notTheTime,
    ),
    answered_at: called(
      `
        answered at, reply time, handle time, replied at, process time, handled at,
        response time, 回复时间, 处理时间, 答复时间`,
    ),
    closed_at: called(
      `
        closed at, close time, finish time, end time, solved at, resolved at, completed at,
        办结时间, 完成时间, 结案时间, 关闭时间`,
    ),
  },
};
