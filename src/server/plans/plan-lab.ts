import { digestOf } from '../../evidence/digest.ts';
import type { JsonValue } from '../../model/json.ts';
import type { SignedEdition } from '../proposals/edition-pack.ts';
import { childTellings } from './child-tellings.ts';
import { turns } from './turns.ts';

/** What is asked of a plan, as the program that answers it reads it. */
export interface PlanOrder {
  readonly verb: 'lint' | 'simulate' | 'mend' | 'compare';
  /** Texts of plans: two to compare, else one. */
  readonly plans: readonly string[];
  /** Text of assumptions; null for the usual ones. */
  readonly assumptions: string | null;
  readonly packs: readonly string[];
  /** Published standards beside the packs. */
  readonly editions: readonly SignedEdition[];
  readonly as_of: string;
  readonly members: number;
  readonly events: number;
  readonly runs: number | null;
  readonly seed: number | null;
  readonly join_month: number | null;
  /** Whether indications are mended as well. */
  readonly indications: boolean;
}

/** `progress`: how far it is; `partial`: the answer of a smaller search; `result`: the last. */
export interface Told {
  readonly event: 'progress' | 'partial' | 'result';
  readonly data: Readonly<Record<string, unknown>>;
}

/** Plans studied in processes of their own, one at a time; what was found is kept for a while. */
export interface PlanLab {
  study(
    tenant_id: string,
    order: PlanOrder,
    seconds: number,
    signal: AbortSignal,
  ): AsyncGenerator<Told>;
}

const waiting_max = 16;
const of_one_tenant_max = 3;
const kept_max = 200;
/** Characters of a result that is still kept. */
const kept_chars_max = 2_000_000;

export function planLab(command: readonly string[], version: string): PlanLab {
  const line = turns(waiting_max, of_one_tenant_max);
  const kept = new Map<string, Told['data']>();
  const keep = (digest: string, result: Told['data']): void => {
    if (JSON.stringify(result).length > kept_chars_max) return;
    kept.set(digest, result);
    const [oldest] = kept.keys();
    if (kept.size > kept_max && oldest !== undefined) kept.delete(oldest);
  };
  return {
    async *study(tenant_id, order, seconds, signal) {
      // Equal questions have equal answers: everything that decides one is in the order.
      const digest = digestOf([version, JSON.parse(JSON.stringify(order)) as JsonValue]);
      const known = kept.get(digest);
      if (known !== undefined) {
        yield { event: 'result', data: { ...known, digest, ended: 'bound' } };
        return;
      }
      yield { event: 'progress', data: { step: 'waiting', done: 0, total: null } };
      const giveBack = await line.take(tenant_id, signal);
      const time = AbortSignal.timeout(seconds * 1_000);
      let partial: Told['data'] | null = null;
      try {
        for await (const told of childTellings(command, order, AbortSignal.any([signal, time]))) {
          const { result, partial: part } = told;
          if (isObject(result)) {
            keep(digest, result);
            yield { event: 'result', data: { ...result, digest, ended: 'bound' } };
            return;
          }
          if (isObject(part)) partial = part;
          if (isObject(part)) yield { event: 'partial', data: { ...part, digest, ended: 'time' } };
          else yield { event: 'progress', data: told };
        }
        throw new Error('http.internal');
      } catch (error) {
        if (signal.aborted || !time.aborted) throw error;
        // What a smaller search found stands; it says how far it looked.
        if (partial === null) throw new Error('plan.study_time', { cause: error });
        yield { event: 'result', data: { ...partial, digest, ended: 'time' } };
      } finally {
        giveBack();
      }
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
