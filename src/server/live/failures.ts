/** A state that failed is made again at once, but not over and over: it may fail again. */
const failed_wait_ms = 30_000;

/** Which platforms failed, how often since they last did well, and when. */
export function failures() {
  const known = new Map<string, { readonly count: number; readonly at_ms: number }>();
  return {
    good: (tenant_id: string): void => void known.delete(tenant_id),
    bad: (tenant_id: string): void => {
      const count = (known.get(tenant_id)?.count ?? 0) + 1;
      known.set(tenant_id, { count, at_ms: performance.now() });
    },
    waits: (tenant_id: string): boolean => {
      const { count = 0, at_ms = 0 } = known.get(tenant_id) ?? {};
      return count > 1 && performance.now() - at_ms < failed_wait_ms;
    },
  };
}
