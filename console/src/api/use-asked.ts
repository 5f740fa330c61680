import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { RouteShape } from '../../../src/server/contract/route.ts';
import { call } from './call.ts';
import type { GivenTo, Good } from './call.ts';

interface Options {
  /** False while what is asked for is not known yet. */
  readonly enabled?: boolean;
  /** Ask again every so often. */
  readonly every_ms?: number;
  /** Show what was there for other values until the answer comes. */
  readonly keep?: boolean;
}

/** What a route answers: `useAsked(mattersRead, { params: { matter_id } })`. */
export function useAsked<R extends RouteShape>(
  route: R,
  given: GivenTo<R>,
  { enabled = true, every_ms, keep = false }: Options = {},
): UseQueryResult<Good<R>['body']> {
  return useQuery<Good<R>['body']>({
    queryKey: [route.id, given],
    queryFn: async () => (await call(route, given)).body,
    enabled,
    ...(every_ms !== undefined && { refetchInterval: every_ms }),
    ...(keep && { placeholderData: keepPreviousData }),
  });
}

interface PageShape<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

type ItemOf<B> = B extends PageShape<infer T> ? T : never;

export interface Rows<T, Page = unknown> {
  readonly rows: readonly T[];
  /** The first page, with what its route says besides. */
  readonly first: Page | undefined;
  readonly query: UseInfiniteQueryResult;
  /** Asks for the next page where there is one and none is under way. */
  readonly more: () => void;
}

/** All rows of a list so far, page by page: `more` goes to DataTable's `onEnd`. */
export function useRows<R extends RouteShape>(
  route: R,
  given: GivenTo<R>,
  { enabled = true, every_ms }: Options = {},
): Rows<ItemOf<Good<R>['body']>, Good<R>['body']> {
  type Row = ItemOf<Good<R>['body']>;
  const query = useInfiniteQuery({
    queryKey: [route.id, given, 'pages'],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const { query: asked } = given as { query?: Readonly<Record<string, unknown>> };
      const paged = { ...asked, limit: 200, ...(pageParam !== null && { cursor: pageParam }) };
      // Every list of the contract takes and gives pages in this form.
      const answer = await call(route, { ...given, query: paged });
      return answer.body as PageShape<Row>;
    },
    getNextPageParam: (last: PageShape<Row>) => last.next,
    enabled,
    ...(every_ms !== undefined && { refetchInterval: every_ms }),
  });
  return {
    rows: query.data?.pages.flatMap(({ items }) => items) ?? [],
    // A page has all that the route answers.
    first: query.data?.pages[0] as Good<R>['body'] | undefined,
    query,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
