import type { Report } from '../../model/report.ts';
import { canonicalFamily } from '../../model/snapshot.ts';
import { tableLabel, word } from '../labels.ts';
import { bytes, grouped, percent } from '../show.ts';
import { softwareName } from '../software-name.ts';
import { texts } from '../texts.ts';
import { both, data, digest, html, id } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import { note, section } from './section.ts';
import { table } from './table.ts';

/** Rows a table of the page shows; report.json has them all. */
const rows_max = 200;

/** What was read, what was not and why, and what had to be assumed. */
export function readSection(report: Report): Markup {
  return section(
    'read',
    files(report),
    software(report),
    canonicalTables(report),
    rawTables(report),
    assumptions(report),
    issues(report),
  );
}

function block(title: Markup, ...body: readonly Part[]): Markup {
  return html`<div class="block">
    <h3>${title}</h3>
    ${body}
  </div>`;
}

function more(all: number): Markup | '' {
  return all > rows_max
    ? note(texts.more_in_json, { shown: rows_max, more: grouped(all - rows_max) })
    : '';
}

function files({ files: all }: Report): Markup {
  return block(
    both(texts.files),
    note(texts.files_note),
    table({
      name: 'files-t',
      caption: texts.files,
      quiet: true,
      heads: [
        { label: both(texts.name) },
        { label: both(texts.format) },
        { label: both(texts.size), numeric: true },
        { label: 'SHA-256' },
      ],
      rows: all
        .slice(0, rows_max)
        .map((file) => [
          id(file.name),
          html`${file.format}${file.charset === null ? '' : html`<small>${file.charset}</small>`}`,
          bytes(file.bytes),
          digest(file.sha256),
        ]),
    }),
    more(all.length),
  );
}

function software({ software: known }: Report): Markup {
  const { name, family, score, reasons } = known;
  const kin = family === null || family === canonicalFamily ? null : family;
  const named =
    name === null
      ? both(texts.software_unknown)
      : html`<b>${both(softwareName(known))}</b>${kin === null ? '' : html` (${data(kin, 60)})`} ·
          ${both(texts.software_score, { score: percent(score) })}`;
  return block(
    both(texts.software),
    html`<p>${named}</p>`,
    reasons.length > 0
      ? html`<ul>
          ${reasons.map((reason) => html`<li>${both(reason)}</li>`)}
        </ul>`
      : '',
  );
}

function canonicalTables({ tables }: Report): Markup {
  return block(
    both(texts.canonical_tables),
    note(texts.canonical_note),
    table({
      name: 'canonical-t',
      caption: texts.canonical_tables,
      quiet: true,
      sortable: true,
      heads: [
        { label: both(texts.table) },
        { label: both(texts.what_it_holds) },
        { label: both(texts.rows_read), numeric: true },
        { label: both(texts.rows_refused), numeric: true },
      ],
      rows: Object.entries(tables).map(([name, { read, refused }]) => [
        id(name),
        both(tableLabel(name)),
        grouped(read),
        grouped(refused),
      ]),
    }),
  );
}

function rawTables({ raw_tables: all }: Report): Markup {
  const used = all.filter(({ skipped }) => skipped === null);
  const skipped = all.filter((one) => one.skipped !== null);
  const heads = [
    { label: both(texts.raw_table) },
    { label: both(texts.rows_read), numeric: true },
    { label: both(texts.rows_refused), numeric: true },
    { label: both(texts.declared) },
  ];
  const cells = (one: Report['raw_tables'][number]): Part[] => [
    id(one.name),
    grouped(one.read),
    grouped(one.refused),
    both(one.declared ? texts.yes : texts.no),
  ];
  const reason = ({ skipped: en, skipped_zh: zh }: Report['raw_tables'][number]): Part =>
    both({ en: en ?? '', zh: zh ?? en ?? '' });
  return block(
    both(texts.raw_tables),
    note(texts.raw_note, { used: used.length, skipped: skipped.length }),
    table({
      name: 'raw-used-t',
      caption: texts.raw_used,
      sortable: true,
      heads,
      rows: used.slice(0, rows_max).map(cells),
    }),
    more(used.length),
    skipped.length === 0
      ? ''
      : html`<details class="fold">
          <summary>${both(texts.raw_skipped)} (${grouped(skipped.length)})</summary>
          ${table({
            name: 'raw-skipped-t',
            caption: texts.raw_skipped,
            quiet: true,
            sortable: true,
            heads: [...heads, { label: both(texts.why_skipped) }],
            rows: skipped.slice(0, rows_max).map((one) => [...cells(one), reason(one)]),
          })}${more(skipped.length)}
        </details>`,
  );
}

function assumptions({ assumptions: all }: Report): Markup {
  if (all.length === 0) return block(both(texts.assumptions), note(texts.no_assumptions));
  return block(
    both(texts.assumptions),
    note(texts.assumptions_note),
    table({
      name: 'assumptions-t',
      caption: texts.assumptions,
      quiet: true,
      heads: [
        { label: both(texts.assumed) },
        { label: both(texts.subject) },
        { label: both(texts.value) },
        { label: both(texts.reason) },
      ],
      rows: all
        .slice(0, rows_max)
        .map(({ what, subject, value, reason }) => [
          both(word(what)),
          id(subject),
          data(value),
          both(reason),
        ]),
    }),
    more(all.length),
  );
}

const bySeverity = ['error', 'warning', 'info'];

function issues({ issues: all }: Report): Markup {
  if (all.length === 0) return block(both(texts.issues), note(texts.no_issues));
  const sorted = all.toSorted(
    (a, b) => bySeverity.indexOf(a.severity) - bySeverity.indexOf(b.severity),
  );
  return block(
    both(texts.issues),
    note(texts.issues_note),
    html`<details class="fold" open>
      <summary>${both(texts.issues)} (${grouped(all.length)})</summary>
      ${table({
        name: 'issues-t',
        caption: texts.issues,
        quiet: true,
        sortable: true,
        heads: [
          { label: both(texts.weight) },
          { label: both(texts.what_happened) },
          { label: both(texts.place) },
          { label: both(texts.times), numeric: true },
        ],
        rows: sorted
          .slice(0, rows_max)
          .map((issue) => [
            html`<span class="tag ${issue.severity}">${both(word(issue.severity))}</span>`,
            html`<bdi>${both({ en: issue.message, zh: issue.message_zh })}</bdi
              ><small class="id">${issue.code}</small>`,
            placeOf(issue),
            grouped(issue.count),
          ]),
      })}${more(all.length)}
    </details>`,
  );
}

function placeOf({ file, line, column }: Report['issues'][number]): Part {
  if (file === null) return '—';
  const at = [line, column].filter((one) => one !== null).map((one) => `:${one}`);
  return html`${id(file)}${at}`;
}
