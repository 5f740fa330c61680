import type { Citation } from '../../model/provision.ts';
import type { Report, ReportProvision } from '../../model/report.ts';
import { articleLabel } from '../article.ts';
import { findingGroups } from '../facts/finding-groups.ts';
import type { FindingGroup } from '../facts/finding-groups.ts';
import { momentOf } from '../../model/moment.ts';
import { countLabel, parameterLabel, word } from '../labels.ts';
import { grouped } from '../show.ts';
import { texts } from '../texts.ts';
import { findingCard, rows_per_finding } from './finding-card.ts';
import { both, data, digest, html, id, listed, prose } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import { note, section } from './section.ts';
import { waiversTable } from './waivers-table.ts';
import { facts } from './table.ts';

/** Findings shown of each provision while there are few provisions, and when there are many. */
const shown_max = 20;
const shown_min = 5;
/** Findings shown in all: keeps the file under a megabyte or so. */
const shown_total = 400;

/** Findings, by the provision they do not meet. */
export function findingsSection(report: Report): Markup {
  const groups = findingGroups(report);
  if (groups.length === 0) return section('findings', note(texts.no_findings));
  const shown = Math.max(shown_min, Math.min(shown_max, Math.floor(shown_total / groups.length)));
  return section(
    'findings',
    note(texts.findings_note, { shown, rows: rows_per_finding }),
    waiversTable(report),
    html`<div class="tools" data-tools hidden>
      <label
        >${both(texts.filter)}
        <input type="search" data-filter="findings" autocomplete="off" spellcheck="false"
      /></label>
      <button type="button" data-fold="open">${both(texts.expand_all)}</button>
      <button type="button" data-fold="close">${both(texts.collapse_all)}</button>
    </div>`,
    groups.map((group, i) => provision(group, i + 1, report, shown)),
  );
}

function provision(group: FindingGroup, at: number, report: Report, shown: number): Markup {
  const { provision: one, findings } = group;
  const rest = findings.length - shown;
  const moment = momentOf(one);
  const count = countLabel(one, moment);
  return html`<article class="provision ${moment}" id="p${at}" aria-labelledby="p${at}-h">
    <header>
      <p class="over"><span class="moment">${both(word(moment))}</span> ${id(one.id)}</p>
      <h3 id="p${at}-h" tabindex="-1">${both(one.title)}</h3>
      <p class="tags">
        <span class="tag ${one.finds === 'breach' ? 'breach' : 'cannot_tell'}"
          >${both(count, { n: grouped(findings.length) })}</span
        >
        <span class="tag">${both(texts.severity)}${both(word(one.severity))}</span>
        <span class="tag">${both(word(one.status))}</span>
      </p>
    </header>
    <ul class="cites">
      ${one.cites.map(cite)}
    </ul>
    ${about(one)}
    <h4>
      ${both(texts.findings)}
      <small
        >${
          rest > 0
            ? both(texts.first_of, { shown: grouped(shown), all: grouped(findings.length) })
            : grouped(findings.length)
        }</small
      >
    </h4>
    <ol class="findings">
      ${findings.slice(0, shown).map((finding) => findingCard(finding, report.money))}
    </ol>
    ${rest > 0 ? html`<p class="more">${both(texts.more_in_csv, { n: grouped(rest) })}</p>` : ''}
  </article> `;
}

function cite({ law, article, rank, url, checked, confidence }: Citation): Markup {
  const title = both(law);
  const linked = url !== null && url.startsWith('https://');
  return html`<li>
    ${linked ? html`<a href="${url}" rel="noreferrer noopener">${title}</a>` : title}
    <b>${both(articleLabel(article))}</b>
    <small>${both(word(rank))} · ${both(word(confidence))} (${data(checked)})</small>
  </li>`;
}

function about(one: ReportProvision): Markup {
  const list = (texts_: ReportProvision['exceptions']): Part =>
    texts_.length === 0
      ? both(texts.none_known)
      : html`<ul>
          ${texts_.map((text) => html`<li>${both(text)}</li>`)}
        </ul>`;
  const { from, to } = one.in_force;
  return html`${facts([
      [texts.law, prose(one.law)],
      [
        texts.in_force,
        both(to === null ? texts.in_force_since : texts.in_force_span, { from, to }),
      ],
      [texts.duty_bearer, listed(one.duty_bearer.map(word))],
      [texts.remedy, prose(one.remedy)],
    ])}
    <details class="fold">
      <summary>${both(texts.how_read)}</summary>
      ${facts([
        [texts.reading, prose(one.reading)],
        [texts.exceptions, list(one.exceptions)],
        [texts.false_positives, list(one.false_positives)],
        [texts.parameters, parameters(one)],
        [texts.provision_digest, digest(one.sha256)],
      ])}
    </details>`;
}

function parameters({ parameters: all }: ReportProvision): Part {
  if (all.length === 0) return both(texts.no_parameters);
  return html`<ul>
    ${all.map(
      ({ name, value, cite: source }) =>
        html`<li>
          ${id(name)} = <b>${both(parameterLabel(value))}</b>
          <small
            >${
              source === 'ours'
                ? html`<span class="tag warning">${both(texts.parameter_ours)}</span>`
                : html`${both(texts.parameter_law)} ${data(source)}`
            }</small
          >
        </li>`,
    )}
  </ul>`;
}
