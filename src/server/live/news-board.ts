/** The number of the latest change by tenant, and who waits for a later one. */
export interface NewsBoard {
  number(tenant_id: string): number;
  tell(tenant_id: string, number: number): void;
  /** Resolves once the number is larger, or on `signal`. */
  news(tenant_id: string, number: number, signal: AbortSignal): Promise<void>;
}

export function newsBoard(): NewsBoard {
  const numbers = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  const numberOf = (tenant_id: string): number => numbers.get(tenant_id) ?? 0;
  return {
    number: numberOf,
    tell(tenant_id, number) {
      if (number <= numberOf(tenant_id)) return;
      numbers.set(tenant_id, number);
      const all = waiting.get(tenant_id) ?? new Set();
      waiting.delete(tenant_id);
      for (const go of all) go();
    },
    async news(tenant_id, number, signal) {
      if (numberOf(tenant_id) > number || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const all = waiting.get(tenant_id) ?? new Set();
        waiting.set(tenant_id, all);
        const go = (): void => {
          all.delete(go);
          signal.removeEventListener('abort', go);
          resolve();
        };
        all.add(go);
        signal.addEventListener('abort', go, { once: true });
      });
    },
  };
}
