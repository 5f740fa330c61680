import type { Matter } from '../matters/matter-types.ts';

/** Where a matter stands on the page. */
export interface SortedMatters {
  /** The operator has a step to take that is asked of it. */
  readonly todo: readonly Matter[];
  /** Measures in effect, and decisions that can be challenged. */
  readonly against: readonly Matter[];
  readonly appeals: readonly Matter[];
  /** Whatever else goes on. */
  readonly others: readonly Matter[];
}

/** Kinds in which something is asked of whom they are about. */
const asking = new Set<string>(['order', 'notice', 'recall', 'case']);
/** The ways against a decision; while they are open, it stands with what is against one. */
const challenges = new Set(['reconsideration', 'lawsuit', 'lawsuit_after']);

export function sortMatters(matters: readonly Matter[]): SortedMatters {
  const todo: Matter[] = [];
  const against: Matter[] = [];
  const appeals: Matter[] = [];
  const others: Matter[] = [];
  for (const matter of matters) {
    const isSubject = matter.faces.includes('subject');
    if (matter.kind === 'appeal') appeals.push(matter);
    else if (isSubject && isAgainst(matter)) against.push(matter);
    else if (isSubject && asking.has(matter.kind) && matter.steps.length > 0) todo.push(matter);
    else others.push(matter);
  }
  return { todo, against, appeals, others };
}

function isAgainst({ kind, clocks }: Matter): boolean {
  if (kind === 'measure') return true;
  return kind === 'case' && clocks.some(({ clock }) => challenges.has(clock));
}
