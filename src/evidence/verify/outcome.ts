import { limits } from '../../model/limits.ts';

/** What a bag can promise, in the order in which it is told. */
export const promise_names = [
  'archive',
  'names',
  'form',
  'payload',
  'complete',
  'tags',
  'seal',
  'statements',
  'events',
  'findings',
  'inputs',
  'log',
  'checkpoint',
  'witnesses',
  'older',
  'timestamp',
  'custody',
] as const;
export type PromiseName = (typeof promise_names)[number];

/** `untold`: cannot tell, with what is missing; `not_made`: the bag does not promise it. */
export type PromiseState = 'kept' | 'broken' | 'untold' | 'not_made';

/** Why a promise is not simply kept; each has its sentence in both languages. */
export type Why =
  | 'archive'
  | 'damaged'
  | 'not_a_file'
  | 'bad_name'
  | 'clash'
  | 'too_many'
  | 'too_large'
  | 'no_bag'
  | 'fetch'
  | 'malformed'
  | 'changed'
  | 'missing'
  | 'extra'
  | 'unsigned'
  | 'no_key'
  | 'other_signer'
  | 'bad_id'
  | 'disagrees'
  | 'disagrees_matter'
  | 'bad_entry'
  | 'in_part'
  | 'elsewhere'
  | 'not_logged'
  | 'not_included'
  | 'no_log'
  | 'other_log'
  | 'not_cosigned'
  | 'older_unknown'
  | 'rewritten'
  | 'no_authority'
  | 'timestamp'
  | 'gaps'
  | 'not_usable'
  | 'none'
  | 'not_looked_at';

export interface Outcome {
  readonly promise: PromiseName;
  readonly state: PromiseState;
  readonly why: Why | null;
  /** The first paths, ids or fields it is about; of a kept promise what was counted. */
  readonly named: readonly string[];
  readonly count: number;
}

export function kept(promise: PromiseName, count = 0, named: readonly string[] = []): Outcome {
  return { promise, state: 'kept', why: null, named, count };
}

export function broken(promise: PromiseName, why: Why, found: readonly string[] = []): Outcome {
  return outcome(promise, 'broken', why, found);
}

export function untold(promise: PromiseName, why: Why, found: readonly string[] = []): Outcome {
  return outcome(promise, 'untold', why, found);
}

export function notMade(promise: PromiseName): Outcome {
  return outcome(promise, 'not_made', null, []);
}

function outcome(
  promise: PromiseName,
  state: PromiseState,
  why: Why | null,
  found: readonly string[],
): Outcome {
  return { promise, state, why, named: found.slice(0, limits.bag_named_max), count: found.length };
}
