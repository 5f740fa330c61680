import { called } from './synonym-types.ts';
import type { SynonymTables } from './synonym-types.ts';
import { created, notTheTime, orderId } from './synonyms-selling.ts';

/** The member a record is about. */
export const memberRef = `
    uid, user id, member id, mid, customer id, userid, memberid, account id, huiyuan id, hyid,
    user no, member no, member code, user account, username, user name, huiyuan bianhao,
    distributor id, agent id, customer, user, member, fenxiao id, openid, huiyuan, yonghu id,
    participant id, affiliate id, user code, 会员编号, 会员id, 用户id, 会员, 用户, 会员账号, 用户名, 会员号, 用户编号,
    申请人, 姓名`;
const notTheMember = `
    from, source, order, child, parent, spread, inviter, admin, target, buyer, level, address,
    operator, to name, bank, 来源, 下级, 上级, 买家, 购买, 管理, 操作, 审核, 银行`;
const amount = `
    amount, money, price, number, num, fee, total, sum, jine, amount fen, amount cent,
    change amount, total fee, value, 金额, 数额, 总额`;
const notAmount = `
    before, after, balance, frozen, rate, ratio, time, type, id, status, count, tax, poundage,
    service, charge fee, order, goods, left, remain, total before, 余额, 变动前, 变动后, 税, 手续费, 比例, 剩余,
    类型, 订单金额`;
const status = 'status, state, zhuangtai, audit status, check status, 状态, 审核状态';

export const moneySynonyms: SynonymTables = {
  commission: {
    commission_id: called(
      'id, log id, record id, commission id, sn, 编号, 流水号, 单号',
      'no, 序号',
    ),
    beneficiary_id: called(
      `
        beneficiary id, beneficiary, earner id, receiver id, to user id, recipient id, payee id,
        to uid, to member id, income uid, reward uid, get uid, get user id, commission user id,
        ${memberRef}, 受益人, 收款人, 获得人, 获奖会员, 收益人, 得奖人, 受益会员, 奖金会员, 佣金所属人, 获得者`,
      'owner id, agent, distributor',
      notTheMember,
    ),
    amount_minor: called(
      `
        commission, commission amount, brokerage, brokerage amount, brokerage price, bonus,
        bonus amount, reward, reward amount, profit, income, commission money, rebate amount,
        rebate, earnings, bonus money, yongjin, jiangjin, reward money, ${amount}, 佣金, 佣金金额, 奖金,
        奖金金额, 返佣金额, 提成, 收益, 实发金额, 应发金额, 分佣金额, 奖励金额, 实发`,
      'real money, credit',
      notAmount,
    ),
    kind: called(
      `
        type, kind, category, bonus type, commission type, reward type, income type,
        source type, biz type, brokerage type, bonus name, title, reason, leixing, jiangxiang,
        action type, scene, 类型, 奖金类型, 佣金类型, 奖项, 奖项名称, 奖金名称, 来源类型, 名目, 奖励类型`,
      'mark, remark, memo, note, desc, description, content, 说明, 备注, 摘要',
      'time, account type, pay type, user, link, 账户',
    ),
    source_member_id: called(
      `
        from uid, from user id, from member id, source uid, source user id, source member id,
        buyer id, child id, child uid, order user id, order uid, source id, contributor id,
        from user, from member, downline, from account, consumer id, invitee id, low uid,
        sub user id, xiaji id,
        laiyuan id, buy user id, buy uid, order member id, low user id, child user id, from id,
        payer id, trigger member id, trigger user id, origin member id, 来源会员, 来源用户, 贡献人, 下级会员,
        购买人, 消费会员, 来源会员编号, 触发会员, 下单人, 来源人`,
      'son id, buyer, to user id, from, link id, 来源, 下级',
      'order id, type, order sn, 订单, 类型',
    ),
    order_id: called(
      orderId,
      `
        link id, source id, biz id, relation id, related id, business id, 单号`,
      'sub, money, price, amount, user, type, status, time, item, 金额, 类型',
    ),
    level: called(
      `
        level, brokerage level, commission level, generation, depth, tier, layer, distance,
        distribution level, level num, cengji, dai, jibie, hierarchy, level no, lv, 层级, 代数, 级别,
        级数, 第几代, 层数, 分销级别, 代, 分销层级`,
      'level type, grade, rank, 几级, 等级',
      'user level, name, id, member, 会员等级',
    ),
    status: called(
      `
        ${status}, settle status, is settle, settled, is settlement, pay status, send status,
        结算状态, 发放状态, 是否结算`,
      'is send, flag, 是否发放',
      'time, order',
    ),
    accrued_at: called(
      `
        accrued at, earned at, run date, bonus run date, bonus date, settle date, reward time,
        income time, e time,
        happened at, ${created}, 产生时间, 结算日期, 奖金日期, 时间, 日期, 发生时间, 返佣时间, 获得时间`,
      'time, date, settle time, settlement time, 结算时间',
      `${notTheTime}, frozen, unfrozen, pay, 解冻`,
    ),
    paid_at: called(
      `
        paid at, pay time, settle time, settlement time, arrive time, send time, settled at,
        payout at, unfreeze time, thaw time, 到账时间, 发放时间, 结算时间, 入账时间`,
      'update time',
      'frozen, order',
    ),
  },
  withdrawal: {
    withdrawal_id: called(
      'id, sn, withdraw no, withdraw sn, cash id, extract id, 编号, 单号, 提现单号',
      'no, order no, 序号',
    ),
    member_id: called(memberRef, 'applicant id, owner id, account', notTheMember),
    amount_minor: called(
      `
        extract price, withdraw amount, withdraw money, apply money, cash amount, apply amount,
        withdrawal amount, cash money, money apply, ${amount}, 提现金额, 申请金额, 提现额`,
      'actual amount, real amount, 到账金额, 实际到账',
      notAmount,
    ),
    status: called(status, 'is pay, flag', 'time, pay type'),
    requested_at: called(
      `
        apply time, requested at, applied at, apply date, ${created}, 申请时间, 提现时间, 申请日期, 时间`,
      'time, date, 日期',
      `${notTheTime}, pay, audit, 审核, 到账`,
    ),
    paid_at: called(
      `
        paid at, pay time, transfer time, audit time, handle time, finish time, success time,
        payment time, arrive time, check time, completed at, processed at, fail time no, 打款时间,
        到账时间, 审核时间, 转账时间, 处理时间, 支付时间`,
      'update time',
      'fail',
    ),
  },
  fee: {
    fee_id: called(
      'id, sn, order no, order sn, recharge no, order id, 编号, 单号, 订单号',
      'no, 序号',
    ),
    member_id: called(memberRef, 'payer id, owner id, account, 付款人', notTheMember),
    kind: called(
      `
        type, kind, fee type, category, order type, biz type, recharge type, business type,
        leixing, purpose, 类型, 费用类型, 缴费类型, 业务类型, 报单类型`,
      'mark, remark, title, 备注, 用途',
      'pay type, time, pay',
    ),
    amount_minor: called(
      `
        pay price, paid amount, pay amount, pay money, recharge amount, recharge money,
        order amount, fee amount, order money, actual amount, real amount, total price,
        ${amount}, 充值金额, 支付金额, 缴费金额, 入会费, 报单金额, 实付金额, 费用, 缴纳金额`,
      'face value',
      `${notAmount}, give, gift, bonus, 赠送`,
    ),
    paid_at: called(
      `
        pay time, paid at, payment time, paytime, recharge time, pay date, paid time, fee date,
        payment date, paid on, bought at, bought on, purchased at, purchased on, purchase date,
        purchase time, 报单日期, 入会日期, 付款日期,
        支付时间, 缴费时间, 付款时间, 充值时间, 缴费日期, 报单时间, 到账时间`,
      `${created}, time, date, confirm time, 时间, 日期`,
      `${notTheTime}, refund, 退款`,
    ),
    refunded_minor: called(
      `
        refund price, refund amount, refunded amount, refund money, 退款金额, 已退金额`,
      '',
      'status, time',
    ),
    tier: called(
      `
        level, level id, grade, rank, member level, package, package id, vip level, to level,
        new level, target level, combo id, set meal id, 等级, 级别, 套餐, 升级等级, 购买等级`,
      'member type, card id',
      'old, before, from, 原',
    ),
    order_id: called(
      'order id, oid, related order id, source order id, 关联订单, 订单id',
      'order no, order sn',
      'pay',
    ),
  },
};

export const statusTerms = status;
export const notTheMemberTerms = notTheMember;
