import { characterClasses } from './character-classes.ts';
import type { PatternProgram, Step } from './pattern-program.ts';

/** States remembered: what memory a pattern may take is bounded. */
const states_max = 1_000;

/** A set of steps the automaton may be in, and where each class of characters leads from it. */
interface State {
  /** Steps that take a character next. */
  readonly steps: readonly number[];
  /** The pattern has occurred already. */
  readonly matched: boolean;
  /** The pattern has occurred if the text ends here. */
  readonly matches_at_end: boolean;
  readonly after: (State | undefined)[];
}

/**
 * Whether a pattern occurs in a text, in time linear in the text whatever the pattern: the
 * automaton is followed in all its states at once, and sets of states met before are remembered
 * (Thompson 1968; RE2 does the same). Where there are too many to remember, each is worked out
 * when it is needed.
 */
export function patternMatcher(program: PatternProgram): (text: string) => boolean {
  const { steps, first } = program;
  const { classOf, classes } = characterClasses(steps);
  const known = new Map<string, State>();
  const reached = reacher(steps);
  const stateOf = (seeds: readonly number[], at_start: boolean): State => {
    const open = [...reached(seeds, at_start, false)];
    const full = known.size >= states_max;
    const key = full ? '' : open.toSorted((a, b) => a - b).join(' ');
    const found = known.get(key);
    if (found) return found;
    const state: State = {
      steps: open.filter((one) => steps[one]?.kind === 'take'),
      matched: open.includes(0),
      matches_at_end: reached(open, false, true).includes(0),
      after: full ? [] : Array.from({ length: classes }),
    };
    if (!full) known.set(key, state);
    return state;
  };
  const advance = (state: State, point: number): State => {
    const seeds = [first];
    for (const one of state.steps) {
      const step = steps[one];
      if (step?.kind === 'take' && includes(step.set, point)) seeds.push(step.next);
    }
    return stateOf(seeds, false);
  };
  const begin = stateOf([first], true);
  // What holds at the start of an empty text may hold at its end as well.
  const empty = reached([first], true, true).includes(0);
  return (text) => {
    if (text === '') return empty;
    let state = begin;
    for (let i = 0; i < text.length; i += 1) {
      if (state.matched) return true;
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) i += 1;
      const kind = classOf(point);
      const next = state.after[kind];
      if (next) state = next;
      else {
        const made = advance(state, point);
        // A state that is not remembered must not be reached from one that is.
        if (known.size < states_max) state.after[kind] = made;
        state = made;
      }
    }
    return state.matches_at_end;
  };
}

/** Finds every step reachable without a character. Step 0 is the match. */
function reacher(
  steps: readonly Step[],
): (seeds: readonly number[], at_start: boolean, at_end: boolean) => number[] {
  const seen = new Uint32Array(steps.length);
  let round = 0;
  return (seeds, at_start, at_end) => {
    round += 1;
    const found: number[] = [];
    const left = [...seeds];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      if (seen[at] === round) continue;
      seen[at] = round;
      found.push(at);
      const step = steps[at];
      if (step?.kind === 'split') left.push(step.next, step.other);
      if ((step?.kind === 'start' && at_start) || (step?.kind === 'end' && at_end)) {
        left.push(step.next);
      }
    }
    return found;
  };
}

function includes(set: Extract<Step, { kind: 'take' }>['set'], point: number): boolean {
  return set.some(([first, last]) => first <= point && point <= last);
}
