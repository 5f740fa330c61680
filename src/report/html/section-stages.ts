import type { Report } from '../../model/report.ts';
import { findingGroups } from '../facts/finding-groups.ts';
import type { FindingGroup } from '../facts/finding-groups.ts';
import { momentOf, moments } from '../../model/moment.ts';
import { provisionsOf } from '../facts/stages.ts';
import type { JudgedProvision } from '../facts/stages.ts';
import { needLabel, verdictLabel, word } from '../labels.ts';
import { grouped } from '../show.ts';
import { texts } from '../texts.ts';
import { both, html, id, listed, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { note, section } from './section.ts';
import { table } from './table.ts';

/** Every provision that was judged, at its moment of the sale, with its verdict. */
export function stagesSection(report: Report): Markup {
  const groups = findingGroups(report);
  return section(
    'stages',
    note(texts.stages_note),
    classified(report),
    moments.map((moment) => {
      const provisions = provisionsOf(report, moment);
      return html`<div class="block stage ${moment}">
        <h3>${both(word(moment))}</h3>
        ${moment === 'line' ? note(texts.lines_note) : nothing}
        ${
          provisions.length === 0
            ? note(texts.stage_empty)
            : html`<ul class="verdict-list">
                ${provisions.map((one) => row(one, groups))}
              </ul>`
        }
      </div>`;
    }),
  );
}

/** Who is what, before who met which duty. */
function classified({ classifications }: Report): Markup {
  if (classifications.length === 0) return nothing;
  return html`<div class="block">
    <h3>${both(texts.classified)}</h3>
    ${note(texts.classified_note)}
    ${table({
      name: 'classified',
      caption: texts.classified,
      quiet: true,
      heads: [
        { label: both(texts.provision) },
        { label: both(texts.class_holds), numeric: true },
        { label: both(texts.class_holds_not), numeric: true },
        { label: both(texts.verdict_cannot_tell), numeric: true },
      ],
      rows: classifications.map((one) => [
        html`${both(one.title)} <small>${id(one.provision)}</small>`,
        ...[one.holds, one.does_not_hold].map((n) => (one.needs.length > 0 ? '—' : grouped(n))),
        one.needs.length > 0
          ? html`<small>${both(texts.missing)}${listed(one.needs.map(needLabel))}</small>`
          : grouped(one.undecided),
      ]),
    })}
  </div>`;
}

function row({ verdict, latest }: JudgedProvision, groups: readonly FindingGroup[]): Markup {
  const at = groups.findIndex(({ provision }) => provision.id === latest.id);
  const title = both(latest.title);
  return html`<li>
    <span class="tag ${verdict.verdict}"
      >${both(verdictLabel(verdict.verdict, momentOf(latest)))}</span
    >
    <span class="what"
      >${at < 0 ? title : html`<a href="#p${at + 1}">${title}</a>`}
      <small>${id(latest.id)}</small></span
    ><span class="why">${why(verdict)}</span>
  </li>`;
}

function why({ findings, needs, undecided }: JudgedProvision['verdict']): Markup {
  const found = findings > 0 ? both(texts.findings_count, { n: grouped(findings) }) : nothing;
  const open =
    undecided > 0 ? html` <small>${both(texts.undecided, { n: grouped(undecided) })}</small>` : '';
  const missing =
    needs.length > 0
      ? html`<small>${both(texts.missing)}${listed(needs.map(needLabel))}</small>`
      : '';
  return html`${found}${open}${missing}`;
}
