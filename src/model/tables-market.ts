import { bool, code, date, id, instant, int, money, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** Who trades: platforms, operators, shops, members. */
export const marketTables = {
  platform: {
    doc: { en: 'a platform that others trade on', zh: '平台' },
    key: 'platform_id',
    columns: {
      platform_id: id('platform', '平台'),
      name: text('public name', '名称'),
      direct_selling_licence: text('direct-selling licence number', '直销经营许可证号'),
      record_kept_from: date('oldest date records reach back to', '数据留存起始日'),
    },
  },
  operator: {
    doc: { en: 'who sells: a company, a self-employed trader or a person', zh: '经营者' },
    key: 'operator_id',
    columns: {
      operator_id: id('operator', '经营者'),
      name: text('trade name', '名称'),
      kind: code(['company', 'individual_business', 'person'], 'legal form', '主体类型'),
      credit_code: text('unified social credit code', '统一社会信用代码'),
      licence_no: text('licence number', '许可证号'),
      licence_valid_to: date('licence valid to', '许可有效期至'),
      registration_exempt: bool('declares itself exempt from registration', '是否声明免登记'),
      turnover_year_minor: money('turnover of the last 12 months', '近十二个月交易额'),
      address: text('address of business', '经营地址'),
      contact: text('keyed pseudonym of the contact', '联系方式（假名）'),
      entered_at: instant('admitted to the platform', '入驻时间'),
      verified_at: instant('last verification of identity data', '最近核验时间'),
      displayed: bool('licence or self-declaration shown on the shop page', '是否亮照公示'),
      status: code(['active', 'suspended', 'closed'], 'status', '状态'),
      deleted: bool('flagged deleted in the source', '源系统标记删除'),
    },
  },
  shop: {
    doc: { en: 'a shop or live account of an operator', zh: '店铺' },
    key: 'shop_id',
    columns: {
      shop_id: id('shop', '店铺'),
      operator_id: id('its operator', '所属经营者'),
      name: text('shop name', '店铺名称'),
      opened_at: instant('opened', '开店时间'),
      closed_at: instant('closed', '关店时间'),
      closing_notice_at: instant('notice of closing put up', '停业公示时间'),
    },
  },
  member: {
    doc: {
      en: 'an account that may buy, recruit and earn; people are pseudonyms from the import on',
      zh: '会员账号，个人身份自导入起即为假名',
    },
    key: 'member_id',
    columns: {
      member_no: int('dense number in joining order, from 0', '按加入时间的序号'),
      member_id: id('account in the source system', '源系统账号'),
      recruiter_id: id('who recruited it; null for none', '推荐人'),
      recruiter_no: int('member_no of the recruiter; null none, -1 not in the data', '推荐人序号'),
      placement_id: id('whom the account sits under, where a second tree exists', '安置上级'),
      placement_no: int('member_no of the placement; null none, -1 not in the data', '安置序号'),
      joined_at: instant('account created', '注册时间'),
      bound_at: instant('bound to the recruiter', '绑定上级时间'),
      tier: text('rank or grade in the source', '等级'),
      is_promoter: bool('may earn from recruiting or selling', '是否推广员'),
      status: code(['active', 'disabled', 'closed'], 'status', '状态'),
      deleted: bool('flagged deleted in the source', '源系统标记删除'),
      person_key: text('keyed pseudonym of phone or identity number', '身份假名'),
      direct_cached: int('direct recruits as the source itself counts them', '源系统缓存的直推数'),
      region: text('region', '地区'),
    },
  },
  account_link: {
    doc: { en: 'two things that tie accounts together, hashed', zh: '账号关联（散列）' },
    key: null,
    columns: {
      member_id: id('account', '账号'),
      kind: code(['phone', 'id_number', 'device', 'address', 'payment'], 'tie', '关联类型'),
      link_key: text('keyed pseudonym of the shared value', '关联值假名'),
    },
  },
  verification: {
    doc: { en: 'a check of identity data', zh: '身份核验记录' },
    key: 'verification_id',
    columns: {
      verification_id: id('check', '核验'),
      subject_kind: code(['operator', 'streamer', 'member'], 'of whom', '核验对象类型'),
      subject_id: id('who was checked', '核验对象'),
      checked_at: instant('when', '核验时间'),
      result: code(['passed', 'failed'], 'result', '结果'),
    },
  },
  rule_version: {
    doc: { en: "a version of the platform's own rules", zh: '平台规则版本' },
    key: 'rule_version_id',
    columns: {
      rule_version_id: id('version', '版本'),
      title: text('title', '标题'),
      published_at: instant('published', '公示时间'),
      effective_at: instant('takes effect', '生效时间'),
      major: bool('affects traders substantially', '是否重大修改'),
      withdrawn_at: instant('no longer shown', '撤下时间'),
    },
  },
  measure: {
    doc: { en: "a platform's action against an operator or content", zh: '平台处置措施' },
    key: 'measure_id',
    columns: {
      measure_id: id('measure', '措施'),
      operator_id: id('against whom', '对象'),
      kind: text('kind of measure', '措施类型'),
      reason: text('reason given', '理由'),
      decided_at: instant('decided', '决定时间'),
      notified_at: instant('operator told', '告知时间'),
      published_at: instant('published', '公示时间'),
    },
  },
  submission: {
    doc: { en: 'a report handed to an authority', zh: '向主管部门的报送' },
    key: 'submission_id',
    columns: {
      submission_id: id('submission', '报送'),
      kind: text('which report', '报送类型'),
      submitted_at: instant('when', '报送时间'),
      period: text('period covered', '报送期间'),
    },
  },
} as const satisfies Record<string, TableShape>;
