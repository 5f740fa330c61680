import { PolyprismError } from '../../model/issue.ts';

/** Who waits to have the one place, in order of coming. */
export interface Turns {
  /** Resolves when it is one's turn; give it back by calling what it resolves to. */
  take(who: string, signal: AbortSignal): Promise<() => void>;
}

const wait_s = 5;

/** One at a time, so many waiting in all and so many of one tenant: nobody fills the machine. */
export function turns(waiting_max: number, of_one_max: number): Turns {
  const waiting: { readonly who: string; readonly begin: () => void }[] = [];
  let busy: string | null = null;
  const next = (): void => {
    const first = waiting.shift();
    busy = first?.who ?? null;
    first?.begin();
  };
  return {
    take: async (who, signal) => {
      const own = waiting.filter((one) => one.who === who).length + (busy === who ? 1 : 0);
      if (waiting.length >= waiting_max || own >= of_one_max) {
        throw new PolyprismError('http.too_many_requests', { wait_s });
      }
      if (busy === null) busy = who;
      else {
        await new Promise<void>((resolve, reject) => {
          const one = { who, begin: resolve };
          waiting.push(one);
          signal.addEventListener('abort', () => {
            const at = waiting.indexOf(one);
            if (at >= 0) waiting.splice(at, 1);
            reject(new Error('job.cancelled'));
          });
        });
      }
      let given = false;
      return () => {
        if (!given) next();
        given = true;
      };
    },
  };
}
