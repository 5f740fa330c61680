import { fillBoth } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { Simulation } from '../../model/simulation.ts';
import { both, html } from '../html/markup.ts';
import type { Markup } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { note, sectionsOf } from '../html/section.ts';
import { table } from '../html/table.ts';
import { simulationTexts as texts } from '../texts-simulation.ts';
import { assumptionLines } from './assumption-lines.ts';
import { outlookLines } from './outlook-lines.ts';
import { simulationTables } from './simulation-tables.ts';

/** The simulation as one HTML file: what is assumed first, then what to expect on joining. */
export function renderSimulationHtml(simulation: Simulation, sha256: string): string {
  const { plan, outlook } = simulation;
  const tables = simulationTables(simulation);
  const contents: Record<string, Localised> = {
    assumptions: texts.assumptions,
    outlook: fillBoth(texts.outlook, { month: outlook.joins_in_month }),
    ...Object.fromEntries(tables.map(({ name, title }) => [name, title])),
  };
  const section = sectionsOf(contents);
  const { basis, parts } = outlookLines(simulation);
  return page({
    title: fillBoth(texts.page_title, { plan: plan.title }),
    as_of: null,
    file: 'simulation.json',
    sha256,
    contents,
    sections: [
      section('assumptions', note(texts.assumptions_note), listOf(assumptionLines(simulation))),
      section(
        'outlook',
        note(basis),
        parts.map(
          ({ heading, lines }) =>
            html`<h3>${both(heading)}</h3>
              ${listOf(lines)}`,
        ),
        note(texts.close),
      ),
      ...tables.map(({ name, title, note: said, heads, rows }) =>
        section(
          name,
          note(said),
          table({
            name: `${name}-t`,
            caption: title,
            quiet: true,
            heads: heads.map((label, i) => ({ label: both(label), numeric: i > 0 })),
            rows: rows.map((cells) => cells.map((cell) => both(cell))),
          }),
        ),
      ),
    ],
  });
}

function listOf(lines: readonly Localised[]): Markup {
  return html`<ul>
    ${lines.map((line) => html`<li>${both(line)}</li>`)}
  </ul>`;
}
