import { createHash } from 'node:crypto';
import type { Report } from '../model/report.ts';
import { html } from './html/markup.ts';
import { contents, pageFoot, pageHead } from './html/page-head.ts';
import { pageScript } from './html/script.ts';
import { findingsSection } from './html/section-findings.ts';
import { moneySection } from './html/section-money.ts';
import { networkSection } from './html/section-network.ts';
import { readSection } from './html/section-read.ts';
import { stagesSection } from './html/section-stages.ts';
import { summarySection } from './html/section-summary.ts';
import { uncheckedSection } from './html/section-unchecked.ts';
import { verifySection } from './html/section-verify.ts';
import { printStyle } from './html/style-print.ts';
import { pageStyle } from './html/style.ts';
import { reportDigest } from './json.ts';
import { visible } from './show.ts';
import { texts } from './texts.ts';

/**
 * The report as one HTML file: both languages, light and dark, printable, and nothing fetched.
 * The policy in it lets exactly this style sheet and this script be used and no request be made.
 */
export function renderHtml(report: Report): string {
  const reportSha256 = reportDigest(report);
  const style = pageStyle + printStyle(runningHead(report, reportSha256));
  const policy = [
    `default-src 'none'`,
    `style-src '${sourceHash(style)}'`,
    `script-src '${sourceHash(pageScript)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const title = `${texts.title.zh} · ${texts.title.en} · ${visible(report.as_of)}`;
  const sections = [
    summarySection(report),
    readSection(report),
    stagesSection(report),
    findingsSection(report),
    networkSection(report),
    moneySection(report),
    uncheckedSection(report),
    verifySection(report, reportSha256),
  ];
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
        ${pageHead(report, reportSha256)}
        <div class="page">
          ${contents()}
          <main id="main">${sections}</main>
        </div>
        ${pageFoot()} ${{ markup: `<script>${pageScript}</script>` }}
      </body>
    </html> `.markup;
}

function runningHead({ as_of }: Report, reportSha256: string): string {
  const day = as_of.replace(/[^0-9-]/g, '');
  return `Polyprism · ${day} · report.json SHA-256 ${reportSha256}`;
}

/** What a content security policy calls an inline style sheet or script. */
function sourceHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
