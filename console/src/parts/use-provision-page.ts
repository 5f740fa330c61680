import { provisionsList } from '../../../src/server/contract/standards.ts';
import { useAsked } from '../api/use-asked.ts';

/** Address of a provision's page, by a version of it; null where the library has none of its id. */
export function useProvisionPage(id: string, version: string | null, enabled = true) {
  const given = { query: { text: id }, headers: {} };
  const { data } = useAsked(provisionsList, given, { enabled });
  const found = data?.items.find((one) => one.id === id);
  if (found === undefined) return null;
  return `${provisionPath(found.standard, id)}${version === null ? '' : `?version=${version}`}`;
}

/** Where a provision of a pack is read. */
export function provisionPath(standard: string, id: string): string {
  return `/standards/${encodeURIComponent(standard)}/${encodeURIComponent(id)}`;
}
