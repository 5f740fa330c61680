import type { Localised } from './localised.ts';

const one = String.raw`\d+(?:-\d+)?(?:\(\d+\))?`;
const form = new RegExp(
  [
    String.raw`^arts?\. (${one}(?:, ${one})*)`,
    String.raw`(?: paras?\. (\d+(?:-\d+)?))?`,
    String.raw`(?: items? (\d+(?:-\d+)?))?`,
    String.raw`(?: \((\d{4}) text\))?`,
    String.raw`(?: \(penalty art\. (\d+)\))?$`,
  ].join(''),
);

const ordinals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A citation as packs write it ('art. 224-1', 'art. 18 (2021 text)') and as a Chinese reader. */
export function articleText(article: string): Localised {
  const [, list, paragraph, item, text, penalty] = form.exec(article) ?? [];
  if (list === undefined) return { en: article, zh: article };
  const articles = list.split(', ').map(articleZh).join('、');
  const part = numbered(paragraph, '款') + numbered(item, '项');
  const version = text === undefined ? '' : `（${text}年文本）`;
  const fine = penalty === undefined ? '' : `（罚则第${penalty}条）`;
  return { en: article, zh: `${articles}${part}${version}${fine}` };
}

function numbered(number: string | undefined, unit: string): string {
  return number === undefined ? '' : `第${number.replace('-', '至')}${unit}`;
}

function articleZh(article: string): string {
  const [, number = '', inserted, item] = /^(\d+)(?:-(\d+))?(?:\((\d+)\))?$/.exec(article) ?? [];
  const after = inserted === undefined ? '' : `之${ordinals[Number(inserted)] ?? inserted}`;
  return `第${number}条${after}${item === undefined ? '' : `第${item}项`}`;
}
