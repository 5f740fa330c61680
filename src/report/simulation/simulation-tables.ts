import { fillBoth } from '../../model/localised.ts';
import type { Localised } from '../../model/localised.ts';
import type { SimulationTable } from '../../model/plan-study.ts';
import type { GroupResult, Simulation, Spread } from '../../model/simulation.ts';
import { grouped, same } from '../show.ts';
import { simulationTexts as texts } from '../texts-simulation.ts';
import { money, number, orNever, quantiles, share } from './figures.ts';
import type { Show } from './figures.ts';

/** All tables, in their order. */
export function simulationTables(simulation: Simulation): SimulationTable[] {
  return [
    figuresTable(simulation),
    linesTable(simulation),
    tenthsTable(simulation),
    levelsTable(simulation),
  ];
}

const five = ['5%', '25%', '50%', '75%', '95%'].map(same);

function figuresTable(simulation: Simulation): SimulationTable {
  const { members, levels, no_recruit_share, money: sums } = simulation;
  const minor = money(simulation);
  const figures: readonly (readonly [Localised, Spread, Show])[] = [
    [texts.members, members, number],
    [texts.levels, levels, number],
    [texts.no_recruit, no_recruit_share, share],
    [texts.cash_in, sums.cash_in_minor, minor],
    [texts.commission, sums.commission_minor, minor],
    [texts.paid_out, sums.paid_out_minor, minor],
    [texts.unpaid, sums.unpaid_minor, minor],
    [texts.owed_back, sums.owed_back_minor, minor],
    [texts.kept, sums.kept_minor, minor],
    [texts.owed_share, sums.owed_share_max, share],
    [texts.not_covered, sums.not_covered_day, number],
    [texts.recruitment_low, sums.recruitment_share_low, share],
    [texts.recruitment_high, sums.recruitment_share_high, share],
  ];
  return {
    name: 'figures',
    title: texts.figures,
    note: texts.quantiles,
    heads: [texts.figure, ...five, texts.n],
    rows: figures.map(([label, spread, show]) => [
      label,
      ...quantiles(spread, show),
      number(spread.n),
    ]),
  };
}

function linesTable({ crossings, assumptions }: Simulation): SimulationTable {
  return {
    name: 'lines',
    title: texts.lines,
    note: texts.lines_note,
    heads: [texts.figure, ...five, texts.crossed],
    rows: crossings.map(({ line, day, runs_crossed }) => [
      texts[line],
      ...quantiles(day, dayShow(assumptions.start)),
      fillBoth(texts.crossed_of, { crossed: grouped(runs_crossed), runs: grouped(day.n) }),
    ]),
  };
}

/** The day's number, and its date where the first day is known. */
function dayShow(start: string | null): Show {
  if (start === null) return number;
  return (day) => {
    const at = new Date(Date.parse(`${start}T00:00:00Z`) + (day - 1) * 86_400_000);
    return same(`${grouped(day)} (${at.toISOString().slice(0, 10)})`);
  };
}

const resultHeads = [texts.in_loss, texts.in_loss_all, texts.net, texts.net_all, texts.n];

function resultCells(simulation: Simulation, result: GroupResult): Localised[] {
  const minor = money(simulation);
  const { loss_share, loss_share_with_purchases, net_minor, net_with_purchases_minor } = result;
  return [
    orNever(loss_share.q50, share),
    orNever(loss_share_with_purchases.q50, share),
    orNever(net_minor.q50, minor),
    orNever(net_with_purchases_minor.q50, minor),
    number(loss_share.n),
  ];
}

function tenthsTable(simulation: Simulation): SimulationTable {
  return {
    name: 'tenths',
    title: texts.by_tenth,
    note: texts.groups_note,
    heads: [texts.tenth, ...resultHeads],
    rows: simulation.tenths.map((one) => [number(one.tenth), ...resultCells(simulation, one)]),
  };
}

function levelsTable(simulation: Simulation): SimulationTable {
  return {
    name: 'levels',
    title: texts.by_level,
    note: texts.groups_note,
    heads: [texts.level, texts.level_members, ...resultHeads],
    rows: simulation.by_level.map((one) => [
      number(one.level),
      orNever(one.members.q50, number),
      ...resultCells(simulation, one),
    ]),
  };
}
