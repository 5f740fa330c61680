import { both, html, nothing } from './markup.ts';
import type { Markup, Part } from './markup.ts';
import type { Localised } from '../../model/localised.ts';

export interface Head {
  readonly label: Part;
  /** Numbers are set flush right and sort as numbers. */
  readonly numeric?: boolean;
}

export interface TableParts {
  /** Unique in the page; the region that scrolls is named by the caption. */
  readonly name: string;
  readonly caption: Localised | Markup;
  readonly heads: readonly Head[];
  readonly rows: readonly (readonly Part[])[];
  /** A click on a head sorts the rows. */
  readonly sortable?: boolean;
  /** Hides the caption from eyes, where a heading says the same. */
  readonly quiet?: boolean;
}

/** A table that scrolls by itself rather than the page, named for a screen reader. */
export function table(parts: TableParts): Markup {
  const { name, caption, heads, rows, sortable = false, quiet = false } = parts;
  const title = 'markup' in caption ? caption : both(caption);
  const cell = (value: Part, column: number): Markup =>
    html`<td${heads[column]?.numeric ? { markup: ' class="n"' } : nothing}>${value}</td>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${name}-c">
<table${sortable ? { markup: ' data-sort' } : nothing} id="${name}">
<caption id="${name}-c"${quiet ? { markup: ' class="sr"' } : nothing}>${title}</caption>
<thead><tr>${heads.map(({ label, numeric }) => headCell(label, numeric))}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>
        ${row.map(cell)}
      </tr> `,
  )}</tbody>
</table></div>`;
}

function headCell(label: Part, numeric = false): Markup {
  return html`<th scope="col" ${numeric ? { markup: ' class="n"' } : nothing}>${label}</th>`;
}

/** Names and what they stand for, as a definition list. */
export function facts(rows: readonly (readonly [Localised, Part])[], kind = ''): Markup {
  const pairs = rows.map(
    ([label, value]) =>
      html`<div>
        <dt>${both(label)}</dt>
        <dd>${value}</dd>
      </div>`,
  );
  return html`<dl class="facts ${kind}">${pairs}</dl>`;
}
