import { createClient } from '../../../src/server/client.ts';
import type { RouteShape } from '../../../src/server/contract/route.ts';
import { language } from '../app/language.ts';
import { confirmIdentity } from './confirmation.ts';
import { ProblemError } from './problem-error.ts';
import { signedOut } from './signed-out.ts';

const client = createClient(location.origin, () => ({
  'accept-language': language.get() === 'zh' ? 'zh-CN' : 'en',
}));

type Given<R extends RouteShape> = Parameters<typeof client<R>>[1];
type Answered<R extends RouteShape> = Awaited<ReturnType<typeof client<R>>>;
export type Good<R extends RouteShape> = Extract<Answered<R>, { readonly ok: true }>;
export type GivenTo<R extends RouteShape> = Given<R>;

/**
 * Asks a route; throws `ProblemError` for any answer that is no success. Where the server wants
 * to be shown again who asks, the user is, and the route is asked once more.
 */
export async function call<R extends RouteShape>(route: R, given: Given<R>): Promise<Good<R>> {
  const answer = await client(route, given);
  if (answer.ok) return answer as Good<R>;
  const { problem } = answer;
  if (problem.code === 'auth.confirm_needed' && (await confirmIdentity())) {
    const again = await client(route, given);
    if (again.ok) return again as Good<R>;
    throw new ProblemError(again.problem);
  }
  if (problem.code === 'auth.needed') signedOut.tell();
  throw new ProblemError(problem);
}
