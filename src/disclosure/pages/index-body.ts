import { addMonths } from '../../model/days.ts';
import type { PublicationKind } from '../../model/publication.ts';
import { html } from '../../report/html/markup.ts';
import type { Markup } from '../../report/html/markup.ts';
import { pageTitles, pageWords } from './page-texts.ts';
import type { PageName } from './page-texts.ts';
import type { Language } from './public-page.ts';
import { recordList } from './record-article.ts';
import type { Displayed } from './record-article.ts';

const pageOfKind: Readonly<Record<PublicationKind, PageName>> = {
  decision: 'decisions',
  measure: 'measures',
  recall: 'recalls',
  draw: 'draws',
};

const latest_max = 5;

/** Figures of the calendar month before this day, of what is on display now, and the newest. */
export function indexBody(language: Language, all: readonly Displayed[], on: string): Markup {
  const month = addMonths(`${on.slice(0, 7)}-01`, -1).slice(0, 7);
  const figures = (of: readonly Displayed[]): Markup =>
    html`<dl class="figures">
      ${(['decision', 'measure', 'recall', 'draw'] as const).map((kind) => {
        const count = of.filter(({ record }) => record.kind === kind).length;
        return html`<div>
          <dt>${pageTitles[pageOfKind[kind]][language]}</dt>
          <dd>${count}</dd>
        </div>`;
      })}
    </dl>`;
  const last = all.filter(({ record }) => record.published_on.startsWith(month));
  return html`<h2>${pageWords.month[language]} (${month})</h2>
    ${figures(last)}
    <h2>${pageWords.shown[language]}</h2>
    ${figures(all)}
    <h2>${pageWords.latest[language]}</h2>
    ${recordList(language, all.slice(0, latest_max), 3)}`;
}
