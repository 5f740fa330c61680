import { setTimeout as wait } from 'node:timers/promises';

export interface Patience {
  readonly signal: AbortSignal;
  /** Told when an answer is late, and why; null when there is one again. */
  readonly onTrouble: (why: string | null) => void;
  readonly first_wait_ms: number;
  readonly longest_wait_ms: number;
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly response: Response;
}

/**
 * Asks until there is an answer that asking again would not change: no connection, a server that
 * is busy or down, and a proxy that answers for it are waited out, ever longer. Throws what the
 * signal was aborted with.
 */
export async function untilAnswered<A extends Answer>(
  ask: () => Promise<A>,
  { signal, onTrouble, first_wait_ms, longest_wait_ms }: Patience,
): Promise<A> {
  for (let turn = 0; ; turn += 1) {
    const answer = await ask().catch((error: unknown) => reasonOf(error));
    if (typeof answer !== 'string' && !isPassing(answer.status)) {
      if (turn > 0) onTrouble(null);
      return answer;
    }
    const why = typeof answer === 'string' ? answer : `HTTP ${answer.status}`;
    if (turn === 0) onTrouble(why);
    const named = typeof answer === 'string' ? 0 : retryAfter_ms(answer.response);
    const grown = Math.min(longest_wait_ms, first_wait_ms * 2 ** Math.min(turn, 16));
    await wait(Math.max(named, grown), undefined, { signal });
  }
}

function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function retryAfter_ms(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds, 300) * 1_000 : 0;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
