import type { Product } from '../crmeb/product.ts';

type Line = readonly [name: string, claims: string, category: string, yuan: number];

const lines: readonly Line[] = [
  ['山茶籽洗发水', '温和清洁,日常使用', '个护', 59],
  ['无香洗衣液', '两公斤装', '家清', 39],
  ['竹纤维毛巾', '三条装', '家纺', 29],
  ['桂花乌龙茶', '袋泡二十包', '茶饮', 45],
  ['手工皂', '冷制,三块装', '个护', 36],
  ['玻璃保鲜盒', '四件套', '厨具', 88],
  ['棉麻桌布', '一米四乘两米', '家纺', 69],
  ['儿童雨靴', '防滑鞋底', '鞋服', 79],
  ['蓝牙音箱', '续航八小时', '数码', 139],
  ['充电台灯', '三档亮度', '数码', 99],
  ['护手霜', '六十克', '个护', 25],
  ['陶瓷马克杯', '三百五十毫升', '厨具', 32],
  ['纯棉短袜', '五双装', '鞋服', 28],
  ['不锈钢水壶', '一升半', '厨具', 118],
  ['香薰蜡烛', '可燃三十小时', '家居', 49],
  ['记忆棉枕', '慢回弹', '家纺', 129],
  ['除螨喷雾', '三百毫升', '家清', 42],
  ['折叠收纳箱', '五十升', '家居', 55],
  ['玫瑰精华水', '一百二十毫升', '护肤', 168],
  ['云锦精华面霜', '五十克', '护肤', 268],
  ['草本足浴包', '三十袋', '家居', 66],
  ['酵素梅', '二十粒', '零食', 58],
  ['负离子吹风机', '一千六百瓦', '数码', 199],
  ['乳木果身体乳', '四百毫升', '个护', 75],
];

/** The goods of a lawful shop: prices, no embellishment. */
export const lawfulProducts: readonly Product[] = lines.map(
  ([name, claims, category, yuan], i) => ({
    id: i + 1,
    name,
    claims,
    category,
    price_minor: yuan * 100,
    reference_minor: 0,
    ficti: 0,
  }),
);

/** What is wrong with the sample's goods, by product id. */
export const plantedGoods = {
  /** Sales invented by hand: `ficti`. */
  added_sales: { 1: 5_000, 5: 1_200, 9: 888, 15: 3_000, 19: 9_999, 20: 20_000, 22: 666 },
  /** Struck-through prices, in yuan, at which nothing was ever sold. */
  false_reference: { 2: 99, 6: 299, 9: 399, 19: 598, 20: 980 },
  /** Struck-through prices at which the goods were really sold until the price change. */
  true_reference: { 3: 39, 7: 89, 14: 148, 24: 95 },
  superlatives: { 10: '全网第一的护眼亮度', 23: '国家级工艺,顶级风量' },
  medical: { 21: '祛病排寒,配合疗程效果更好', 22: '降血糖,辅助治疗便秘' },
} as const;

const at = <T>(values: Readonly<Record<number, T>>, id: number): T | undefined => values[id];

/** The sample's goods: the lawful ones with the planted wrongs. */
export const sampleProducts: readonly Product[] = lawfulProducts.map((product) => {
  const { id } = product;
  const earlier = at<number>(plantedGoods.true_reference, id);
  const reference = at<number>(plantedGoods.false_reference, id) ?? earlier ?? 0;
  const claims = at(plantedGoods.superlatives, id) ?? at(plantedGoods.medical, id);
  const planted: Product = {
    ...(claims === undefined ? product : Object.assign({}, product, { claims })),
    reference_minor: reference * 100,
    ficti: at<number>(plantedGoods.added_sales, id) ?? 0,
    ...(earlier !== undefined && { earlier_minor: earlier * 100 }),
  };
  return planted;
});
