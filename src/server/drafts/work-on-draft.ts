import { childTellings } from '../plans/child-tellings.ts';
import { turns } from '../plans/turns.ts';
import type { DraftOrder } from './draft-order.ts';

const waiting_max = 16;
const of_one_tenant_max = 2;

/** What comes while a draft is tested or run. */
export interface DraftTold {
  readonly event: 'progress' | 'result';
  readonly data: unknown;
}

export type DraftWork = (
  tenant_id: string,
  order: DraftOrder,
  seconds: number,
  signal: AbortSignal,
) => AsyncGenerator<DraftTold>;

/** SQL of strangers runs in a process of its own, one at a time, and never longer than allowed. */
export function draftWork(command: readonly string[]): DraftWork {
  const line = turns(waiting_max, of_one_tenant_max);
  return async function* work(tenant_id, order, seconds, signal) {
    yield { event: 'progress', data: { step: 'waiting', done: 0, total: null } };
    const giveBack = await line.take(tenant_id, signal);
    const time = AbortSignal.timeout(seconds * 1_000);
    try {
      for await (const told of childTellings(command, order, AbortSignal.any([signal, time]))) {
        const { result } = told;
        if (result === undefined) yield { event: 'progress', data: told };
        else yield { event: 'result', data: result };
      }
    } catch (error) {
      throw time.aborted && !signal.aborted ? new Error('draft.time', { cause: error }) : error;
    } finally {
      giveBack();
    }
  };
}
