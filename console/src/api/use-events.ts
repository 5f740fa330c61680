import { useEffect, useRef, useState } from 'react';

export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** `closed`: the browser gave up, or `enabled` is false. */
export type StreamState = 'connecting' | 'open' | 'closed';

/**
 * Events of a stream as they come (`/api/v1/jobs/{job_id}/events`). The browser reconnects by
 * itself and says from which event on (Last-Event-ID). `names` are those the route sends.
 */
export function useEvents(
  path: string,
  names: readonly string[],
  take: (event: StreamEvent) => void,
  enabled = true,
): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const taker = useRef(take);
  useEffect(() => {
    taker.current = take;
  }, [take]);
  const wanted = names.join(' ');
  useEffect(() => {
    if (!enabled) return undefined;
    const source = new EventSource(path);
    source.addEventListener('open', () => setState('open'));
    source.addEventListener('error', () =>
      setState(source.readyState === EventSource.CLOSED ? 'closed' : 'connecting'),
    );
    for (const event of wanted.split(' ')) {
      source.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) =>
        taker.current({ id: lastEventId, event, data: JSON.parse(data) as unknown }),
      );
    }
    return () => source.close();
  }, [path, wanted, enabled]);
  return enabled ? state : 'closed';
}
