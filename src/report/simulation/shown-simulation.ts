import { fillBoth } from '../../model/localised.ts';
import type { ShownSimulation } from '../../model/plan-study.ts';
import type { Simulation } from '../../model/simulation.ts';
import { simulationTexts as texts } from '../texts-simulation.ts';
import { assumptionLines } from './assumption-lines.ts';
import { outlookLines } from './outlook-lines.ts';
import { simulationTables } from './simulation-tables.ts';

/** All that is said of a simulation, in both languages. */
export function shownSimulation(simulation: Simulation): ShownSimulation {
  const { joins_in_month: month } = simulation.outlook;
  return {
    assumptions: assumptionLines(simulation),
    assumptions_note: texts.assumptions_note,
    outlook: { title: fillBoth(texts.outlook, { month }), ...outlookLines(simulation) },
    tables: simulationTables(simulation),
    close: texts.close,
  };
}
