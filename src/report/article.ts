import { articleText } from '../model/article-text.ts';
import type { Localised } from '../model/localised.ts';
import { visible } from './show.ts';

/** A citation for readers of both languages; what hides in it is shown. */
export function articleLabel(article: string): Localised {
  return articleText(visible(article));
}
