import { createHash } from 'node:crypto';
import type { Localised } from '../../model/localised.ts';
import { html } from '../../report/html/markup.ts';
import type { Markup } from '../../report/html/markup.ts';
import { pageLeads, pageTitles, pageWords } from './page-texts.ts';
import type { PageName } from './page-texts.ts';
import { publicStyle } from './public-style.ts';

export type Language = keyof Localised;

/** Lets exactly this style sheet be used and forms go to this site; no script, no request. */
export const publicPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(publicStyle).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const names = Object.keys(pageTitles).filter((name): name is PageName =>
  Object.hasOwn(pageTitles, name),
);

/** One public page in one language; `body` follows title and lead. */
export function publicPage(language: Language, name: PageName, body: Markup): string {
  const say = (text: Localised): string => text[language];
  const tag = language === 'zh' ? 'zh-CN' : 'en';
  const other = language === 'zh' ? 'en' : 'zh';
  const item = (one: PageName): Markup => {
    const here: Markup = { markup: one === name ? ' aria-current="page"' : '' };
    return html`<li><a href="/public/${language}/${one}" ${here}>${say(pageTitles[one])}</a></li>`;
  };
  return html`<!doctype html>
    <html lang="${tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say(pageTitles[name])} · ${say(pageWords.site)}</title>
        ${{ markup: `<style>${publicStyle}</style>` }}
      </head>
      <body>
        <a class="skip" href="#main">${say(pageWords.skip)}</a>
        <header>
          <div class="top">
            <p>${say(pageWords.site)}</p>
            <a href="/public/${other}/${name}" lang="${other === 'zh' ? 'zh-CN' : 'en'}"
              >${say(pageWords.other)}</a
            >
          </div>
          <nav aria-label="${say(pageWords.menu)}">
            <ul>
              ${names.map(item)}
            </ul>
          </nav>
        </header>
        <main id="main">
          <h1>${say(pageTitles[name])}</h1>
          <p class="lead">${say(pageLeads[name])}</p>
          ${body}
        </main>
        <footer><p>${say(pageWords.foot)}</p></footer>
      </body>
    </html> `.markup;
}
