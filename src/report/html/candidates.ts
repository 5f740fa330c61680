import type { Candidate, TreeSummary } from '../../model/network.ts';
import { candidatesTotal } from '../facts/candidates-total.ts';
import { grouped, visible } from '../show.ts';
import { texts } from '../texts.ts';
import { both, data, html, id } from './markup.ts';
import type { Markup } from './markup.ts';
import { note } from './section.ts';
import { table } from './table.ts';

/** Candidates in the page's table at once, and those that its filter searches. */
const shown_max = 200;
const searched_max = 2000;
/** Ends of an upline that are named where it is long. */
const path_ends = 3;

/** Organiser candidates with their upline as a chain of ids and people. */
export function candidatesTable(tree: TreeSummary): Markup {
  const { candidates, name } = tree;
  const title = html`<h4>${both(texts.candidates)}</h4>`;
  if (candidates.length === 0) return html`${title}${note(texts.no_candidates)}`;
  const people = new Map(candidates.map((one) => [one.member_id, one.people]));
  const shown = candidates.slice(0, shown_max);
  return html`${title}${note(texts.candidates_note)}
    <div class="tools" data-tools hidden>
      <label
        >${both(texts.filter)}
        <input type="search" data-filter="candidates-${name}" autocomplete="off" spellcheck="false"
      /></label>
      <output data-count="candidates-${name}"></output>
    </div>
    ${table({
      name: `candidates-${name}`,
      caption: texts.candidates,
      quiet: true,
      sortable: true,
      heads: [
        { label: both(texts.member) },
        { label: both(texts.level), numeric: true },
        { label: both(texts.direct), numeric: true },
        { label: both(texts.people), numeric: true },
        { label: both(texts.levels), numeric: true },
        { label: both(texts.crossed) },
        { label: both(texts.path) },
      ],
      rows: shown.map((one) => [
        id(one.member_id),
        grouped(one.level),
        grouped(one.direct),
        grouped(one.people),
        grouped(one.levels),
        one.crossed_30_3 === null ? '—' : html`<time>${visible(one.crossed_30_3)}</time>`,
        chain(one, people),
      ]),
    })}
    ${
      candidates.length > shown_max
        ? note(texts.candidates_more, { shown: shown_max, all: grouped(candidatesTotal(tree)) })
        : ''
    }${candidates.length > shown_max ? pool(name, candidates, people) : ''}`;
}

type People = ReadonlyMap<string, number>;

/** Steps of an upline: id and people; null stands for those left out of a long one. */
function steps({ path }: Candidate): (string | null)[] {
  if (path.length <= 2 * path_ends + 1) return [...path];
  return [...path.slice(0, path_ends), null, ...path.slice(-path_ends)];
}

function chain(candidate: Candidate, people: People): Markup {
  const left_out = candidate.path.length - 2 * path_ends;
  const items = steps(candidate).map((step) =>
    step === null
      ? html`<li class="gap">${both(texts.steps_between, { n: left_out })}</li>`
      : html`<li>${data(step, 40)}<small>${grouped(people.get(step) ?? '')}</small></li>`,
  );
  return html`<ol class="chain">
    ${items}
  </ol>`;
}

/** Rows for the page's script: what the table's cells hold, as text. */
function pool(name: string, candidates: readonly Candidate[], people: People): Markup {
  const rows = candidates
    .slice(0, searched_max)
    .map((one) => [
      visible(one.member_id),
      one.level,
      one.direct,
      one.people,
      one.levels,
      one.crossed_30_3 ?? '—',
      steps(one).map((step) =>
        step === null ? null : [visible(step, 40), people.get(step) ?? null],
      ),
    ]);
  return html`<script type="application/json" data-rows="candidates-${name}">
    ${jsonInPage(rows)}
  </script>`;
}

/** JSON inside a page: no character of it can end the element it stands in. */
function jsonInPage(value: unknown): Markup {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { markup: json };
}
