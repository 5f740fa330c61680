import type { RouteShape } from '../../../src/server/contract/route.ts';
import { call } from './call.ts';
import type { GivenTo } from './call.ts';

export interface AnsweredEvent {
  readonly event: string;
  readonly data: unknown;
}

/** The events a route answers with, one after the other; ending the loop stops the server too. */
export async function* readEvents<R extends RouteShape>(
  route: R,
  given: GivenTo<R>,
  signal: AbortSignal,
): AsyncGenerator<AnsweredEvent, void, undefined> {
  const { response } = await call(route, given);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + value).split('\n\n');
      rest = parts.pop() ?? '';
      yield* parts.flatMap(eventIn);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** One block of a stream of events; none where it only says when to come back. */
function eventIn(block: string): AnsweredEvent[] {
  const field = (name: string): string =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n');
  const data = field('data');
  return data === '' ? [] : [{ event: field('event'), data: JSON.parse(data) as unknown }];
}
