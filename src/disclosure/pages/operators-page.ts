import type { Localised } from '../../model/localised.ts';
import { html, nothing } from '../../report/html/markup.ts';
import type { Markup } from '../../report/html/markup.ts';
import { visible } from '../../report/show.ts';
import type { OperatorAnswer } from '../operators/look-up.ts';
import { recordDigest } from '../publication/public-record.ts';
import type { PublicRecord } from '../publication/public-record.ts';
import { pageTitles, pageWords } from './page-texts.ts';
import type { Language } from './public-page.ts';
import { recordList } from './record-article.ts';

/** The look-up form, and what was found; `asked` null where nobody asked yet. */
export function operatorsBody(
  language: Language,
  asked: string | null,
  found: readonly OperatorAnswer[],
): Markup {
  const say = (text: Localised): string => text[language];
  return html`<form method="get" action="/public/${language}/operators" role="search">
      <label
        ><span>${say(pageWords.asked)}</span
        ><input name="asked" required maxlength="200" autocomplete="off" value="${asked ?? ''}"
      /></label>
      <button type="submit">${say(pageWords.find)}</button>
    </form>
    ${asked !== null && found.length === 0 ? html`<p>${say(pageWords.nobody)}</p>` : nothing}
    ${found.map((one) => answer(language, one))}`;
}

function licenceOf({ licence }: OperatorAnswer['operator'], unknown: string): Markup {
  const number = html`<bdi>${visible(licence?.number ?? unknown)}</bdi>`;
  if (licence === null || licence.url === null) return number;
  return html`<a href="${licence.url}" rel="noreferrer nofollow">${number}</a>`;
}

function answer(language: Language, found: OperatorAnswer): Markup {
  const say = (text: Localised): string => text[language];
  const { operator, integrity } = found;
  const section = (title: Localised, records: readonly PublicRecord[]): Markup =>
    html`<h3>${say(title)}</h3>
      ${recordList(
        language,
        records.map((record) => ({ record, digest: recordDigest(record) })),
        4,
      )}`;
  return html`<h2><bdi>${visible(operator.name)}</bdi></h2>
    <dl class="firm">
      <dt>${say(pageWords.code)}</dt>
      <dd>${operator.credit_code}</dd>
      <dt>${say(pageWords.licence)}</dt>
      <dd>${licenceOf(operator, say(pageWords.unknown))}</dd>
      ${
        integrity === null
          ? nothing
          : html`<dt>${say(pageWords.integrity)}</dt>
              <dd><bdi>${visible(integrity.class)}</bdi></dd>`
      }
    </dl>
    ${section(pageTitles.decisions, found.decisions)}
    ${section(pageTitles.measures, found.measures)} ${section(pageTitles.recalls, found.recalls)}`;
}
