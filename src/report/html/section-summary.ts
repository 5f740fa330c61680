import type { Report } from '../../model/report.ts';
import { candidatesTotal } from '../facts/candidates-total.ts';
import { headlineOf, waivedIn } from '../facts/headline.ts';
import { stages } from '../../model/moment.ts';
import { countVerdicts, verdicts } from '../facts/stages.ts';
import { sumOf } from '../facts/sums.ts';
import { word } from '../labels.ts';
import { amount, bytes, grouped, percent, visible } from '../show.ts';
import { softwareName, softwareSentence } from '../software-name.ts';
import { texts } from '../texts.ts';
import { both, html, nothing, sentences } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import { note, section } from './section.ts';

/** What was looked at and what came of it: one sentence, one figure, a few numbers. */
export function summarySection(report: Report): Markup {
  return section('summary', headline(report), lookedAt(report), prism(report), numbers(report));
}

function headline(report: Report): Markup {
  const { duties, values } = headlineOf(report);
  return html`<p class="headline">${both(duties, values)}</p>`;
}

function lookedAt(report: Report): Markup {
  const { files, software } = report;
  const waived = waivedIn(report);
  const values = {
    files: grouped(files.length),
    size: bytes(sumOf(files.map((file) => file.bytes))),
    rows: grouped(sumOf(Object.values(report.tables).map(({ read }) => read))),
    as_of: visible(report.as_of),
    software: softwareName(software).en,
    score: percent(software.score),
    ...headlineOf(report).values,
  };
  const known = softwareSentence(software);
  return html`<div class="lead">
    <p>
      ${sentences(values, texts.verdict_rest, texts.findings_found)}
      ${waived > 0 ? both(texts.waived_note, { n: grouped(waived) }) : ''}
    </p>
    <p>${sentences(values, texts.looked_at, known)}</p>
    ${note(texts.wording)}
  </div>`;
}

/** The prism: one body of data, seen at three moments, each with its verdicts. */
function prism(report: Report): Markup {
  const rows = stages.map((stage) => ({ stage, counts: countVerdicts(report, stage) }));
  const most = Math.max(1, ...rows.map(({ counts }) => counts.total));
  const { lines, values } = headlineOf(report);
  return html`<div class="prism">
      ${rays}
      <table id="prism">
        <caption class="sr">
          ${both(texts.prism_caption)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${both(texts.stage)}</th>
            <th scope="col" class="wide-only" aria-hidden="true"></th>
            ${verdicts.map(
              (verdict) => html`<th scope="col" class="n ${verdict}">${both(word(verdict))}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ stage, counts }) =>
              html`<tr class="${stage}">
                <th scope="row">
                  <b>${both(word(stage))}</b> <small>${both(stageHints[stage])}</small>
                </th>
                <td class="wide-only" aria-hidden="true">
                  ${verdictBar(
                    verdicts.map((verdict) => [verdict, counts[verdict]]),
                    counts.total / most,
                  )}
                </td>
                ${verdicts.map((verdict) => countCell(verdict, counts[verdict]))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${lines === null ? nothing : html`<p class="lines">${both(lines, values)}</p>`}`;
}

const stageHints = {
  pre: texts.stage_pre_hint,
  in: texts.stage_in_hint,
  after: texts.stage_after_hint,
};

function countCell(verdict: string, count: number): Markup {
  return html`<td class="n ${count > 0 ? verdict : 'none'}">${count}</td>`;
}

/** Verdicts side by side in one bar; the longest bar of the figure fills its cell. */
function verdictBar(counts: readonly (readonly [string, number])[], width: number): Markup {
  const total = Math.max(1, sumOf(counts.map(([, count]) => count)));
  let at = 0;
  const parts = counts.map(([verdict, count]) => {
    const share = (count / total) * width * 100;
    const x = at;
    at += share;
    return count === 0
      ? nothing
      : html`<rect
          class="${verdict}"
          x="${x.toFixed(2)}%"
          width="${share.toFixed(2)}%"
          height="14"
        />`;
  });
  return html`<svg class="verdicts" aria-hidden="true" width="100%" height="14">${parts}</svg>`;
}

/** A ray of data enters a prism and leaves it as three: the house mark, drawn to the rows. */
const rays = html`<svg
  class="rays wide-only"
  aria-hidden="true"
  viewBox="0 0 190 240"
  width="190"
  height="240"
>
  <path class="ray" d="M0 144H62" />
  <path class="body" d="M86 84 L138 186 H34 Z" />
  <path class="pre" d="M101 112L190 72" />
  <path class="in" d="M117 144H190" />
  <path class="after" d="M133 176L190 212" />
</svg>`;

function numbers(report: Report): Markup {
  const { money, network } = report;
  const tree = network.trees[0];
  const sum = (minor: number | null): Part => (minor === null ? '—' : both(amount(minor, money)));
  const tiles: (readonly [Part, Part, Part?])[] = [
    [both(texts.findings), grouped(headlineOf(report).values['findings'] ?? 0)],
    [
      both(texts.members),
      grouped(tree?.members ?? 0),
      network.persons === null
        ? both(texts.persons_unknown)
        : both(texts.persons_count, { persons: grouped(network.persons) }),
    ],
    [both(texts.levels), grouped(tree?.levels ?? 0), both(texts.levels_hint)],
    [
      both(texts.candidates),
      grouped(tree ? candidatesTotal(tree) : 0),
      both(texts.candidates_hint),
    ],
    [both(texts.fees), sum(money.fees)],
    [both(texts.commissions), sum(money.commissions)],
    [both(texts.orders_paid), sum(money.orders_paid)],
    [both(texts.refunds), sum(money.refunds)],
  ];
  return html`<dl class="tiles">
      ${tiles.map(
        ([label, value, hint = '']) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}<small>${hint}</small></dd>
          </div>`,
      )}
    </dl>
    ${note(texts.numbers_note, { as_of: visible(report.as_of) })}`;
}
