import type { Clock } from './clock.ts';
import type { MatterState } from './state.ts';

/** What a step may hang on besides its own matter. */
export interface Context {
  /** The clocks of the matter on the day of the step. */
  readonly clocks: readonly Clock[];
  /** States of other matters, by id: those whose deciders must not decide here. */
  readonly matters: ReadonlyMap<string, MatterState>;
}

/** Nothing is known besides the matter: steps that need more are refused. */
export const noContext: Context = { clocks: [], matters: new Map() };
