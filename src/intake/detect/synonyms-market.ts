import { called } from './synonym-types.ts';
import type { SynonymTables } from './synonym-types.ts';
import { statusTerms as status } from './synonyms-money.ts';
import { created, notTheTime } from './synonyms-selling.ts';

const shopId = `
    id, shop id, store id, mer id, merchant id, seller id, site id, supplier id, mch id,
    vendor id, 编号, 店铺编号, 店铺id, 商户编号`;
const shopName = `
    name, shop name, store name, mer name, merchant name, seller name, company name, company,
    title, site name, supplier name, brand name, real name, 店铺名称, 商户名称, 企业名称, 公司名称, 名称, 商家名称`;
const deleted = `
    is del, is delete, is deleted, deleted, del, del flag, delete time, deleted at, 是否删除`;

export const marketSynonyms: SynonymTables = {
  operator: {
    operator_id: called(shopId, 'sn, no, code'),
    name: called(shopName, '', 'user, account, bank, contact, category, 联系'),
    kind: called(
      `
        merchant type, company type, operator type, subject type, mer type, type, kind, 主体类型,
        企业类型, 商户类型`,
      'type id',
      'pay, time, user',
    ),
    credit_code: called(
      `
        credit code, unified social credit code, social credit code, uscc,
        business licence number, business license number, license code, company registration no,
        统一社会信用代码, 信用代码, 营业执照号`,
      'tax no, 税号',
      'img, image, pic, 图',
    ),
    licence_no: called(
      `
        licence no, license no, license number, permit no, licence number, 许可证号`,
      '',
      'img, image, electronic, 图',
    ),
    licence_valid_to: called(
      `
        licence valid to, license end, license expire, licence expiry, business licence end,
        valid to, license end time, 执照有效期, 许可证有效期, 有效期至`,
    ),
    address: called(
      `
        address, company address, shop address, mer address, business address, detail address,
        地址, 经营地址, 企业地址, 公司地址`,
      '',
      'ip, email, id',
    ),
    contact: called(
      `
        phone, mobile, tel, contact phone, mer phone, link phone, contact mobile, link mobile,
        联系电话, 手机, 电话, 联系方式`,
      '',
      'name, 姓名',
    ),
    entered_at: called(
      `
        entered at, join time, settle in time, ${created}, open time, 入驻时间, 开店时间, 加入时间`,
      'time',
      notTheTime,
    ),
    verified_at: called('verified at, verify time, audit time, check time, 核验时间, 审核时间'),
    status: called(`${status}, shop status, mer state, is open, enabled`, '', 'time, audit'),
    deleted: called(deleted),
  },
  shop: {
    shop_id: called(shopId, 'sn, no, code'),
    operator_id: called(
      `
        operator id, merchant id, company id, owner id, user id, seller id, uid, shop owner,
        mer id, 经营者, 所属商户`,
      'member id',
      'type',
    ),
    name: called(shopName, '', 'user, account, bank, contact, category, company, 联系'),
    opened_at: called(`opened at, open time, ${created}, 开店时间, 入驻时间`, 'time', notTheTime),
    closed_at: called('closed at, close time, shut time, 关店时间, 关闭时间'),
  },
  live_session: {
    live_session_id: called('id, room id, live id, roomid, 编号, 直播间id', 'no'),
    operator_id: called('mer id, shop id, store id, merchant id, operator id, site id, 店铺'),
    streamer_id: called(
      `
        anchor id, streamer id, anchor wechat, anchor, host id, user id, uid, member id,
        anchor account, 主播, 主播id`,
      '',
      'name, img',
    ),
    title: called(
      'title, name, live name, live title, room name, 标题, 名称, 直播标题',
      '',
      'anchor, 主播',
    ),
    started_at: called(
      `
        start time, started at, live start time, begin time, start at, 开始时间, 开播时间`,
      created,
    ),
    ended_at: called('end time, ended at, live end time, end at, finish time, 结束时间, 下播时间'),
    status: called(`live status, ${status}, 直播状态`, '', 'time'),
  },
  content: {
    content_id: called(
      `
        id, article id, post id, news id, content id, dynamic id, note id, 编号`,
      'no',
    ),
    author_id: called(
      `
        author id, uid, user id, member id, mid, admin id, author, create by, openid, 作者, 发布人,
        发布者`,
      '',
      'name, parent',
    ),
    listing_id: called('product id, goods id, item id, prod id, 商品id, 关联商品', '', 'name'),
    body: called(
      `
        content, body, text, article content, detail, message, synopsis, description, caption,
        copy, title, 内容, 正文, 文案, 标题`,
      'summary, intro',
      'img, image, video, type, id',
    ),
    published_at: called(
      `
        published at, publish time, release time, post time, ${created}, 发布时间, 发表时间`,
      'time, date',
      notTheTime,
    ),
    ad_label: called(
      `
        is ad, is advert, ad label, is advertising, is promotion, 是否广告, 广告标识`,
    ),
    ai_label: called('is ai, ai label, ai generated, is aigc, 是否AI生成, AI标识'),
  },
};
