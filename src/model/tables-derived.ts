import { bool, date, id, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** What classification provisions say: facts that other provisions read. */
export const derivedTables = {
  classification: {
    doc: {
      en: 'what a row is in the eyes of the law, by a provision that classifies',
      zh: '法律上的身份认定（由分类条款得出）',
    },
    key: null,
    derived: { from: [] },
    columns: {
      provision: text('id of the provision that classifies', '认定所依据的条款'),
      subject_table: text('table of the row', '对象所在表'),
      subject_id: id('the row', '对象'),
      holds: bool('whether it is so; null where the data cannot tell', '是否成立；无法判断为空'),
      since: date('since when, where the provision says', '起始日期'),
    },
  },
} as const satisfies Record<string, TableShape>;
