import { childLines } from '../inspections/child-lines.ts';

/** What a program of ours tells, as it tells it; ends with it, throws as `childLines` does. */
export async function* childTellings(
  command: readonly string[],
  order: unknown,
  signal: AbortSignal,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const left = new AbortController();
  const told: Readonly<Record<string, unknown>>[] = [];
  let wake = (): void => undefined;
  let over = false;
  const running = childLines(
    command,
    order,
    AbortSignal.any([left.signal, signal]),
    async (one) => {
      told.push(one);
      wake();
    },
  ).finally(() => {
    over = true;
    wake();
  });
  // Awaited below; until then nobody listens.
  running.catch(() => undefined);
  try {
    for (;;) {
      const one = told.shift();
      if (one !== undefined) yield one;
      else if (over) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    await running;
  } finally {
    // Whoever stops listening stops the program.
    left.abort();
  }
}
