import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RouteShape } from '../../../src/server/contract/route.ts';
import { call } from './call.ts';
import type { GivenTo, Good } from './call.ts';

interface Options<R extends RouteShape> {
  /** Ids of routes, or their nouns with a dot, whose answers it may have changed. */
  readonly changes?: readonly string[];
  readonly done?: (body: Good<R>['body']) => void;
}

/**
 * Asks a route to do something: `const open = useAsk(mattersOpen, { changes: ['matters.'] })`,
 * then `open.mutate({ body })`. Routes that take an idempotency key get one per submission with
 * `withKey`.
 */
export function useAsk<R extends RouteShape>(
  route: R,
  { changes = [], done }: Options<R> = {},
): UseMutationResult<Good<R>['body'], Error, GivenTo<R>> {
  const queries = useQueryClient();
  return useMutation<Good<R>['body'], Error, GivenTo<R>>({
    mutationKey: [route.id],
    mutationFn: async (given) => (await call(route, given)).body,
    onSuccess: async (body) => {
      await queries.invalidateQueries({
        predicate: ({ queryKey: [id] }) =>
          typeof id === 'string' && changes.some((one) => id === one || id.startsWith(one)),
      });
      done?.(body);
    },
  });
}

/** Headers with a key for one submission: made when a form opens, sent with each of its tries. */
export function newKey(): { readonly 'idempotency-key': string } {
  return { 'idempotency-key': crypto.randomUUID() };
}
