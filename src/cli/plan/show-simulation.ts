import { fillBoth } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { Simulation } from '../../model/simulation.ts';
import { assumptionLines } from '../../report/simulation/assumption-lines.ts';

import { outlookLines } from '../../report/simulation/outlook-lines.ts';
import { simulationTables } from '../../report/simulation/simulation-tables.ts';
import { simulationTexts as texts } from '../../report/texts-simulation.ts';
import type { Language } from '../language.ts';
import { textTable } from '../text-table.ts';

/** A terminal's lines: what is assumed, what to expect on joining, then the figures. */
export function showSimulation(simulation: Simulation, lang: Language): string {
  const { plan, outlook } = simulation;
  const { basis, parts } = outlookLines(simulation);
  const item = (line: Localised): string => `  · ${line[lang]}`;
  const tables = simulationTables(simulation).flatMap(({ title, note, heads, rows }) => [
    title[lang],
    `  ${note[lang]}`,
    '',
    indented(textTable([heads, ...rows].map((row) => row.map((cell) => cell[lang])))),
    '',
  ]);
  const lines = [
    plan.title[lang],
    '',
    texts.assumptions[lang],
    `  ${texts.assumptions_note[lang]}`,
    ...assumptionLines(simulation).map(item),
    '',
    fillBoth(texts.outlook, { month: outlook.joins_in_month })[lang],
    `  ${basis[lang]}`,
    ...parts.flatMap((part) => ['', `  ${part.heading[lang]}`, ...part.lines.map(item)]),
    '',
    ...tables,
    texts.close[lang],
  ];
  return `${lines.join('\n')}\n`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
