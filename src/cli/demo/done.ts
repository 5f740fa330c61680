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
