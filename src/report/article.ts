import type { Localised } from '../model/localised.ts';
import { visible } from './show.ts';

const one = String.raw`\d+(?:-\d+)?(?:\(\d+\))?`;
const form = new RegExp(
  [
    String.raw`^arts?\. (${one}(?:, ${one})*)`,
    String.raw`(?: paras?\. (\d+(?:-\d+)?))?`,
    String.raw`(?: \(penalty art\. (\d+)\))?$`,
  ].join(''),
);

const ordinals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A citation as packs write it ('art. 224-1', 'art. 7(2)') and as a Chinese reader does. */
export function articleLabel(article: string): Localised {
  const en = visible(article);
  const [, list, paragraph, penalty] = form.exec(article) ?? [];
  if (list === undefined) return { en, zh: en };
  const articles = list.split(', ').map(articleZh).join('、');
  const part = paragraph === undefined ? '' : `第${paragraph.replace('-', '至')}款`;
  const fine = penalty === undefined ? '' : `（罚则第${penalty}条）`;
  return { en, zh: `${articles}${part}${fine}` };
}

function articleZh(article: string): string {
  const [, number = '', inserted, item] = /^(\d+)(?:-(\d+))?(?:\((\d+)\))?$/.exec(article) ?? [];
  const after = inserted === undefined ? '' : `之${ordinals[Number(inserted)] ?? inserted}`;
  return `第${number}条${after}${item === undefined ? '' : `第${item}项`}`;
}
