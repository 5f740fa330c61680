import type { Indicator } from '../../guidance/barometer.ts';
import type { FigureEffect } from '../../guidance/effects-sql.ts';
import type { OperatorFacts } from '../../guidance/operator-facts.ts';

/** What an inspection's process leaves for the server about operators and the market. */
export interface KeptGuidance {
  readonly facts: readonly OperatorFacts[];
  readonly indicators: readonly Indicator[];
  /** Left out by older versions. */
  readonly effects?: readonly FigureEffect[];
}
