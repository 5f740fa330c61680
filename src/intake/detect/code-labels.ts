import type { TableName } from '../../model/tables.ts';

/**
 * What words mark a code as which canonical value; the first pattern that fits decides. Patterns
 * see lower-case text with separators as blanks.
 */
type Labels = readonly (readonly [pattern: RegExp, code: string])[];

const unpaid = [
  /未付|未支付|待付|待支付|未付款|等待买家付款|unpaid|not paid|awaiting pay/,
  /wait(ing)? (for )?(buyer )?pay|pending payment|to pay|payment pending|created/,
  /arranging ?payment|^new$|^pending$/,
];

export const codeLabels: Readonly<Record<string, Labels>> = {
  'order.status': [
    ...unpaid.map((pattern) => [pattern, 'unpaid'] as const),
    [
      /退款成功|已退款|退款完成|全额退款|^refunded|refund(ed)?$|已退货|^退款|^退货|申请退款|退款中/,
      'refunded',
    ],
    [
      /取消|关闭|作废|失效|超时|无效|cancel|close|void|expired|invalid|declined|failed|失败/,
      'cancelled',
    ],
    [/撤单|删除/, 'cancelled'],
    [/交易成功|已完成|完成|成功|complete|finish|success|done|交易结束/, 'completed'],
    [/trade finished/, 'completed'],
    [
      /已收货|已签收|签收|待评价|未评价|待评论|确认收货|delivered|received|已送达|已妥投|评价|自提完成/,
      'delivered',
    ],
    [
      /已发货|待收货|配送中|运输中|shipped|in transit|dispatched|fulfilled|部分发货|sent/,
      'shipped',
    ],
    [/delivering|待签收|等待买家确认/, 'shipped'],
    [
      /待发货|未发货|已付|已支付|待配货|备货|等待卖家发货|paid|to ship|awaiting ship|processing/,
      'paid',
    ],
    [/confirmed|待核销|待使用|拼团|payment settled|authorized|await/, 'paid'],
  ],
  'order.paid': [
    [
      /未付|未支付|待付|待支付|否|unpaid|not paid|^no|pending|voided|待审|失败|取消|failed/,
      'false',
    ],
    [
      /已付|已支付|支付成功|付款成功|是|paid|yes|success|成功|退款|refunded|部分|settled|完成/,
      'true',
    ],
    [/authorized/, 'true'],
  ],
  'order.refund_status': [
    [/拒绝|驳回|refuse|reject|不同意|失败/, 'refused'],
    [/已退款|退款成功|退款完成|^refunded|已退|全额|部分退款成功|成功|完成|done/, 'refunded'],
    [/未退款|无退款|未申请|没有|正常|不退|none|^no |无售后|^无$|未发生|^否|不存在|默认/, 'none'],
    [/申请|退款中|待|审核|处理|request|apply|pending|中$|部分/, 'requested'],
  ],
  'member.status': [
    [/注销|关闭|closed|销户|退出|退会|cancel/, 'closed'],
    [
      /未激活|禁|冻结|锁|停|黑|disable|lock|frozen|ban|block|异常|无效|失效|inactive|suspend/,
      'disabled',
    ],
    [/no|否|off/, 'disabled'],
    [/正常|启用|激活|有效|active|enable|normal|valid|开|在职|可用|yes|是|on/, 'active'],
  ],
  'commission.status': [
    [
      /失效|取消|退回|退款|扣回|作废|撤销|无效|revers|cancel|refund|invalid|clawback|void|驳回/,
      'reversed',
    ],
    [/拒绝|失败|扣除|未通过/, 'reversed'],
    [
      /未结算|待结算|待返|冻结|未发放|待发放|预估|待入账|待|未|pending|accru|frozen|wait|unsettled/,
      'accrued',
    ],
    [/创建|审核|created/, 'accrued'],
    [
      /已结算|已发放|到账|入账|已返|成功|已发|完成|paid|settled|success|complete|有效|已|发放|done|是/,
      'paid',
    ],
  ],
  'commission.kind': [
    [/level difference|差额|级差|极差|matching|平级|伯乐/, 'level_difference'],
    [/自购|自己购买|self|own purchase|自返/, 'own_sale'],
    [
      /入会|报单费|会费|开卡|礼包|会员费|entry|member ?ship|join fee|member brokerage|开通|对碰/,
      'entry_fee',
    ],
    [/碰对|量奖|binary|pair|层奖|见点|level bonus/, 'entry_fee'],
    [/直推|推荐奖|邀请奖|拉新|推荐会员|招募|人头|recruit|referral bonus|sponsor|invite/, 'recruit'],
    [/direct bonus|referral|brokerage user|邀新|推新|推广注册|注册奖|fast start/, 'recruit'],
    [
      /领导|培育|加权|分红|全国|bonus pool|leader|dividend|bonus$|级别奖|升级奖|绩效|activity/,
      'bonus',
    ],
    [/活动|奖励$|签到/, 'bonus'],
    [
      /佣金|返佣|分销|分佣|一级|二级|三级|销售|order|订单|下级|团队|brokerage|commission|sale|返利|提成/,
      'downline_sale',
    ],
    [/推广|购物|消费|team|downline|unilevel/, 'downline_sale'],
  ],
  'withdrawal.status': [
    [
      /拒绝|驳回|失败|未通过|不通过|refuse|reject|fail|取消|cancel|作废|无效|撤销|denied/,
      'refused',
    ],
    [
      /待打款|待转账|待付|未打款|待审|审核中|申请|处理中|提现中|转账中|等待|待|pending|wait|apply|request/,
      'requested',
    ],
    [/process|未审|new|未/, 'requested'],
    [
      /已打款|已提现|到账|成功|已转账|完成|通过|paid|success|complete|approved|已支付|已付|done|发放/,
      'paid',
    ],
    [/已审/, 'paid'],
  ],
  'fee.kind': [
    [/升级|upgrade|晋升|升/, 'upgrade'],
    [/续费|续期|renew|年费|续/, 'renewal'],
    [/保证金|押金|deposit|定金/, 'deposit'],
    [/礼包|购买套餐|报单产品|package|购货|首单|starter|kit|purchase/, 'purchase_to_join'],
    [
      /入会|加盟|注册|开通|入门|会费|报单|entry|join|enrol|registration|membership|激活|会员/,
      'entry',
    ],
    [/activation|代理费/, 'entry'],
    [/充值|recharge|top ?up|余额|购币|储值/, 'recharge'],
  ],
  'after_sale.kind': [
    [/换货|换|exchange/, 'exchange'],
    [/维修|repair|修/, 'repair'],
    [/仅退款|只退款|未发货退款|仅|refund only|only refund|^退款$|退钱/, 'refund_only'],
    [/退货|return|退款退货/, 'return'],
    [/退款|refund/, 'refund_only'],
  ],
  'after_sale.status': [
    [/拒绝|驳回|refuse|reject|不同意|未通过|不通过|失败|denied/, 'refused'],
    [/撤销|取消|撤回|关闭|cancel|withdraw|close/, 'withdrawn'],
    [/退款成功|已退款|完成|成功|complete|success|refunded|done|finish|已换/, 'done'],
    [
      /同意|通过|待退货|待收货|待退款|待寄|退款中|退货中|agree|approv|accept|商家收货|买家发货|审核成功/,
      'agreed',
    ],
    [/settled/, 'agreed'],
    [
      /申请|待审|待处理|审核中|处理中|apply|open|pending|request|wait|待|进行|未|processing/,
      'open',
    ],
  ],
  'operator.status': [
    [/关闭|注销|退出|close|清退/, 'closed'],
    [/禁|冻结|停|锁|disable|suspend|frozen|否|off|待审|未通过|inactive|打烊/, 'suspended'],
    [/正常|启用|营业|开|active|normal|enable|是|通过|on/, 'active'],
  ],
  'operator.kind': [
    [/个体|individual|self employed/, 'individual_business'],
    [/企业|公司|company|enterprise|corp/, 'company'],
    [/个人|person|自然人/, 'person'],
  ],
  'listing.status': [
    [
      /未上架|下架|仓库|未开启|停售|隐藏|草稿|待审|off|down|draft|archiv|disable|否|inactive/,
      'off',
    ],
    [/unlisted|禁用|回收/, 'off'],
    [/上架|在售|出售|显示|开启|销售中|on|up|active|enable|是|正常|listed|published|启用/, 'on'],
  ],
  'live_session.status': [
    [/未开|预告|未直播|planned|not started|upcoming|待/, 'planned'],
    [/结束|ended|finish|已完|over|过期/, 'ended'],
    [/取消|禁播|cancel|关闭|异常|暂停/, 'cancelled'],
    [/直播中|进行|live|ongoing|started/, 'live'],
  ],
};

/** Codes a table takes where it has a number and no comment, by the commonest convention. */
export const plainCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'order.paid': { '0': 'false', '1': 'true' },
};

/** The canonical value a label stands for; null where no pattern fits. */
export function codeOfLabel(table: TableName, column: string, label: string): string | null {
  const text = label
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[_\-.]+/g, ' ')
    .trim();
  for (const [pattern, code] of codeLabels[`${table}.${column}`] ?? []) {
    if (pattern.test(text)) return code;
  }
  return null;
}
