import { bool, code, date, double, id, int, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** One of these being there, something can be asked of the data. */
const from = ['order.buyer_id', 'review.listing_id', 'complaint.order_id', 'after_sale.order_id'];

const kind = code(
  ['brushing', 'account_group', 'planted_reviews', 'complaint_cluster', 'return_cluster'],
  'of what',
  '疑点类型',
);

/** Suspicions from statistics over the other tables: never breaches. docs/reference/signals.md */
export const signalTables = {
  signal: {
    doc: { en: 'a suspicion, with how many independent grounds it has', zh: '疑点' },
    key: 'signal_id',
    derived: { from },
    columns: {
      signal_id: id('suspicion', '疑点'),
      kind,
      subject_kind: code(
        ['operator', 'mcn', 'account_group', 'listing', 'batch'],
        'whom or what it is about',
        '对象类型',
      ),
      subject_id: id('about which; of a group of accounts, the busiest of them', '对象'),
      operator_id: id('operator concerned; null for none or several', '经营者'),
      listing_id: id('listing concerned', '商品'),
      batch: text('batch concerned', '批次'),
      grounds: int('independent grounds: grounds from different data', '独立依据数'),
      ground_names: text('names of the grounds, in order', '依据名称'),
      cases: int('most cases (orders, reviews, complaints, returns) of any one ground', '涉及笔数'),
      first_on: date('first day on which every ground is seen', '各项依据并存的首日'),
      last_on: date('last such day; of the act, where one is asked for', '各项依据并存的末日'),
    },
  },
  signal_ground: {
    doc: {
      en: 'a ground of a suspicion: what was seen and what was to be expected',
      zh: '疑点依据',
    },
    key: null,
    derived: { from },
    columns: {
      signal_id: id('suspicion', '疑点'),
      ground: text('name of the ground', '依据'),
      family: text('data it is drawn from; grounds of one family count once', '数据来源类别'),
      cases: int('cases seen', '所见笔数'),
      out_of: int('cases looked at', '考察笔数'),
      expected: double('cases to be expected by what holds for the others', '预期笔数'),
      strength: double('strength of the ground, on the scale of its threshold', '强度'),
      threshold: double('strength from which it is a ground', '阈值'),
      statement_zh: text('the ground in a sentence, Chinese', '中文说明'),
      statement_en: text('the ground in a sentence, English', '英文说明'),
    },
  },
  signal_scope: {
    doc: { en: 'which grounds the data allow to be looked for', zh: '可考察的依据' },
    key: null,
    derived: { from },
    columns: {
      kind,
      subject_kind: text('for which subjects', '对象类型'),
      ground: text('name of the ground', '依据'),
      family: text('data it is drawn from', '数据来源类别'),
      measured: bool('the data allow it', '是否可考察'),
      needs: text("what it wants for: 'table.column'", '所缺数据'),
    },
  },
} as const satisfies Record<string, TableShape>;
