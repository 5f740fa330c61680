import { useCallback, useEffect, useRef, useState } from 'react';
import type { RouteShape } from '../../../src/server/contract/route.ts';
import type { GivenTo } from './call.ts';
import { ProblemError } from './problem-error.ts';
import { readEvents } from './read-events.ts';

/** How far something is: `total` is null where nobody knows. */
export interface StudyProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

export interface Study<A> {
  readonly running: boolean;
  readonly progress: StudyProgress | null;
  /** What was found so far; whole once nothing runs. Stays while another is under way. */
  readonly answer: A | null;
  readonly error: unknown;
}

export interface StudyControl<R extends RouteShape, A> extends Study<A> {
  readonly start: (given: GivenTo<R>) => void;
  readonly stop: () => void;
}

const nothing = { running: false, progress: null, answer: null, error: null } as const;

/**
 * A question the server works at for a while and answers with events: `progress`, `partial`,
 * then `result` or `problem`. Asking again, or leaving the page, stops the one under way. `A` is
 * what the contract says of the events; they are not checked again here.
 */
export function useStudy<R extends RouteShape, A>(route: R): StudyControl<R, A> {
  const [state, setState] = useState<Study<A>>(nothing);
  const running = useRef<AbortController>(null);
  const stop = useCallback((): void => {
    running.current?.abort();
    setState((last) => ({ ...last, running: false, progress: null }));
  }, []);
  const start = useCallback(
    (given: GivenTo<R>): void => {
      running.current?.abort();
      const run = new AbortController();
      running.current = run;
      const set = (next: Partial<Study<A>>): void => {
        if (!run.signal.aborted) setState((last) => ({ ...last, ...next }));
      };
      set({ running: true, progress: null, error: null });
      void follow(route, given, run.signal, set).catch((error: unknown) =>
        set({ running: false, progress: null, error }),
      );
    },
    [route],
  );
  useEffect(() => () => running.current?.abort(), []);
  return { ...state, start, stop };
}

async function follow<R extends RouteShape, A>(
  route: R,
  given: GivenTo<R>,
  signal: AbortSignal,
  set: (next: Partial<Study<A>>) => void,
): Promise<void> {
  for await (const { event, data } of readEvents(route, given, signal)) {
    if (event === 'progress') set({ progress: data as StudyProgress });
    else if (event === 'partial') set({ answer: data as A });
    else if (event === 'result') set({ answer: data as A, error: null });
    else if (event === 'problem') throw problemIn(data as Told);
  }
  set({ running: false, progress: null });
}

interface Told {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

function problemIn({ code, en, zh }: Told): ProblemError {
  const type = `urn:polyprism:issue:${code}`;
  return new ProblemError({
    type,
    title: '',
    status: 500,
    code,
    detail: en,
    en,
    zh,
    request_id: '',
  });
}
