import { useQueries } from '@tanstack/react-query';
import { alertsList } from '../../../../src/server/contract/alerts.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { usePlatforms } from '../imports/use-platforms.ts';

interface Watched {
  /** Platforms a regulator may choose of; none for a platform, which sees its own. */
  readonly platforms: ReturnType<typeof usePlatforms>;
  /** Where nothing is chosen: the first with an alert that stands, else the first. */
  readonly first: string | null;
}

/** Asked at most so many at once. */
const asked_max = 50;

export function useWatchedPlatforms(): Watched {
  const { party } = useSession();
  const supervised = usePlatforms();
  const platforms = party === 'regulator' ? supervised : [];
  const standing = useQueries({
    queries: platforms.slice(0, asked_max).map(({ value }) => {
      const given = { query: { platform_id: value, standing: 'true', limit: 1 } } as const;
      return {
        queryKey: [alertsList.id, given],
        queryFn: async () => (await call(alertsList, given)).body,
      };
    }),
  });
  if (standing.some(({ isPending }) => isPending)) return { platforms, first: null };
  const at = standing.findIndex(({ data }) => data !== undefined && data.items.length > 0);
  return { platforms, first: platforms[Math.max(0, at)]?.value ?? null };
}
