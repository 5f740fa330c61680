import type { JsonObject } from '../../model/json.ts';
import type { PublicRecord } from '../publication/public-record.ts';
import { column } from './data-file.ts';
import type { FileSchema } from './data-file.ts';

/** Publications on display, one a row. */
export const recordSchema: FileSchema = {
  name: 'publications',
  title: { zh: '在公示的信息', en: 'What is on display' },
  columns: [
    column('id', 'text', '编号', 'id'),
    column('version', 'whole', '版本', 'version'),
    column('kind', 'text', '类别', 'kind'),
    column('publisher', 'text', '公示机构', 'who publishes'),
    column('number', 'text', '文号', 'number of the decision'),
    column('title', 'text', '标题', 'title'),
    column('subject', 'text', '当事人（自然人姓名已隐去）', 'whom it is about, persons masked'),
    column('credit_code', 'text', '统一社会信用代码', 'unified social credit code'),
    column('region', 'text', '地区', 'region'),
    column('category', 'text', '事由', 'what it concerns'),
    column('outcome', 'text', '处理结果', 'what came of it'),
    column('basis', 'json', '依据', 'legal basis'),
    column('amount_minor', 'whole', '金额（分）', 'amount in minor units'),
    column('currency', 'text', '币种', 'currency'),
    column('decided_on', 'day', '决定日期', 'decided on'),
    column('published_on', 'day', '公示日期', 'published on'),
    column('shown_until', 'day', '公示截止日', 'last day of display'),
    column('digest', 'text', 'SHA-256', 'SHA-256 of the record'),
  ],
};

/** A record as a row of that file. */
export function recordRow(record: PublicRecord, digest: string): JsonObject {
  const { subject, basis, reasons: _, draw: __, facts: ___, ...rest } = record;
  return {
    ...rest,
    subject: subject?.name ?? null,
    credit_code: subject?.credit_code ?? null,
    basis: [...basis],
    digest,
  };
}
