import type { Finding, RawPlace } from '../../model/provision.ts';
import type { ReportMoney } from '../../model/report.ts';
import { placeOf } from '../facts/place-of.ts';
import { countsSentence } from '../facts/flip-sentence.ts';
import { columnLabel, subjectLabel } from '../labels.ts';
import { evidence, grouped, visible } from '../show.ts';
import { texts } from '../texts.ts';
import { twoLawsSentence } from '../two-laws.ts';
import { waiverSentence } from '../waiver-sentence.ts';
import { both, data, digest, html, id } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import { table } from './table.ts';

/** Evidence rows of one finding the page shows; findings.csv has them all. */
export const rows_per_finding = 10;

/** One finding: whom it is about, the sentence, and on request the rows it rests on. */
export function findingCard(finding: Finding, money: ReportMoney): Markup {
  const {
    id: sha256,
    subject,
    act_on,
    explanation,
    evidence: rows,
    laws,
    source,
    waiver,
    counts,
  } = finding;
  // The data set as a whole has no id of its own.
  const name = subject.table === 'data_set' ? '' : html` <b>${id(subject.id)}</b>`;
  const day = act_on === null ? '' : html` · <time>${data(act_on)}</time>`;
  const key = sha256.replace(/[^0-9A-Za-z]/g, '').slice(0, 16);
  return html`<li class="finding" id="f-${key}">
    <p class="over">${both(subjectLabel(subject.table))}${name}${day}</p>
    <p class="said"><bdi>${both(explanation)}</bdi></p>
    ${laws ? html`<p class="said">${both(twoLawsSentence(laws))}</p>` : ''}
    ${counts ? html`<p class="said">${both(countsSentence(counts))}</p>` : ''}
    ${waiver ? html`<p class="said"><bdi>${both(waiverSentence(waiver))}</bdi></p>` : ''}
    <details class="rows">
      <summary>${both(texts.evidence_rows, { n: grouped(rows.length) })}</summary>
      ${rows.length > 0 ? evidenceTable(finding, key, money) : ''}${
        rows.length > rows_per_finding
          ? html`<p class="more">
              ${both(texts.more_rows_in_csv, { n: grouped(rows.length - rows_per_finding) })}
            </p>`
          : ''
      }
      ${source ? rawPlace(finding, source) : ''}
      <p class="seal">${both(texts.finding_digest)} ${digest(sha256)}</p>
    </details>
  </li> `;
}

function rawPlace(finding: Finding, source: RawPlace): Markup {
  const { label, at } = placeOf(finding, source);
  const table = data(source.table, 60);
  return html`<p class="seal">
    ${both(label)} <span class="id">${data(at, 160)}</span> <span>(${table})</span>
  </p>`;
}

function evidenceTable(finding: Finding, key: string, money: ReportMoney): Markup {
  const { evidence: rows, subject } = finding;
  const shown = rows.slice(0, rows_per_finding);
  const columns = [...new Set(shown.flatMap((row) => Object.keys(row)))];
  const numeric = (name: string): boolean =>
    name.endsWith('_minor') || shown.some((row) => typeof row[name] === 'number');
  return table({
    name: `e-${key}`,
    caption: texts.evidence,
    quiet: true,
    heads: columns.map((name) => ({ label: head(name, subject.table), numeric: numeric(name) })),
    rows: shown.map((row) => columns.map((name): Part => cell(name, row[name] ?? null, money))),
  });
}

function head(name: string, subject: Finding['subject']['table']): Markup {
  const label = columnLabel(name, subject);
  return html`${label === null ? '' : both(label)}<small class="id">${visible(name, 60)}</small>`;
}

function cell(name: string, value: Finding['evidence'][number][string], money: ReportMoney): Part {
  const shown = both(evidence(name, value, money));
  return value === null ? html`<i>${shown}</i>` : html`<bdi>${shown}</bdi>`;
}
