import { phone } from '../../names.ts';
import { creditCode } from '../credit-code.ts';
import { goodsZh } from './goods-zh.ts';
import type { Market } from './market.ts';
import type { Words } from './words.ts';

const words: Words = {
  platform: '青禾汇(虚构平台)',
  rules: (n) => `平台服务协议与交易规则 第${n}版`,
  plan: {
    name: '青禾推广计划',
    statement: '申请审核通过即可推广，不收取任何费用；按本人促成的销售计佣，上级得其中一层。',
    leader: '推广主管',
    promoter: '推广员',
    member: '会员',
  },
  phone,
  contact: (index) => `0990${String(10_000_000 + index)}`,
  companyNo: creditCode,
  licenceNo: (kind, index) =>
    `${kind === 'food' ? 'JY1990000' : 'FX1990000'}${String(index).padStart(7, '0')}`,
  operator(kind, first, trade, index) {
    if (kind === 'person') return `${first}${trade}小摊${index}`;
    if (kind === 'individual_business') return `${first}${trade}商行${index}`;
    return `${first}${trade}${index}(虚构)有限公司`;
  },
  address: (city, road, number) => `${city}${road}${number}号`,
  shop: (first, trade, index) => `${first}家${trade}店${index}`,
  liveRoom: (first, index) => `${first}家直播间${index}`,
  goods: (first, title) => `${first}家${title}`,
  aboutGoods: (title, text) => `${title}：${text}`,
  manufacturer: (trade) => `${trade}制造(虚构)有限公司`,
  responsible: (trade) => `${trade}责任人(虚构)`,
  session: (trade, n) => `${trade}专场第${n}期`,
  basis: '促销前七日内最低成交价',
  after_sale: {
    no_reason: '七天无理由退货',
    unshipped: '不想要了，尚未发货',
    faulty: '商品有瑕疵',
    missing: '少件补差',
    size: '尺码不合适',
    excluded: '鲜活易腐商品，下单时已逐次确认不适用无理由退货',
    late: '已超过七日，且商品无质量问题',
  },
  complaint: {
    description: '商品与描述不符',
    elsewhere: '不属于本机关管辖',
    dispute: '售后争议',
  },
  measure_reason: '违反平台规则第十二条：商品信息与实物不符，已附截图',
  move_reason: '会员申请更换服务人',
  incentive: '推广佣金',
  posts: [
    '自用一周的感受，尺寸和描述一致。',
    '收到货拍了几张，供大家参考。',
    '平时这样搭配，链接在下面。',
    '洗过两次，颜色没有变化。',
  ],
  articles: [
    '如何看食品标签上的生产日期与保质期。',
    '纯棉织物怎样洗不容易缩水。',
    '收到快递后先核对单号再签收。',
  ],
  said: [
    '先看尺寸和成分，介绍按标签来。',
    '价格就是页面上的价格，没有另外的优惠。',
    '售后在店铺页面，七天内可退。',
  ],
  carriers: ['青鸟快递(虚构)', '禾运物流(虚构)', '云脚速运(虚构)'],
  praise: [
    '包装完整，和描述一致。',
    '用了一周，整体满意。',
    '物流挺快，客服有问必答。',
    '颜色略深，其他都好。',
  ],
  doubts: ['比想象中小一点，还能用。', '味道一般，包装不错。', '做工普通，价格合适。'],
};

/** The People's Republic, and an association whose members have promised more. */
export const cn: Market = {
  packs: ['cn', 'association-group-buying'],
  time_zone: 'Asia/Shanghai',
  currency: 'CNY',
  utc: false,
  return_days: 7,
  closing_notice_days: 1,
  tax_reports: 'quarterly',
  return_exclusions: true,
  goods: goodsZh,
  firsts: [...'晨云星禾竹沐岚溪舟橙梨棠霁鹿松荷苇麦'],
  cities: ['云溪市', '禾川市', '竹山县', '棠城市', '岚州市', '鹿原县'],
  roads: ['青竹路', '溪桥街', '麦田路', '橙园巷', '松荷大道'],
  words,
};
