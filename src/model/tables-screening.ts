import { bool, id, int, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** What the texts of a data set say, by the term lists of the packs. */
export const screeningTables = {
  screening_hit: {
    doc: {
      en: "a term of a pack's list found in the text of a listing or content",
      zh: '文案命中词表',
    },
    key: null,
    derived: { from: ['listing.title', 'listing.claims', 'content.body'] },
    columns: {
      subject_table: text("'listing' or 'content'", '所在表：listing 或 content'),
      subject_id: id('the row', '所在行'),
      subject_column: text("'title', 'claims' or 'body'", '所在列'),
      list_id: text('term list', '词表'),
      term: text(
        'entry; null for the rest of the list beyond the limit',
        '词条；空为超限未列的其余',
      ),
      found: text('the text as written', '原文片段'),
      found_from: int('where it begins in the text, in UTF-16 code units from 0', '起点（码元）'),
      found_to: int('where it ends, not included', '终点（码元，不含）'),
      via: text("how it is written: 'term', 'variant' or 'homophone'", '写法：原词、变体、谐音'),
      excepted: bool('an exception of the list applies; null unknown', '是否属于例外，空为未知'),
      exception: text('which; null for none', '例外名称'),
      corrected: bool(
        'corrected on air soon after, when live; null unknown',
        '直播中是否随即更正，空为未知',
      ),
      snippet: text('what stands around it', '上下文'),
    },
  },
} as const satisfies Record<string, TableShape>;
