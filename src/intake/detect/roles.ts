import type { TableName } from '../../model/tables.ts';
import { terms } from './words.ts';
import type { Words } from './words.ts';

/** How a raw table is recognised as the source of a canonical table. */
export interface Role {
  readonly table: TableName;
  /** Table names, once prefixes and filler words are gone. */
  readonly names: readonly Words[];
  /** Names that need their columns to speak for them too. */
  readonly maybe: readonly Words[];
  /** Words beside the name that say it is not this. */
  readonly never: readonly Words[];
  /** At least one column of each group must be there. */
  readonly needs: readonly (readonly string[])[];
  /** Columns that tell this role from others. */
  readonly telling: readonly string[];
}

/** Roles whose columns are peculiar enough to be recognised under any table name. */
export const knownByColumns: ReadonlySet<TableName> = new Set([
  'order',
  'order_line',
  'listing',
  'commission',
  'review',
]);

/** Beside any name: tables about the thing, not of the thing. */
const about = `
    log, config, setting, category, cate, type, status, template, tpl, rule, attr, attribute,
    label, tag, image, img, cart, coupon, address, notice, message, sms, print, statistic, stat,
    draft, temp, tmp, bak, backup, copy, collect, favorite, favourite, browse, footprint, visit,
    import, export, queue, description, desc, cache, permission, role, menu, admin, sys, 配置, 设置,
    分类, 模板, 规则, 标签, 图片, 购物车, 优惠券, 地址, 统计, 收藏, 足迹, 浏览, 字典, 权限, 菜单, 角色`;

function role(
  table: TableName,
  names: string,
  needs: string,
  telling: string,
  more: { maybe?: string; never?: string } = {},
): Role {
  const split = (list: string): string[] => list.split(' ').filter((word) => word !== '');
  return {
    table,
    names: terms(names),
    maybe: terms(more.maybe ?? ''),
    never: terms(`${about}, ${more.never ?? ''}`),
    needs: split(needs).map((group) => group.split('|')),
    telling: split(telling),
  };
}

/** Every role but `member`, which has a file of its own. */
export const roles: readonly Role[] = [
  role(
    'order',
    `
      order, store order, shop order, oms order, order info, order master, order main, trade,
      sales order, mall order, goods order, order list, export order list, dingdan, dingdanbiao,
      product order, trade order, order header, purchase, 订单, 订单表, 订单信息, 订单明细报表, 已卖出的宝贝, 商品订单,
      销售订单, 订单主表, 购买记录`,
    'order_id|order_no amount_minor|paid_minor ordered_at|paid_at|status|paid|buyer_id',
    'order_no amount_minor paid_minor paid_at ordered_at status buyer_id',
    {
      maybe: 'sale, transaction, 交易, 销售',
      never: `
          item, line, detail, product detail, good detail, sku, refund, return, recharge,
          member, vip, invoice, comment, delivery, express, shipping, settlement, settle,
          integral, point, score, surcharge, discount, modification, history, fenxiao,
          distribution, commission, pink, payment, fulfillment, wallet, join, joining, entry,
          enrollment, enrolment, registration, activation, bonus, reward, 报单, 入会, 缴费, 奖金, 明细,
          退款, 充值, 会员, 发票, 评价, 物流, 积分,
          佣金, 升级`,
    },
  ),
  role(
    'order_line',
    `
      order item, order line, order good, order detail, order product, order sku,
      order cart info, order list item, trade item, sub order, line item, order goods,
      order entry, order content, dingdan mingxi, dingdan shangpin, purchase item, 订单商品, 订单明细,
      订单详情, 订单行, 子订单, 订单项, 宝贝明细, 订单子表`,
    'order_id title|listing_id|quantity quantity|price_minor|title',
    'order_id listing_id title quantity price_minor reference_price_minor',
    {
      maybe: 'order info',
      never: `
          refund, return, comment, recharge, delivery, express, pink, bargain, seckill,
          integral, 退款`,
    },
  ),
  role(
    'after_sale',
    `
      refund, order refund, after sale, aftersale, return, order return, refund order,
      return order, return apply, refund apply, order return apply, order aftersale,
      order after sale, refund bill, tuikuan, shouhou, service order, order refund info,
      return good, rma, 退款, 售后, 退货, 售后单, 退款单, 退款记录, 退换货, 售后申请, 退货申请`,
    'order_id|after_sale_id amount_minor|refunded_minor|reason|status',
    'order_id reason amount_minor refunded_minor requested_at refunded_at status',
    { never: 'address, reason, line, item, method, 原因' },
  ),
  role(
    'commission',
    `
      commission, brokerage, user brokerage, brokerage record, commission record,
      commission log, distribution order, distribution log, distribution order good,
      fenxiao order, bonus, bonus log, bonus record, reward log, reward record, income log,
      income record, profit log, profit sharing, rebate, rebate log, earning, commission detail,
      yongjin, jiangjin, yongjin jilu, jiangjin jilu, agent income, user income,
      promotion income, commission order, plan profit, bonus history, jiangjin mingxi,
      distribution record, distribution income, promoter income, payout ledger,
      commission payout, bonus payout, brokerage log, reward, referral reward, referral bonus,
      referral commission, payout, incentive, affiliate log, affiliate commission,
      affiliate earning, affiliate payout, referral log, referral earning, 奖金发放, 佣金发放, 返利明细,
      分红记录, 佣金, 佣金记录, 佣金明细, 奖金, 奖金记录, 奖金明细,
      返佣记录, 分佣记录, 提成记录, 收益记录, 分润记录, 佣金流水, 奖金表, 佣金表, 奖金流水, 返利记录, 奖励记录, 收益明细`,
    'beneficiary_id amount_minor',
    'beneficiary_id amount_minor source_member_id order_id level kind',
    {
      maybe: `
          bill, wallet log, wallet transaction, wallet history, wallet record, wallet, account log,
          account transaction, e wallet, transaction log, transaction history, member transaction,
          user transaction, capital log, fund log, account flow, balance log, money log, ledger,
          finance, income,
          profit, user bill, history, amount log, financial record, 账单, 流水, 资金明细, 财务明细, 资金流水`,
      never: `
          level, withdraw, extract, recharge, good, product, plan, scheme, ratio, rate, grade,
          group, sign, draw, apply, request, 提现, 充值, 方案, 比例, 等级, 商品`,
    },
  ),
  role(
    'withdrawal',
    `
      withdraw, withdrawal, user extract, extract, withdraw apply, cash, cash out, user cash,
      withdraw log, cash apply, withdraw record, fenxiao withdraw, member withdraw, payout,
      tixian, tixian jilu, member cash, withdraw order, user withdraw, agent withdraw,
      distribution withdraw, payout request, cash withdrawal, commission withdraw, 提现, 提现记录,
      提现申请, 提现表, 提现明细, 会员提现`,
    'member_id amount_minor',
    'member_id amount_minor status requested_at paid_at',
    { never: 'bank, method, way, account, 方式, 银行卡', maybe: 'payment out' },
  ),
  role(
    'fee',
    `
      fee, recharge, user recharge, recharge order, member order, vip order, upgrade order,
      membership order, join fee, entry fee, member recharge, member recharge order,
      recharge record, upgrade record, other order, level order, user level order, fee record,
      membership fee, recharge log, package order, enrollment, enrolment, activation, baodan,
      chongzhi, huifei, chongzhi jilu, agent order, upgrade log, member fee, registration fee,
      deposit order, package purchase, subscription payment, membership payment, join order,
      joining order, joining, joining fee, entry order, entry, registration, sign up fee,
      signup fee,
      initiation fee, kit purchase, package sale, pack purchase, member package, user package,
      membership, buy in, package, starter pack, starter kit, join pack, activation order,
      upgrade, membership purchase, 入会记录, 加盟记录,
      激活记录, 入金记录, 套餐购买, 套餐购买记录, 投资记录, 报单明细, 缴费明细, 入会, 报名, 加盟, 充值, 充值记录, 入会费,
      会费, 缴费, 缴费记录, 报单, 报单记录, 升级记录, 升级订单, 会员订单, 加盟费, 入门费, 充值订单, 入会缴费, 开通记录, 会员费, 报单表`,
    'member_id amount_minor',
    'member_id amount_minor paid_at kind tier',
    {
      maybe: 'deposit, subscription, investment, invest, payment, 保证金, 投资, 收款',
      never: `
        package list, plan, method, way, refund, channel, card, combo, 方式, 渠道, 套餐`,
    },
  ),
  role(
    'listing',
    `
      product, good, item, store product, shop good, spu, prod, commodity, product spu,
      pms product, goods, good info, product info, goods info, shangpin, chanpin, mall product,
      mall good, good list, product list, listing, shangpin biao, merchandise, 商品, 商品表, 产品, 宝贝,
      商品信息, 产品表, 商品列表, 产品信息, 货品`,
    'title price_minor|reference_price_minor|sales_actual',
    'price_minor reference_price_minor sales_actual sales_added title status',
    {
      maybe: 'sku, good sku, product sku, product variant, product attr value',
      never: `
          comment, reply, order, spec, sku attr, brand, unit, param, property, relation, group,
          bargain, seckill, combination, pink, activity, distribution, option, facet, asset,
          collection, channel, user, level, price, integral, lottery, 评价, 规格, 品牌, 参数, 秒杀, 积分`,
    },
  ),
  role(
    'review',
    `
      comment, review, good comment, product comment, product reply, order comment, evaluate,
      good evaluate, store product reply, product review, prod comm, goods evaluate, pingjia,
      pinglun, prod comment, order evaluate, evaluation, rating, appraise, 评价, 评论, 商品评价, 评价表,
      商品评论, 买家评价, 订单评价`,
    'body|score listing_id|order_id',
    'score body listing_id order_id member_id created_at',
    {
      never: `
          article, post, news, topic, live, video, blog, cms, forum, zan, like, reply comment,
          文章, 帖子, 动态, 新闻`,
    },
  ),
  role(
    'complaint',
    `
      complaint, complain, user complaint, order complaint, dispute, tousu, tousu jilu, 投诉,
      投诉记录, 投诉表, 维权, 纠纷, 客诉`,
    'complaint_id received_at|member_id|order_id',
    'order_id received_at answered_at closed_at',
    { maybe: 'feedback, ticket, 反馈, 工单', never: 'subject, reason' },
  ),
  role(
    'operator',
    `
      merchant, seller, operator, supplier, vendor, company, enterprise, shop owner, mer,
      business, merchant info, seller company, tenant shop, shop company, 商户, 商家, 经营者, 供应商, 企业,
      商户表, 商家表, 入驻商家`,
    'operator_id name',
    'credit_code licence_no contact address entered_at',
    {
      never: `
          product, good, order, user, apply, account, bank, level, withdraw, intention, channel,
          region, staff, menu, auth, 申请, 账户`,
    },
  ),
  role(
    'shop',
    `
      shop, store, shop info, shop detail, store info, system store, dianpu, shop list,
      mall shop, 店铺, 店铺表, 门店, 门店表, 店铺信息`,
    'shop_id name',
    'name opened_at operator_id',
    {
      never: `
          product, good, order, user, apply, account, level, staff, follow, theme, nav, stock,
          service, express, 申请, 员工`,
    },
  ),
  role(
    'live_session',
    `
      live, live room, wechat live, live session, live broadcast, weapp live room, live stream,
      zhibo, live record, 直播, 直播间, 直播场次, 直播记录, 直播表`,
    'live_session_id title|started_at',
    'started_at ended_at streamer_id title',
    { never: 'good, product, anchor, user, gift, comment, order, 商品, 主播, 礼物' },
  ),
  role(
    'content',
    `
      article, post, news, dynamic, moment, note, material, circle, community, topic, content,
      article content, video, short video, wenzhang, dongtai, 文章, 动态, 笔记, 帖子, 素材, 短视频, 内容, 朋友圈,
      文案`,
    'content_id body',
    'body author_id published_at',
    {
      never: `
      comment, zan, like, reply, group, visit, relation, user, product, 评论, 点赞`,
    },
  ),
  role(
    'shipment',
    `
      delivery, shipment, order delivery, express, order express, logistic, package,
      order package, shipping, parcel, fahuo, wuliu, order logistic, fulfillment,
      order shipping, express delivery, 发货, 物流, 包裹, 发货单, 发货记录, 运单, 物流信息`,
    'order_id tracking_no|carrier',
    'tracking_no carrier order_id shipped_at',
    { never: 'company, area, free, fee, method, freight, region, time, 公司, 运费' },
  ),
];

/** Words a table's name may carry without meaning anything. */
export const fillers = new Set(
  `t tb tbl tab table tbs ims cms oms ums pms mms tz mall shop store info data record list main
  master my new the base basic biao xinxi sheet export all app core biz plugin plugins ext weixin
  wx wechat db dbo public`.split(/\s+/),
);
