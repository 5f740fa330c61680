import { preCheckService } from '../../live/pre-check.ts';
import type { PreCheck } from '../../live/pre-check.ts';
import type { Pack } from '../../model/provision.ts';
import { keepLately } from '../../model/keep-lately.ts';
import type { LoadPacks } from '../live/live-service.ts';

/** What judges the rows of an inspection again, one by one, as of its own day. */
export interface RowChecks {
  readonly packs: readonly Pack[];
  readonly check: PreCheck;
}

export interface JudgedAs {
  readonly packs: readonly string[];
  readonly as_of: string;
  readonly currency: string;
}

/** Checkers kept at once: each holds compiled provisions. */
const kept_max = 4;

/**
 * Made at the first question about inspections of the same packs, day and currency; terms are
 * made ready with it, so that no order waits for them.
 */
export function rowChecks(load: LoadPacks): (as: JudgedAs) => Promise<RowChecks> {
  const made = new Map<string, Promise<RowChecks>>();
  const make = async ({ packs: names, as_of, currency }: JudgedAs): Promise<RowChecks> => {
    const packs = await load(names);
    return { packs, check: preCheckService(packs, { as_of, currency }, ['listing', 'content']) };
  };
  return async (as) => {
    const key = [as.as_of, as.currency, ...as.packs].join(' ');
    const checks = made.get(key) ?? make(as);
    keepLately(made, key, checks, kept_max);
    checks.catch(() => made.delete(key));
    return await checks;
  };
}
