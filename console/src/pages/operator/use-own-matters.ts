import { useQueries } from '@tanstack/react-query';
import { mattersList, mattersRead } from '../../../../src/server/contract/matters.ts';
import { call } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import type { Matter } from '../matters/matter-types.ts';
import { isOver } from './is-over.ts';

/** So many are looked into; the others stand in the list of matters. */
const read_max = 40;
const list_max = 200;

export interface OwnMatters {
  /** In the order of their days; undefined until all are there. */
  readonly matters: readonly Matter[] | undefined;
  /** There are others, which were not read. */
  readonly more: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Matters that go on, and all appeals: they say what became of the measure they are about. */
export function useOwnMatters(): OwnMatters {
  const list = useAsked(mattersList, { query: { limit: list_max } });
  const rows = (list.data?.items ?? []).filter(
    ({ kind, status }) => kind === 'appeal' || !isOver(kind, status),
  );
  const reads = useQueries({
    queries: rows.slice(0, read_max).map(({ id }) => {
      const given = { params: { matter_id: id } };
      return {
        queryKey: [mattersRead.id, given],
        queryFn: async () => (await call(mattersRead, given)).body,
      };
    }),
  });
  const failed = reads.find(({ error }) => error !== null);
  const matters = reads.flatMap(({ data }) => data ?? []);
  const isWhole = list.data !== undefined && matters.length === reads.length;
  return {
    matters: isWhole ? matters : undefined,
    more: rows.length > read_max || (list.data?.next ?? null) !== null,
    error: list.error ?? failed?.error ?? null,
    retry: () => void (list.error === null ? failed?.refetch() : list.refetch()),
  };
}
