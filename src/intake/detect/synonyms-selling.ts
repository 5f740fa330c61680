import { called } from './synonym-types.ts';
import type { SynonymTables } from './synonym-types.ts';

const notTheTime = `
    update, updated, modify, modified, edit, delete, deleted, expire, 更新, 修改, 编辑, 删除, 过期`;
const created = `
    create time, created at, created, add time, addtime, createtime, ctime, gmt create,
    create date, created time, created on, date created, insert time, chuangjian shijian,
    creation date, date added, post date, 创建时间, 添加时间, 创建日期`;
const orderId = `
    order id, oid, orderid, order uid, order sn, order no, order number, order code, trade no,
    ordersn, order, dingdan id, dingdanhao, order main id, sales order id, out trade no, 订单编号,
    订单号, 订单id, 主订单编号, 关联订单, 所属订单`;
const listingId = `
    product id, goods id, item id, sku id, prod id, pid, spu id, commodity id, good id, goodid,
    product variant id, variant id, listing id, lineitem sku, product sku, shangpin id,
    product code, goods sn, product, 商品id, 商品编号, 商品编码, 宝贝id, 产品编号, 商家编码`;

export const sellingSynonyms: SynonymTables = {
  listing: {
    listing_id: called(
      `id, ${listingId}, spu, goods code, 编号`,
      'sku, sn, code, no, 货号, 序号',
      'brand, category, cate, type, status, shop, user, 分类, 品牌, 类目',
    ),
    shop_id: called(
      `
        shop id, store id, mer id, merchant id, seller id, site id, shop, mch id, 店铺id, 店铺编号,
        所属店铺, 商户id`,
      'supplier id, 供应商',
      'cate, type, name',
    ),
    title: called(
      `
        title, name, product name, goods name, item name, prod name, store name, goods title,
        product title, spu name, item title, shangpin mingcheng, mingcheng, subject, goods,
        商品名称, 商品标题, 宝贝标题, 产品名称, 名称, 标题, 品名`,
      'short title, 商品',
      `
        sub, short, en, brand, cate, category, unit, supplier, user, shop, 副标题, 分类, 品牌, 简介, 单位`,
    ),
    claims: called(
      `
        content, description, detail, details, intro, introduction, store info, goods desc,
        prod desc, brief, body, goods content, item desc, mobile desc, selling point,
        sell point, goods brief, body html, 商品详情, 描述, 商品描述, 简介, 卖点, 详情, 介绍, 宣传语`,
      'sub title, subtitle, keyword, 副标题',
      'img, image, pic, seo, 图',
    ),
    category: called(
      `
        category, category id, cate id, cat id, cid, class id, category name, type name,
        goods category, product type, cid 3, fenlei, leimu, category id path, 分类, 类目, 商品分类,
        商品类目, 分类id, 类别`,
      'type, type id, 类型',
      'brand, shop, freight, 店铺, 运费',
    ),
    price_minor: called(
      `
        price, sale price, selling price, retail price, shop price, goods price, store price,
        min price, current price, now price, unit price, price with tax, sell price,
        lineitem price, promotion price, jiage, shoujia, xianjia, price fen, price cent,
        price in cent, retail price fen, 售价, 销售价, 价格, 现价, 商品价格, 单价, 零售价, 商城价`,
      'amount, money, 金额',
      `
        market, old, origin, original, cost, vip, member, line, compare, ot, wholesale, group,
        max, agent, postage, freight, score, integral, id, type, reference, list, tag, full, 市场,
        原价, 成本, 会员价, 划线, 运费, 积分, 吊牌, 进价, 代理价`,
    ),
    reference_price_minor: called(
      `
        market price, ot price, original price, origin price, old price, line price,
        compare at price, lineitem compare at price, ori price, counter price, list price,
        tag price, line through price, msrp, was price, full price, compare price,
        crossed price, strike price, scribing price, min original price, yuanjia, shichangjia,
        huaxianjia, market price fen, 市场价, 原价, 划线价, 吊牌价, 专柜价, 参考价, 建议零售价`,
      'reference price, 原售价',
      'cost, 成本',
    ),
    sales_actual: called(
      `
        sales, sale num, sale count, sold num, sales num, sales volume, sales sum, sold,
        sale volume, sold count, real sales, actual sales, sales count, sell num, sale number,
        xiaoliang, total sold, quantity sold, 销量, 已售, 真实销量, 实际销量, 销售量, 销售数量, 售出数量`,
      'sell count, sale, 月销量',
      `
        virtual, fake, ficti, initial, init, base, show, 虚拟, 虚假, 初始, 基础, 注水, 显示`,
    ),
    sales_added: called(
      `
        ficti, virtual sales, virtual sale, sales virtual, fake sales, virtual sale num,
        virtual sales num, sales initial, initial sales, init sales, base sales, virtual sold,
        fictitious sales, virtual sales sum, fake sold, virtual num, sale virtual,
        water sold num, sales base, xuni xiaoliang, xunixiaoliang, virtual volume, 虚拟销量, 虚拟已售,
        初始销量, 虚假销量, 注水销量, 刷单销量, 基础销量, 虚增销量`,
      'virtual, 虚拟, 虚增',
      `
        goods, product, price, order, user, view, type, is, fans, 商品, 价格, 浏览, 阅读, 用户, 是否`,
    ),
    no_return: called(
      `
        is no return, no return, not return, no refund, is refund disabled, 不支持七天, 不支持退货`,
      '',
      'time',
    ),
    promoted: called(
      `
        is sub, is brokerage, is commission, is distribution, is fenxiao, is fx,
        join distribution, distribution enabled, is distribute, 是否分销, 是否分佣, 参与分销, 是否参与分销, 单独分佣`,
      'fenxiao, distribution',
      'rate, money, price, ratio, type',
    ),
    listed_at: called(
      `
        on sale time, listed at, shelf time, sale time, putaway time, published at, ${created},
        上架时间, 发布时间`,
      'online time',
      notTheTime,
    ),
    status: called(
      `
        is show, is on sale, on sale, status, is sale, goods state, shelf, is shelf, is putaway,
        publish status, is listed, is online, enabled, goods status, is shelve, shelves status,
        上架, 是否上架, 上下架, 商品状态, 上架状态, 状态`,
      'state, is open',
      'time, audit, verify, 审核',
    ),
    deleted: called(
      `
        is del, is delete, is deleted, deleted, del, del flag, delete status, delete time,
        deleted at, is delete time, 是否删除, 删除`,
      'recycle',
    ),
  },
  order: {
    order_id: called(
      `id, ${orderId}, trade id, tid, 编号, 交易号`,
      'sn, name, no, code',
      'parent, user, pay, out, main, sort, 父, 用户',
    ),
    order_no: called(
      `
        order no, order sn, order number, order code, ordersn, orderno, trade no, order num,
        order serial, bill no, order unique, tid, name, code, sn, dingdanhao, 订单号, 订单编号, 主订单编号,
        单号, 流水号`,
      'order id, no, number',
      `
        pay, out, transaction, wx, parent, express, tracking, batch, product, provider, warehouse,
        house, shop, store, user, buyer, seller, receiver, goods, item, company, post, zip,
        discount,
        支付, 物流, 快递, 父`,
    ),
    parent_order_id: called(
      `
        parent order id, main order id, pid, parent id, group order id, split from,
        parent order no, 父订单, 父订单号`,
      'group order',
    ),
    buyer_id: called(
      `
        uid, user id, member id, buyer id, customer id, mid, buyer user id, buyer, userid,
        openid, account id, huiyuan id, hyid, buyer uid, purchaser id, user no, member no,
        customer no, customer, user name, username, buyer username, buyer nick, huiyuan bianhao,
        会员编号, 买家会员名, 用户id, 会员id, 买家id, 购买人, 下单人, 买家, 会员, 客户编号, 下单会员`,
      'email, member, user, buyer name, account, 会员名, 用户, 客户',
      `
        parent, spread, share, agent, seller, admin, store, shop, merchant, staff, delivery,
        address, invite, level, message, 上级, 推荐, 卖家, 分享, 留言, 备注`,
    ),
    shop_id: called(
      `
        shop id, store id, mer id, merchant id, seller id, site id, mch id, vendor id, shop,
        vendor, shop no, 店铺id, 店铺, 店铺编号, 商户id, 门店id`,
      'supplier id, store',
      'name, type, coupon, discount',
    ),
    promoter_id: called(
      `
        spread uid, promoter id, share uid, share user id, distributor id, fenxiao uid,
        agent user id, referrer id, inviter id, commission user id, affiliate id, spread id,
        promoter, sharer id, 推广员, 推荐人, 分享人, 达人id, 推广者`,
      'agent id, parent id, salesman id',
      'two, second, 2, three, 3, money, rate, amount, order, 二级',
    ),
    live_session_id: called('live id, room id, live room id, 直播间id, 直播id'),
    amount_minor: called(
      `
        order amount, total price, total amount, order price, total, total money, order money,
        order total, amount, total fee, order total price, payable amount, sum price,
        grand total, sub total with tax, total price fen, amount total, zongjine, zong jine,
        dingdan jine, money, order amount fen, amount cent, total cent, sum, 订单金额, 总金额, 应付金额,
        买家应付货款, 订单总额, 订单总价, 合计, 订单应付金额, 应付总额, 金额, 总价, 成交金额`,
      `
        goods amount, goods price, goods total, product amount, price, subtotal, sub total,
        actual total, 商品总价, 商品金额`,
      `
        pay time, paid, discount, coupon, freight, postage, shipping, refund, num, count,
        quantity, tax, commission, brokerage, id, type, integral, balance, outstanding, deduct,
        cost, tip, promotion, adjust, user, wallet, unit, 优惠, 运费, 退款, 数量, 积分, 佣金, 实付, 税, 已付, 抵扣,
        成本`,
    ),
    paid_minor: called(
      `
        pay price, paid amount, pay amount, actual price, pay money, actual total, real pay,
        actual amount, paid price, amount paid, real amount, payment amount, pay fee,
        real price, real pay amount, total paid, pay total, payment, shifu, shifu jine,
        money paid, paid money, actual pay, paid fen, pay amount fen, paid cent, payed amount,
        paid total, paid, 实付金额, 买家实际支付金额, 实际支付, 支付金额, 实付款, 已付金额, 实收金额, 付款金额, 实付`,
      'order amount, total, 实收',
      `
        time, status, type, discount, freight, postage, integral, refund, method, way, is, no,
        order no, id, channel, vip, at, state, sn, points, commission, deposit, outstanding, 时间,
        状态, 方式, 积分, 退款, 邮费, 单号, 类型, 流水`,
    ),
    refunded_minor: called(
      `
        refund price, refund amount, refunded amount, refund money, order refund amount,
        refund fee, refunded total, refund total, 退款金额, 已退金额`,
      'refund',
      'status, time, reason, type, state, at, 状态, 时间, 原因, 类型',
    ),
    paid: called(
      `
        paid, pay status, is pay, is paid, payed, payment status, financial status, is payed,
        pay state, has paid, paid status, shifou zhifu, 支付状态, 付款状态, 是否支付, 是否付款, 已支付`,
      'payment state',
      'time, amount, price, money, type, at, fee, 时间, 金额, 方式',
    ),
    ordered_at: called(
      `
        order time, ordered at, order date, placed at, order placed at, book time, buy time,
        xiadan shijian, order create time, order created at, purchase date, submit time,
        ${created}, 下单时间, 订单创建时间, 订单提交时间, 下单日期, 购买时间, 提交时间, 成交时间, 订单日期`,
      'time, date, 时间, 日期',
      `
        ${notTheTime}, pay, paid, ship, shipped, finish, deliver, delivered, send, close,
        cancel, cancelled, confirm, comment, receive, 付款, 支付, 发货, 收货, 完成, 关闭`,
    ),
    paid_at: called(
      `
        pay time, paid at, paytime, paid time, payment time, pay date, payment date, time paid,
        payment at, paid on, date paid, fukuan shijian, zhifu shijian, payed at, pay at, 支付时间,
        付款时间, 订单付款时间, 支付完成时间, 付款日期`,
      'pay success time',
      'refund, expire, settle, 退款, 过期',
    ),
    shipped_at: called(
      `
        delivery time, ship time, shipped at, send time, shipping time, shipped time,
        deliver time, consign time, express time, fulfilled at, dispatched at, dvy time,
        fahuo shijian, rts time, order shipped at, shipments at, 发货时间`,
      'delivered date',
      'receive, expect, 预计',
    ),
    delivered_at: called(
      `
        receive time, received at, confirm time, delivered at, delivered time, received time,
        confirm take time, take delivery time, sign time, receipt time, collect time,
        user confirm time, confirmed at, 收货时间, 签收时间, 确认收货时间`,
      'finish time, finally time, complete time, completed at, 完成时间',
      'expect, auto, 预计',
    ),
    status: called(
      `
        status, order status, state, order state, orderstatus, dingdan zhuangtai,
        fulfillment status, 订单状态, 状态`,
      'order substatus, trade status',
      `
        pay, refund, time, shipping, delivery, comment, audit, settle, invoice, distribute,
        commission, 支付, 退款, 售后, 结算`,
    ),
    refund_status: called(
      `
        refund status, refund state, after sale status, aftersale status, return status,
        refundstatus, is refund, 退款状态, 售后状态`,
      'refund type',
      'time, price, amount',
    ),
    deleted: called(
      `
        is del, is delete, is deleted, deleted, del, del flag, delete status, delete time,
        deleted at, is system del, is delete time, 是否删除, 删除`,
    ),
  },
  order_line: {
    order_line_id: called(
      `
        id, rec id, order goods id, order item id, detail id, line id, order detail id,
        order line id, lineitem id, order item sn, 子订单编号, 子订单号, 编号`,
      'sub order no, 序号',
      'order sn, product',
    ),
    order_id: called(orderId, 'name, parent id', 'item, line, detail, sub, sort, 子订单'),
    listing_id: called(listingId, 'sku, goods sku id, 货号, 商品', 'name, price, num, title'),
    title: called(
      `
        lineitem name, goods name, product name, title, name, item name, prod name, goods title,
        product title, store name, sku name, item title, 商品名称, 标题, 宝贝标题, 商品标题, 产品名称, 选购商品, 品名`,
      'goods, product, 商品',
      `
        user, sku attr, spec, shop, img, id, real, receiver, consignee, recipient, nick, buyer,
        contact, express, company, delivery, shipping, provider, billing, discount, payment,
        vendor, warehouse, district, province, 店铺, 规格, 收货, 收件, 姓名, 买家, 公司`,
    ),
    quantity: called(
      `
        quantity, num, number, goods num, cart num, buy num, count, qty, amount num,
        product num, lineitem quantity, product quantity, prod count, item count, goods number,
        buy count, total num, buy number, pay num, shuliang, item num, 数量, 购买数量, 商品数量, 宝贝总数量`,
      'amount, 件数',
      'refund, return, price, total price, stock, 退, 单价',
    ),
    price_minor: called(
      `
        price, goods price, product price, unit price, real price, sale price, lineitem price,
        item price, sku price, deal price, unit price with tax, list price with tax,
        product real price, price fen, sku unit original price, danjia, true price, 单价, 价格,
        商品单价, 成交价, 商品价格`,
      'product amount, 金额',
      `
        freight, postage, shipping, refund, deduct, total, original, market, cost, vip,
        discount, sum, compare, 总, 原价, 市场, 优惠`,
    ),
    reference_price_minor: called(
      `
        market price, original price, ot price, compare at price, lineitem compare at price,
        line price, 市场价, 原价, 划线价`,
    ),
  },
};
export { created, listingId, notTheTime, orderId };
