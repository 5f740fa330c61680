import { createHash } from 'node:crypto';
import type { Localised } from '../../model/localised.ts';
import { visible } from '../show.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { contents, pageFoot, pageHead } from './page-head.ts';
import type { HeadParts } from './page-head.ts';
import { pageScript } from './script.ts';
import { printStyle } from './style-print.ts';
import { pageStyle } from './style.ts';

export interface PageParts extends HeadParts {
  /** Titles of the sections by anchor, in their order. */
  readonly contents: Readonly<Record<string, Localised>>;
  readonly sections: readonly Markup[];
}

/**
 * A page in one file: both languages, light and dark, printable, and nothing fetched. The policy
 * in it lets exactly this style sheet and this script be used and no request be made.
 */
export function page(parts: PageParts): string {
  const style = pageStyle + printStyle(runningHead(parts));
  const policy = [
    `default-src 'none'`,
    `style-src '${sourceHash(style)}'`,
    `script-src '${sourceHash(pageScript)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const { title: named, as_of } = parts;
  const title = [named.zh, named.en, ...(as_of === null ? [] : [visible(as_of)])].join(' · ');
  return html`<!doctype html>
    <html lang="zh-CN" data-lang="zh">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>Polyprism ${title}</title>
        ${{ markup: `<style>${style}</style>` }}
      </head>
      <body>
        ${pageHead(parts)}
        <div class="page">
          ${contents(parts.contents)}
          <main id="main">${parts.sections}</main>
        </div>
        ${pageFoot()} ${{ markup: `<script>${pageScript}</script>` }}
      </body>
    </html> `.markup;
}

function runningHead({ as_of, file, sha256 }: HeadParts): string {
  const day = as_of === null ? '' : `${as_of.replace(/[^0-9-]/g, '')} · `;
  return `Polyprism · ${day}${file} SHA-256 ${sha256}`;
}

/** What a content security policy calls an inline style sheet or script. */
function sourceHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
