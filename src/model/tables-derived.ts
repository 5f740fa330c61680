import { bool, date, id, int, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** What a run works out before the provisions, and provisions may read. */
export const derivedTables = {
  calendar_day: {
    doc: { en: 'the days of an official calendar', zh: '工作日历' },
    key: null,
    derived: true,
    columns: {
      calendar: text('jurisdiction', '适用地区'),
      day: date('day', '日期'),
      working: bool('a working day', '是否工作日'),
      working_no: int('working days from the calendar’s first day to this one', '累计工作日数'),
      next_working_on: date('this day where it is a working day, else the next', '顺延后的工作日'),
      statutory: bool('a public holiday', '是否法定休假日'),
      after_statutory_on: date(
        'this day where it is no public holiday, else the first day after',
        '法定休假日结束后首日',
      ),
    },
  },
  classification: {
    doc: {
      en: 'what someone or something is in law, as classification provisions find',
      zh: '法律身份认定',
    },
    key: null,
    derived: true,
    columns: {
      fact: text('name of the fact', '事实'),
      subject_id: id('of whom or what', '对象'),
      holds: bool('true; null when the data cannot tell. No row: it does not hold', '是否成立'),
    },
  },
} as const satisfies Record<string, TableShape>;
