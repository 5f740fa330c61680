import type { ServerEvent } from '../contract/route.ts';

const keep_alive_ms = 15_000;

/** Server-sent events as bytes; ends with its source, when its reader leaves, or on `stopping`. */
export function eventStream(
  source: (signal: AbortSignal) => AsyncIterable<ServerEvent>,
  stopping: AbortSignal,
): ReadableStream<Uint8Array> {
  const left = new AbortController();
  const signal = AbortSignal.any([left.signal, stopping]);
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(
        () => controller.enqueue(encoder.encode(': still here\n\n')),
        keep_alive_ms,
      );
      controller.enqueue(encoder.encode('retry: 3000\n\n'));
      void (async () => {
        try {
          for await (const event of source(signal)) {
            if (signal.aborted) break;
            controller.enqueue(encoder.encode(eventText(event)));
          }
        } finally {
          clearInterval(timer);
          if (!left.signal.aborted) controller.close();
        }
      })().catch(() => undefined);
    },
    cancel() {
      // At once: what wakes up once more would write into a stream that is gone.
      clearInterval(timer);
      left.abort();
    },
  });
}

/** One event in the format of the HTML standard, 9.2; JSON has no line feeds. */
export function eventText({ id, event, data }: ServerEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
