import { inspectionsList } from '../../../../src/server/contract/inspections.ts';
import { overviewRead } from '../../../../src/server/contract/overview.ts';
import { useAsked } from '../../api/use-asked.ts';

export interface InspectionNames {
  /** Inspections with what they are called, the newest first. */
  readonly inspections: ReadonlyMap<string, string>;
  readonly platforms: ReadonlyMap<string, string>;
  readonly isThere: boolean;
}

const platforms_max = 20;
const inspections_max = 200;

/** What inspections and platforms are called: one's own by title, others by platform and day. */
export function useInspectionNames(): InspectionNames {
  const seen = useAsked(overviewRead, { query: { limit: platforms_max } });
  const own = useAsked(inspectionsList, { query: { limit: inspections_max } });
  const done = (own.data?.items ?? []).filter(({ findings }) => findings !== null);
  const newest = seen.data?.inspections ?? [];
  const called = [
    ...newest.map(
      ({ inspection_id, platform_name, as_of }) =>
        [inspection_id, `${platform_name} ${as_of}`] as const,
    ),
    ...done.map(({ id, title, as_of }) => [id, `${title} ${as_of ?? ''}`.trim()] as const),
  ];
  return {
    // UUIDs of version 7: as they come into being.
    inspections: new Map(called.toSorted(([a], [b]) => (a < b ? 1 : -1))),
    platforms: new Map(newest.map((one) => [one.platform_id, one.platform_name] as const)),
    isThere: !seen.isPending && !own.isPending,
  };
}
