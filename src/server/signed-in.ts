import { PolyprismError } from '../model/issue.ts';
import type { RouteShape } from './contract/route.ts';
import type { Call, Caller } from './server.ts';

/** The caller of a route that only callers get to. */
export function signedIn<R extends RouteShape>({ caller }: Call<R>): Caller {
  if (caller === null) throw new PolyprismError('auth.needed');
  return caller;
}
