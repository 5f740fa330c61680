import type { Localised } from '../../model/localised.ts';
import { html, nothing } from '../../report/html/markup.ts';
import type { Markup } from '../../report/html/markup.ts';
import { visible } from '../../report/show.ts';
import type { PublicRecord } from '../publication/public-record.ts';
import { machineWords, pageWords } from './page-texts.ts';
import type { Language } from './public-page.ts';

/** A record with the digest it was published under. */
export interface Displayed {
  readonly record: PublicRecord;
  readonly digest: string;
}

const text_chars_max = 20_000;

/** One record as the public reads it, under a heading of this level. */
export function recordArticle(
  language: Language,
  { record, digest }: Displayed,
  level: 2 | 3 | 4,
): Markup {
  const { subject, reasons } = record;
  const comma = language === 'zh' ? '，' : ', ';
  const line = (name: Localised, value: string | null): Markup =>
    value === null || value === ''
      ? nothing
      : html`<dt>${name[language]}</dt>
          <dd><bdi>${visible(value, text_chars_max)}</bdi></dd>`;
  const until = record.kind === 'draw' ? null : (record.shown_until ?? pageWords.open[language]);
  return html`<article id="${record.id}">
    ${heading(level, record.title)}
    <dl>
      ${line(pageWords.subject, subject?.name ?? null)}
      ${line(pageWords.code, subject?.credit_code ?? null)} ${line(pageWords.number, record.number)}
      ${line(pageWords.category, record.category)} ${line(pageWords.facts, record.facts)}
      ${line(pageWords.outcome, record.outcome)}
      ${line(pageWords.basis, record.basis.join(language === 'zh' ? '；' : '; '))}
      ${line(
        pageWords.machine,
        reasons &&
          machineWords(reasons)
            .map((one) => one[language])
            .join(comma),
      )}
      ${line(
        pageWords.redress,
        reasons && reasons.redress.map(({ how }) => how).join(language === 'zh' ? '；' : '; '),
      )}
      ${line(pageWords.region, record.region)} ${line(pageWords.publisher, record.publisher)}
      ${line(pageWords.decided, record.decided_on)}
      ${line(pageWords.published, record.published_on)} ${line(pageWords.until, until)}
      ${line(pageWords.correction, record.correction)}
    </dl>
    <p class="code">
      ${pageWords.digest[language]} ${digest} ·
      <a href="/public-data/records/${encodeURIComponent(record.id)}"
        >${pageWords.asJson[language]}</a
      >${record.draw === null ? nothing : drawLink(language, record.id)}
    </p>
  </article>`;
}

/** To where a visitor's own browser draws it again. */
function drawLink(language: Language, id: string): Markup {
  return html` ·
    <a href="/console/public/verify?draw=${encodeURIComponent(id)}"
      >${pageWords.verify[language]}</a
    >`;
}

function heading(level: 2 | 3 | 4, title: string): Markup {
  const name = html`<bdi>${visible(title)}</bdi>`;
  if (level === 2) return html`<h2>${name}</h2>`;
  return level === 3 ? html`<h3>${name}</h3>` : html`<h4>${name}</h4>`;
}

/** Records one below the other, or that there are none. */
export function recordList(
  language: Language,
  records: readonly Displayed[],
  level: 2 | 3 | 4,
): Markup {
  if (records.length === 0) return html`<p>${pageWords.none[language]}</p>`;
  return html`${records.map((one) => recordArticle(language, one, level))}`;
}
