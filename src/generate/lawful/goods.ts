/** What the shops of the lawful platform sell, in words no advertising rule objects to. */
export interface Goods {
  readonly category: string;
  readonly titles: readonly string[];
  readonly claims: readonly string[];
  /** Sold by weight of licence: the operator states its licence number. */
  readonly licence: 'food' | 'cosmetics' | null;
  /** Fresh goods that cannot be sent back, which the buyer confirms for each order. */
  readonly no_return: boolean;
  /** Minor units, lowest and highest. */
  readonly price: readonly [number, number];
  readonly trade: string;
}

export const goods: readonly Goods[] = [
  {
    category: '食品/粮油',
    titles: [
      '东北大米 5kg',
      '小磨香油 500ml',
      '荞麦挂面 1kg',
      '黄豆酱 800g',
      '花生油 5L',
      '杂粮粥米 2kg',
    ],
    claims: ['配料见标签，阴凉干燥处存放。', '产地与生产日期见包装，开封后请尽快食用。'],
    licence: 'food',
    no_return: false,
    price: [1_990, 9_990],
    trade: '粮油',
  },
  {
    category: '家居/收纳',
    titles: ['棉麻收纳筐', '折叠衣架 10只', '竹制餐垫', '陶瓷水杯', '遮光窗帘', '纯棉四件套'],
    claims: ['尺寸为手工测量，误差约一厘米。', '可水洗，首次使用前请清洗。'],
    licence: null,
    no_return: false,
    price: [1_590, 19_900],
    trade: '家居',
  },
  {
    category: '服饰/日常',
    titles: ['针织开衫', '棉袜 5双', '帆布挎包', '亚麻围巾', '牛仔外套', '儿童雨衣'],
    claims: ['尺码表见详情，支持七日无理由退货。', '面料成分见吊牌。'],
    licence: null,
    no_return: false,
    price: [1_990, 29_900],
    trade: '服饰',
  },
  {
    category: '美妆/洗护',
    titles: [
      '氨基酸洁面乳 100g',
      '护手霜 60g',
      '洗发露 400ml',
      '润唇膏',
      '身体乳 200ml',
      '香皂 4块',
    ],
    claims: ['使用前请先在局部试用，成分见标签。', '备案信息见包装。'],
    licence: 'cosmetics',
    no_return: false,
    price: [1_990, 15_900],
    trade: '日化',
  },
  {
    category: '水果/生鲜',
    titles: ['脐橙 5kg', '阳光玫瑰葡萄 2kg', '红富士苹果 4kg', '蓝莓 6盒', '芒果 3kg', '冬枣 2kg'],
    claims: ['现摘现发，请当日查收。', '果径为抽样测量，个体略有差异。'],
    licence: null,
    no_return: true,
    price: [2_990, 9_990],
    trade: '果蔬',
  },
  {
    category: '数码/配件',
    titles: ['数据线 1m', '手机支架', '无线鼠标', '蓝牙音箱', '充电插座', '平板保护套'],
    claims: ['接口型号见详情，附一年质保卡。', '参数为实验室环境测得，以实物为准。'],
    licence: null,
    no_return: false,
    price: [990, 39_900],
    trade: '数码',
  },
];

export const firsts = [...'晨云星禾竹沐岚溪舟橙梨棠霁鹿松荷苇麦'];
export const cities = ['云溪市', '禾川市', '竹山县', '棠城市', '岚州市', '鹿原县'];
export const roads = ['青竹路', '溪桥街', '麦田路', '橙园巷', '松荷大道'];
