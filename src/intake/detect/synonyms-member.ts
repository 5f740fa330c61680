import { called } from './synonym-types.ts';
import type { SynonymTables } from './synonym-types.ts';

const notFirst = `
    second, third, two, three, 2, 3, grand, top, root, count, num, number of, time, date, path,
    name list, level, bonus, reward, money, amount, rate, ratio, status, type, code own, my, 二级,
    三级, 二代, 三代, 间接, 顶级, 人数, 数量, 时间, 日期, 路径, 奖, 金额, 比例, 等级, 状态, 我的`;

/** Who recruited whom: each list says which tree a column belongs to. */
export const recruiterTerms = {
  sponsor: called(
    `
      spread uid, spread user id, spreader, spread id, inviter, inviter id, invite uid,
      invite user id, inviter uid, invited by, inviter user id, inviter code, invite from,
      referrer, referrer id, referer id, referred by, referral id, referral user id,
      referrer code, refer id, refer uid, ref id, ref by, referral by, ref user, referee id,
      sponsor, sponsor id, sponsored by, sponsor no, sponsor code, enroller, enroller id,
      recruiter, recruiter id, recruited by, introducer, introducer id, introduced by,
      recommend id, recommender, recommender id, recommend user id, recommend uid,
      recommended by, recommend user, recommend code, re id, reid, re name, rename, tuijian,
      tuijianren, tuijianren id, tjr, tjr id, tuijian id, tuijianid, tui id, yaoqingren,
      yaoqingren id, yqr, jieshaoren, jieshaoren id, jsr, share uid, share user id, sharer id,
      share id, from uid, source member, promoter id, promoter uid, promote uid, distributor id,
      partner id, zhitui, guide id, pusher id, brought by, fromuid, bind uid, bind user id,
      sponsor username, sponsor name, referrer username, ref user id, invite member id,
      inviter member id, tuiguang id, 推荐人, 推荐者, 推荐会员, 推荐编号, 推荐用户, 邀请人, 邀请者, 邀请用户, 邀请会员, 介绍人,
      推广人, 推广员, 推广者, 引荐人, 师傅, 师父, 来源会员, 分享人, 直推人, 发展人, 拉新人, 被谁推荐, 招募人, 推荐码来源, 上级推荐人`,
    `
      recommend, invite code, invitation code, agent id, share code, channel id, salesman id,
      from user id, source id, source user id, seller id, saleman, 邀请码, 推荐码, 来源, 业务员, 导购`,
    `
      ${notFirst}, self, own, url, qrcode, shop, order, 自己, 本人, 自购, 链接, 二维码`,
  ),
  placement: called(
    `
      placement, placement id, placement uid, placement parent, placed under, position parent,
      pos id, placed id, placement username, pool parent id, place id, place uid, node id,
      node parent, node uid, anzhi, anzhi id, anzhiren, anzhiren id, azr, az id, jiedian,
      jiedian id, jiedianren, jiedianren id, jdr, jd id, contact id, binary parent,
      binary parent id, tree parent, tree parent id, matrix parent, matrix parent id, 安置人, 安置上级,
      安置编号, 安置会员, 安置点, 接点人, 接点编号, 接点会员, 节点人, 节点编号, 节点上级, 接点`,
    'node, 安置, 节点, position id',
    `${notFirst}, left, right, side, leg, 左, 右, 区, 位置`,
  ),
  neutral: called(
    `
      parent id, parent uid, parent, parent user id, parent member id, parent no, parent code,
      parent account, pid, p id, puid, p uid, father id, father, father uid, father name, fid,
      fuid, superior, superior id, superior uid, super id, upline, upline id, uplink, up id,
      up uid, upid, upper id, upper uid, upper user id, higher id, leader, leader id,
      leader uid, first leader, parent first, one level id, level one id, first parent, shangji,
      shangji id, shangjiid, sj id, sjid, shangxian, shangxian id, fuji, fuji id, master id,
      mentor id, boss id, team leader id, lead id, par id, parentid, ancestor id, pre id,
      direct parent, direct superior, 上级, 上级会员, 上级编号, 上级用户, 上级id, 上线, 上线编号, 父级, 父id, 父编号, 父节点,
      父亲, 直属上级, 一级上级, 上级代理, 上家, 所属上级, 领导人, 队长, 团队长, 上级账号`,
    'leader team, agent, head id, agent pid, 父, 所属, 代理, 领导',
    notFirst,
  ),
  /** A chain of ids up to the root. */
  path: called(
    `
      path, ancestor, ancestors, ancestor path, ancestor relation, relation path, tree path,
      parent path, parent ids, parents, p path, re path, recommend path, relation,
      relation chain, upline path, lineage, level path, spread path, invite path, team path,
      pids, chain, genealogy, shangji path, guanxi, relations, 关系链, 推荐路径, 上级路径, 层级路径, 推荐关系, 族谱,
      上级链, 路径, 祖级列表, 祖先`,
    'link, code path, 关系, 链路',
    'image, file, url, avatar, head, img, 图片, 头像, 文件',
  ),
} as const;

export const memberSynonyms: SynonymTables = {
  member: {
    member_id: called(
      `
        id, uid, user id, member id, customer id, mid, account id, member no, user no,
        member code, userid, uuid, huiyuan id, huiyuanid, hyid, huiyuan bianhao, bianhao,
        yonghu id, user code, distributor id, customer number, participant id, affiliate id,
        agent id, 会员编号, 会员id, 用户id, 会员号, 用户编号, 编号, 客户编号, 会员卡号, 经销商编号`,
      `
        no, code, username, user name, account, login name, 账号, 会员账号, 用户名, 序号`,
    ),
    joined_at: called(
      `
        reg time, register time, registered at, registration date, registration time, reg date,
        register date, regdate, regtime, reg at, rdt, joined at, join date, join time,
        date joined, joined on, joined, enrolled, member since, signup date, sign up at,
        signup at, enrolled at,
        enrollment date, enroll date, enrolment date, enrolled on, signed up, 报名日期, 报名时间,
        created at, create time, created, created on,
        date created, create date, creation date, add time, addtime, add date, ctime,
        gmt create, insert time, createtime, date added, user registered, zhuce shijian,
        zhuceshijian, zhuce riqi, jiaru shijian, chuangjian shijian, create at, input time,
        customer since, member since, start date, 注册时间, 注册日期, 加入时间, 加入日期, 入会时间, 入会日期, 创建时间,
        创建日期, 报单时间, 添加时间, 加盟时间, 加盟日期, 入职时间, 建立时间, 开户时间, 申请时间, 登记日期`,
      `
        time, date, opened on, opened at, open date, active time, activate time, activated at,
        open time, pdt, confirm time, 时间, 日期, 激活时间, 开通时间, 审核时间, 确认时间`,
      `
        update, updated, modify, modified, login, last, birth, birthday, expire, end, delete,
        deleted, vip, logout, visit, spread, bind, cancel, freeze, pay, upgrade, 更新, 修改, 登录, 登陆,
        最后, 生日, 出生, 到期, 删除, 注销, 绑定, 升级, 结束, 支付`,
    ),
    bound_at: called(
      `
        spread time, bind time, bound at, binding time, invite time, invited at, referred at,
        distribution time, relation time, parent time, bind at, leader time, promoter bind time,
        绑定时间, 绑定上级时间, 锁定时间, 推荐时间, 邀请时间, 上级绑定时间`,
      'bind date, distributor time, 成为下级时间',
      'bank, card, phone, mobile, wechat, 手机, 银行, 微信',
    ),
    activated_at: called(
      `
        activated at, activated time, activate time, activation time, activation date,
        jihuo time, jihuo shijian, 激活时间, 激活日期, 账号激活时间`,
      'active time',
      'code, sms, card, coupon, last, 码, 最近, 最后',
    ),
    tier: called(
      `
        level, level id, grade, grade id, rank, rank id, member level, user level, vip level,
        user rank, tier, u level, ulevel, level name, rank name, agent level, grade name,
        member rank, dengji, huiyuan dengji, jibie, package, membership level, member grade,
        customer group, title rank, 等级, 级别, 会员等级, 会员级别, 代理等级, 代理级别, 职级, 身份级别, 用户等级, 会员类型, 星级`,
      `
        member type, user type, group id, vip, role, level no, identity, 身份, 类型, 头衔, 职务`,
      'p level, re level, depth, tree level, time, layer, 层, 深度, 代数',
    ),
    is_promoter: called(
      `
        is promoter, is distributor, is distribution, is fenxiao, is agent, is spread, is fx,
        promoter, is affiliate, distributor status, is partner, is salesman, is team,
        can recruit, is distribute, is commission, is seller agent, 是否推广员, 是否分销商, 是否代理, 是否分销员,
        推广资格`,
      'distributor, 分销商, 是否激活',
      'time, level, id, uid, count',
    ),
    status: called(
      `
        status, state, user status, account status, is enable, enabled, is disable, disabled,
        is lock, locked, is active, active, is frozen, frozen, is use, zhuangtai, forbidden,
        banned, 状态, 账号状态, 会员状态, 是否禁用, 是否冻结, 冻结`,
      'lock, flag, enable, is black, is pay, 是否激活, 是否启用, 锁定',
      'time, audit, order, pay status, 实名, 认证',
    ),
    deleted: called(
      `
        is del, is delete, is deleted, deleted, del, del flag, delete flag, delete time,
        deleted at, is delete time, is logoff, delete status, deletetime, isdel, del status,
        是否删除, 删除标志, 删除时间, 删除标记, 已删除, 是否注销`,
      'logoff, recycle, 注销, 删除',
    ),
    direct_cached: called(
      `
        spread count, direct count, direct num, fans, fan count, one child num, re nums, re num,
        recommend num, recommend count, invite num, invite count, referral count, referrals,
        recruit count, child count, children count, son num, team first num, zhitui num,
        zhituirenshu, direct referrals, first count, tuijian renshu, downline count, 直推人数, 推荐人数,
        邀请人数, 粉丝数, 直接下级数, 直推数, 一级人数, 下级人数, 直接推荐人数`,
      'underling number, team num, team count, 下线人数',
      'second, third, two, three, all, total team, 二级, 三级, 团队总',
    ),
    region: called(
      `
        region, province, city, area, address, location, country, shengfen, diqu, prov, 地区, 省份,
        省, 城市, 所在地, 区域, 地址, 所在地区`,
      'district, 市, 区县, 国家',
      'id, code, email, ip, login, 登录',
    ),
  },
  account_link: {
    phone: called(
      `
        phone, mobile, mobile phone, tel, telephone, cellphone, phone number, mobile number,
        user tel, user phone, user mobile, phone no, shouji, shoujihao, sj, dianhua, cell,
        contact phone, msisdn, 手机, 手机号, 手机号码, 电话, 联系电话, 联系手机, 移动电话`,
      'contact, 联系方式',
      `
        verified, verify, is, bind, time, status, code, model, brand, type, system, province,
        city, 验证`,
    ),
    id_number: called(
      `
        id card, idcard, card id, id no, id number, identity card, identity no, identity,
        card no, id card no, idno, national id, sfz, shenfenzheng, user code card, cert no,
        certificate no, passport, ssn, tax id, 身份证, 身份证号, 身份证号码, 证件号, 证件号码, 身份号码`,
      'card, 证件',
      `
        type, img, image, pic, url, front, back, bank, vip, member card, 图, 照片, 正面, 反面, 类型, 银行`,
    ),
    payment: called(
      `
        bank card, bank no, bank account, bank card no, alipay, alipay account, bank number,
        yinhang kahao, bankcard, wallet address, bank card number, iban, zhifubao, 银行卡, 银行卡号,
        银行账号, 支付宝, 支付宝账号, 卡号, 开户账号`,
      'card number, 账户, wallet',
      'name, type, img, address bank, 名, 行名, 开户行',
    ),
    device: called(
      `
        device id, device no, device, imei, idfa, oaid, device code, mac, device token,
        register device, 设备号, 设备编号, 设备标识`,
      'uuid device',
      'type, name, system, 类型, 型号',
    ),
  },
};
