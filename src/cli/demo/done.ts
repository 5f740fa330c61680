import { PolyprismError } from '../../model/issue.ts';
import type { Problem } from '../../server/contract/problem.ts';

type Answer<B> =
  | { readonly ok: true; readonly body: B }
  | { readonly ok: false; readonly problem: Problem };

/** What was answered; a refusal means that the demonstration and the rules have come apart. */
export function done<B>(answer: Answer<B>): B {
  if (answer.ok) return answer.body;
  throw new PolyprismError('cli.demo_refused', { why: JSON.stringify(answer.problem) });
}

/** How often a check that ran out of time is asked for again. */
const tries_max = 6;

/**
 * What was answered in the end: a machine that makes a demonstration is busy with it, and what is
 * checked within seconds elsewhere may run out of time here.
 */
export async function doneInTime<B>(ask: () => Promise<Answer<B>>): Promise<B> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    const isLate = !answer.ok && answer.problem.code === 'draft.time';
    if (!isLate || tries === tries_max) return done(answer);
  }
}
