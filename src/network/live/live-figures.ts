import { headThresholds } from '../analyse-tree.ts';
import { ROOT, UNKNOWN_DAY } from '../forest.ts';
import { thirdLevelDay } from './alerts.ts';
import { countFresh } from './fresh-ties.ts';
import { DATES } from './live-forest.ts';
import type { LiveForest } from './live-forest.ts';
import { settleDates } from './people-dates.ts';
import { handUp } from './pending.ts';
import * as field from './record.ts';

/**
 * What network_member says of a member, as of the last event. Days count from 1970-01-01. Dates
 * are those of the tree as it is now, each tie from its own day on, as `analyseTree` gives them;
 * what was crossed before a move took it back, the alerts have said.
 */
export interface LiveFigures {
  /** ROOT for a root. */
  readonly parent: number;
  readonly root: number;
  readonly level: number;
  readonly direct: number;
  /** Accounts of the subtree, itself and those who left included (2013 opinions, art. 4, 7). */
  readonly people: number;
  /** Those of them who have not left. */
  readonly present: number;
  readonly levels: number;
  readonly joined_on: number | null;
  /** One for each of `headThresholds`. */
  readonly people_on: readonly (number | null)[];
  readonly levels_3_on: number | null;
  /** null where no amount came of anybody. */
  readonly paid_in_minor: number | null;
  readonly earned_minor: number | null;
  readonly subtree_paid_in_minor: number | null;
  readonly subtree_earned_minor: number | null;
}

/** Brings everything up to date: what waits to be counted or handed up, what came late. */
export function settle(forest: LiveForest): void {
  countFresh(forest);
  handUp(forest);
  settleDates(forest);
}

/** Figures of a member who has joined. Takes as many steps as it has levels above it. */
export function figuresOf(forest: LiveForest, member: number): LiveFigures {
  settle(forest);
  const { record, parent, dates, money } = forest;
  const at = member * field.STRIDE;
  let root = member;
  let level = 1;
  for (;;) {
    const above = parent[root]!;
    if (above === ROOT) break;
    root = above;
    level++;
  }
  return {
    parent: parent[member]!,
    root,
    level,
    direct: record[at + field.DIRECT]!,
    people: record[at + field.PEOPLE]!,
    present: record[at + field.PRESENT]!,
    levels: record[at + field.LEVELS]!,
    joined_on: dayOrNull(record[at + field.JOINED]!),
    people_on: headThresholds.map((_, i) => dayOrNull(dates[member * DATES + i]!)),
    levels_3_on: dayOrNull(thirdLevelDay(forest, member)),
    paid_in_minor: money[0]?.own[member] ?? null,
    earned_minor: money[1]?.own[member] ?? null,
    subtree_paid_in_minor: money[0]?.below[member] ?? null,
    subtree_earned_minor: money[1]?.below[member] ?? null,
  };
}

function dayOrNull(day: number): number | null {
  return day === UNKNOWN_DAY ? null : day;
}
