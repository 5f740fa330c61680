import type { Localised } from '../model/localised.ts';

export const estimates = ['best', 'likely', 'worst'] as const;
export type Estimate = (typeof estimates)[number];

/** Something the model supposes, as it may turn out. */
export interface Assumption extends Readonly<Record<Estimate, number>> {
  readonly unit: string;
  /** `measured`: here, by somebody, once; `assumed`: an estimate. */
  readonly origin: 'measured' | 'assumed';
  readonly what: Localised;
}

export const assumptions = {
  cpu_spread: {
    unit: '×',
    best: 0.8,
    likely: 1,
    worst: 1.6,
    origin: 'measured',
    what: {
      en: 'a cost on another day or processor, times the cost measured',
      zh: '换一天或换处理器时，成本相对实测值的倍数',
    },
  },
  growth_per_doubling: {
    unit: '×',
    best: 0,
    likely: 0.03,
    worst: 0.1,
    origin: 'assumed',
    what: {
      en: 'what a row costs more each time the data double beyond the size measured',
      zh: '数据量超出实测规模后每翻一倍，单行成本的增幅',
    },
  },
  busy_cores: {
    unit: '×',
    best: 0.95,
    likely: 0.8,
    worst: 0.5,
    origin: 'assumed',
    what: { en: 'share of the cores SQL keeps busy', zh: 'SQL 能用满的核数比例' },
  },
  one_thread: {
    unit: '×',
    best: 0.3,
    likely: 0.5,
    worst: 0.8,
    origin: 'assumed',
    what: {
      en: 'share of import, network tables and derived tables that one thread does',
      zh: '导入、网络结果表与推算表中由单线程完成的比例',
    },
  },
  disk_share: {
    unit: '×',
    best: 1,
    likely: 0.8,
    worst: 0.25,
    origin: 'measured',
    what: {
      en: 'rate of a disk that others use too, of the best measured',
      zh: '磁盘同时有他人使用时的速率，相对实测最佳值',
    },
  },
  columns_read: {
    unit: '×',
    best: 0.1,
    likely: 0.25,
    worst: 0.5,
    origin: 'assumed',
    what: { en: 'share of the bytes of a table one scan reads', zh: '一次扫描读取的字节比例' },
  },
  spilled_bytes_per_order: {
    unit: 'bytes',
    best: 50,
    likely: 200,
    worst: 800,
    origin: 'assumed',
    what: {
      en: 'joins and sorts of an order that go to disk once memory does not hold them',
      zh: '内存放不下时，每笔订单的连接与排序写盘字节数',
    },
  },
  statements: {
    unit: '',
    best: 82,
    likely: 150,
    worst: 272,
    origin: 'measured',
    what: {
      en: 'statements of the provisions: of the bundled sample, of every provision of cn at most',
      zh: '条款语句数：随附样例为最少，cn 全部条款为最多',
    },
  },
  scans: {
    unit: '',
    best: 10,
    likely: 25,
    worst: 80,
    origin: 'assumed',
    what: { en: 'of them, those that read all orders', zh: '其中读取全部订单的语句数' },
  },
  joined_bytes_per_order: {
    unit: 'bytes',
    best: 100,
    likely: 320,
    worst: 1000,
    origin: 'assumed',
    what: {
      en: 'what the joins of the provisions send between nodes, of an order',
      zh: '条款中的连接为每笔订单在节点间传输的字节数',
    },
  },
  cluster_statement_s: {
    unit: 's',
    best: 0.5,
    likely: 2,
    worst: 5,
    origin: 'assumed',
    what: {
      en: 'what a statement takes more on a cluster than on one machine with Spark',
      zh: '一条语句在集群上比单机 Spark 多出的时间',
    },
  },
  compressed: {
    unit: '×',
    best: 0.3,
    likely: 0.43,
    worst: 0.7,
    origin: 'assumed',
    what: {
      en: 'bytes sent between nodes, of those shuffled (LZ4)',
      zh: '混洗数据压缩后的比例（LZ4）',
    },
  },
  network_share: {
    unit: '×',
    best: 1,
    likely: 0.7,
    worst: 0.4,
    origin: 'assumed',
    what: { en: 'share of its network a node gets', zh: '节点实际可得的网络带宽比例' },
  },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof assumptions;
export type Assumed = Readonly<Record<AssumptionName, number>>;

/** Every assumption as one estimate has it. */
export function assumedAt(estimate: Estimate): Assumed {
  const entries = Object.entries(assumptions).map(([name, one]) => [name, one[estimate]]);
  // The keys are those of the assumptions.
  return Object.fromEntries(entries) as Assumed;
}
