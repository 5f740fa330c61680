import { table } from '../mysql-dump.ts';

/** Members, ties and money in the names CRMEB (PHP, 2022 and later) gives them. */
export const userTable = table('eb_user', '会员', [
  'uid int(10) unsigned | 会员编号',
  'account varchar(32) | 登录账号',
  'real_name varchar(25) | 姓名',
  'card_id varchar(20) | 证件号',
  'mark varchar(255) | 备注',
  'nickname varchar(60) | 昵称',
  'avatar varchar(256) | 头像',
  'phone char(15) | 手机号',
  'add_time int(11) unsigned | 注册时间',
  'last_time int(11) unsigned | 最近登录',
  'now_money decimal(8,2) unsigned | 余额',
  'brokerage_price decimal(8,2) | 佣金余额',
  'status tinyint(1) | 1正常 0禁用',
  'level tinyint(2) unsigned | 会员等级',
  'agent_level int(10) | 分销等级',
  'spread_open tinyint(1) | 有无推广资格',
  'spread_uid int(10) unsigned | 推荐人编号',
  'spread_time int(11) unsigned | 绑定推荐人的时间',
  'user_type varchar(32) | 来源端',
  'is_promoter tinyint(1) unsigned | 1为推广员',
  'pay_count int(11) unsigned | 购买次数',
  'spread_count int(11) | 直接下级数',
  'login_type varchar(36) | 登录方式',
  'is_money_level tinyint(1) | 会员来源 0购物升级 1付费购买 2卡密领取',
  'is_ever_level tinyint(1) | 1为永久会员',
  'overdue_time bigint(20) | 会员到期',
  'division_id int(11) | 事业部',
  'agent_id int(11) | 代理商',
  'staff_id int(11) | 员工',
  'is_del tinyint(1) | 1已注销',
]);

export const spreadTable = table('eb_user_spread', '推荐关系变更', [
  'id int(10) | 编号',
  'uid int(10) | 会员',
  'spread_uid int(10) | 推荐人',
  'spread_time int(10) | 绑定时间',
]);

export const brokerageTable = table('eb_user_brokerage', '佣金明细', [
  'id int(10) unsigned | 编号',
  'uid int(10) unsigned | 受益会员',
  'link_id varchar(32) | 来源单据',
  'type varchar(64) | 佣金类型',
  'title varchar(64) | 标题',
  'number decimal(8,2) unsigned | 金额',
  'balance decimal(8,2) unsigned | 之后余额',
  'pm tinyint(1) unsigned | 0支出 1收入',
  'mark varchar(512) | 备注',
  'status tinyint(1) | 0待确认 1有效 -1无效',
  'take tinyint(1) | 1已收货',
  'frozen_time int(10) unsigned | 冻结至',
  'add_time int(10) unsigned | 产生时间',
]);

export const extractTable = table('eb_user_extract', '提现申请', [
  'id int(10) unsigned | 编号',
  'uid int(10) unsigned | 会员',
  'real_name varchar(64) | 收款人',
  'extract_type varchar(32) | bank银行卡 alipay支付宝 wx微信',
  'bank_code varchar(32) | 卡号',
  'alipay_code varchar(64) | 支付宝账号',
  'extract_price decimal(8,2) unsigned | 提现金额',
  'mark varchar(512) | 备注',
  'balance decimal(8,2) unsigned | 余额',
  'fail_msg varchar(128) | 驳回原因',
  'fail_time int(10) unsigned | 驳回时间',
  'add_time int(10) unsigned | 申请时间',
  'status tinyint(2) | -1驳回 0审核中 1已提现',
]);

export const rechargeTable = table('eb_user_recharge', '余额充值', [
  'id int(10) unsigned | 编号',
  'uid int(10) | 会员',
  'order_id varchar(32) | 单号',
  'price decimal(8,2) | 充值金额',
  'give_price decimal(8,2) | 赠送金额',
  'recharge_type varchar(32) | 充值方式',
  'paid tinyint(1) | 1已支付',
  'pay_time int(10) | 支付时间',
  'add_time int(12) | 下单时间',
  'refund_price decimal(10,2) | 退款金额',
]);

export const otherOrderTable = table('eb_other_order', '付费会员购买记录', [
  'id int(11) unsigned | 编号',
  'uid int(10) unsigned | 会员',
  'type tinyint(1) unsigned | 0免费 1购买 2卡密 3收银',
  'order_id varchar(32) | 单号',
  'member_type varchar(10) | 卡种 month quarter year ever free',
  'pay_type varchar(32) | 支付方式',
  'paid tinyint(1) | 1已支付',
  'pay_price decimal(10,2) unsigned | 支付金额',
  'member_price decimal(10,2) | 卡价',
  'pay_time int(50) unsigned | 支付时间',
  'is_free tinyint(1) unsigned | 1免费',
  'is_permanent tinyint(1) unsigned | 1永久',
  'overdue_time bigint(20) unsigned | 到期',
  'is_del tinyint(1) | 1删除',
  'vip_day int(10) | 天数',
  'add_time int(50) unsigned | 下单时间',
  'money decimal(8,2) unsigned | 原价',
]);

export const memberShipTable = table('eb_member_ship', '付费会员卡种', [
  'id int(11) unsigned | 编号',
  'type varchar(20) | 卡种',
  'title varchar(200) | 名称',
  'vip_day int(10) | 天数',
  'price decimal(8,2) | 原价',
  'pre_price decimal(8,2) | 现价',
  'sort int(10) | 排序',
  'is_del int(2) | 1删除',
  'add_time int(10) | 添加时间',
]);

export const userLevelTable = table('eb_system_user_level', '会员等级', [
  'id int(11) | 编号',
  'mer_id int(11) | 商户',
  'name varchar(255) | 名称',
  'money decimal(8,2) | 购买价',
  'is_forever tinyint(1) | 1永久',
  'is_pay tinyint(1) | 1须购买',
  'is_show tinyint(1) | 1显示',
  'grade int(11) | 级别',
  'discount decimal(8,2) | 折扣',
  'explain text | 说明',
  'add_time int(11) | 添加时间',
  'is_del tinyint(1) | 1删除',
  'exp_num int(10) | 升级经验',
]);

export const agentLevelTable = table('eb_agent_level', '分销等级', [
  'id int(10) | 编号',
  'name varchar(50) | 名称',
  'one_brokerage smallint(5) | 一级佣金上浮百分比',
  'two_brokerage smallint(5) | 二级佣金上浮百分比',
  'grade smallint(5) | 级别',
  'status tinyint(1) | 1启用',
  'is_del tinyint(1) | 1删除',
  'add_time int(10) | 添加时间',
]);
