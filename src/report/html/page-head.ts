import type { Localised } from '../../model/localised.ts';
import { texts } from '../texts.ts';
import { both, data, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** The mark: one ray in, three out. */
const mark = html`<svg class="mark" viewBox="0 0 40 32" width="40" height="32" aria-hidden="true">
  <path class="ray" d="M0 19H11" />
  <path class="body" d="M16 4L28 28H4Z" />
  <path class="pre" d="M20 13L40 6" />
  <path class="in" d="M23 18.5H40" />
  <path class="after" d="M26 24L40 30" />
</svg>`;

export interface HeadParts {
  readonly title: Localised;
  /** The day judged as of; null for what has none. */
  readonly as_of: string | null;
  /** The file the page shows, and its digest. */
  readonly file: string;
  readonly sha256: string;
}

export function pageHead({ title, as_of, file, sha256 }: HeadParts): Markup {
  return html`<a class="skip" href="#main">${both(texts.skip)}</a>
    <header class="top">
      <div class="brand">
        ${mark}
        <div>
          <p class="product">Polyprism</p>
          <h1>${both(title)}</h1>
        </div>
      </div>
      <dl class="stamp">
        ${
          as_of === null
            ? nothing
            : html`<div>
                <dt>${both(texts.as_of)}</dt>
                <dd>${data(as_of)}</dd>
              </div> `
        }
        <div>
          <dt>${file} SHA-256</dt>
          <dd><code>${data(sha256.slice(0, 16))}…</code></dd>
        </div>
      </dl>
      <div class="switches" data-tools hidden>
        <span role="group" aria-labelledby="sw-lang"
          ><span class="sr" id="sw-lang">语言 / Language</span
          ><button type="button" data-lang-to="zh" lang="zh-CN">中文</button
          ><button type="button" data-lang-to="en" lang="en">English</button></span
        >
        <span role="group" aria-labelledby="sw-theme"
          ><span class="sr" id="sw-theme">${both(texts.theme)}</span>${(
            [
              ['auto', texts.theme_auto],
              ['light', texts.theme_light],
              ['dark', texts.theme_dark],
            ] as const
          ).map(
            ([name, label]) =>
              html`<button type="button" data-theme-to="${name}">${both(label)}</button>`,
          )}</span
        >
        <button type="button" data-print>${both(texts.print)}</button>
      </div>
    </header> `;
}

export function contents(titles: Readonly<Record<string, Localised>>): Markup {
  return html`<nav aria-labelledby="nav-h">
    <p id="nav-h">${both(texts.contents)}</p>
    <ol>
      ${Object.entries(titles).map(
        ([name, title]) => html`<li><a href="#${name}">${both(title)}</a></li>`,
      )}
    </ol>
  </nav> `;
}

export function pageFoot(): Markup {
  return html`<footer><p>${both(texts.foot)}</p></footer> `;
}
