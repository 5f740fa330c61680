import { byteOrderMark, csvLine } from '../model/csv-cell.ts';
import type { Localised } from '../model/localised.ts';
import type { Gap, ReportLine } from './fill-lines.ts';
import type { ReportPart } from './owed-report.ts';

const subjectHeading: Localised = { zh: '平台内编号', en: 'number on the platform' };

/**
 * A part as CSV for spreadsheets: UTF-8 with its mark, headings in the language asked for, no
 * cell a spreadsheet would calculate.
 */
export function partCsv(
  { fields }: Pick<ReportPart, 'fields'>,
  lines: readonly ReportLine[],
  language: keyof Localised,
): string {
  const heading = [subjectHeading, ...fields.map((one) => one.heading)];
  const body = lines.map(({ subject, values }) => csvLine([subject, ...values]));
  return byteOrderMark + csvLine(heading.map((one) => one[language])) + body.join('');
}

const gapHeadings: readonly Localised[] = [
  { zh: '名单', en: 'list' },
  { zh: '平台内编号', en: 'number on the platform' },
  { zh: '项目', en: 'field' },
  { zh: '问题', en: 'what is wrong' },
];

const kinds: Readonly<Record<Gap['kind'], Localised>> = {
  missing: { zh: '缺失', en: 'missing' },
  differs: { zh: '与身份文件不一致', en: 'differs from the file of identities' },
};

const unplacedTitle: Localised = { zh: '未能归入名单', en: 'in no list' };

const notTold: Localised = { zh: '无法判断', en: 'cannot tell' };

/** What is wrong, as CSV: by part, then by line; last who could not be put into a list, and why. */
export function gapsCsv(
  parts: readonly { readonly part: ReportPart; readonly gaps: readonly Gap[] }[],
  unplaced: readonly { readonly subject: string | null; readonly needs: string }[],
  language: keyof Localised,
): string {
  const lines = parts.flatMap(({ part, gaps }) => {
    const heading = new Map(part.fields.map((one) => [one.name, one.heading[language]]));
    return gaps.map(({ subject, field, kind }) =>
      csvLine([part.title[language], subject, heading.get(field) ?? field, kinds[kind][language]]),
    );
  });
  const left = unplaced.map(({ subject, needs }) =>
    csvLine([unplacedTitle[language], subject, needs, notTold[language]]),
  );
  const heading = csvLine(gapHeadings.map((one) => one[language]));
  return byteOrderMark + heading + lines.join('') + left.join('');
}
