import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckedDraw } from '../../../../src/evidence/draw/check-draw-file.ts';
import type { Outcome } from '../../../../src/evidence/verify/outcome.ts';
import { beginning_bytes, isDrawText } from '../../../../src/evidence/draw/read-draw.ts';
import { logKey, publicRecordRead } from '../../../../src/server/contract/public.ts';
import { call } from '../../api/call.ts';
import { readGiven } from './given.ts';
import type { Given, KeySource } from './given.ts';
import type { Refusal, VerifyAsked, VerifyTold } from './verify-messages.ts';

/** Outcomes with the keys they rest on, as they were given then. */
export interface Verified {
  readonly file: File;
  readonly source: KeySource;
  readonly keys: string;
  readonly outcomes: readonly Outcome[];
}

/** A file of the visitor's own, or a draw that this site publishes, by its record. */
export type Subject = File | { readonly record_id: string };

export type Verification =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly share: number }
  | { readonly phase: 'refused'; readonly refusal: Refusal }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'drawn'; readonly name: string; readonly draw: CheckedDraw }
  | ({ readonly phase: 'done' } & Verified);

/** Verifies in a worker, so that the page stays alive; a new run ends the one before. */
export function useVerification(): readonly [
  Verification,
  (subject: Subject, given: Given) => void,
] {
  const [state, setState] = useState<Verification>({ phase: 'none' });
  const running = useRef<AbortController>(null);
  const workers = useSpareWorker();
  const start = useCallback(
    (subject: Subject, given: Given): void => {
      running.current?.abort();
      const run = new AbortController();
      running.current = run;
      const set = (next: Verification): void => {
        if (!run.signal.aborted) setState(next);
      };
      set({ phase: 'running', share: 0 });
      verified(subject, given, workers, run.signal, set).catch((error: unknown) =>
        set({ phase: 'failed', error }),
      );
    },
    [workers],
  );
  useEffect(() => () => running.current?.abort(), []);
  return [state, start];
}

/** A worker for each run, loaded before it is needed: then the network can be cut. */
function useSpareWorker(): () => Worker {
  const spare = useRef<Worker>(null);
  useEffect(() => {
    spare.current = freshWorker();
    return () => {
      spare.current?.terminate();
    };
  }, []);
  return useCallback(() => {
    const taken = spare.current ?? freshWorker();
    spare.current = freshWorker();
    return taken;
  }, []);
}

function freshWorker(): Worker {
  return new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
}

async function verified(
  subject: Subject,
  given: Given,
  newWorker: () => Worker,
  signal: AbortSignal,
  set: (state: Verification) => void,
): Promise<void> {
  const file = subject instanceof File ? subject : await recordFile(subject.record_id);
  if (file === null) return set({ phase: 'refused', refusal: { why: 'withdrawn' } });
  const isDraw = isDrawText(await file.slice(0, beginning_bytes).text());
  // A draw is held to no key: nothing is asked of the site for it.
  const read = await readGiven(isDraw ? { ...given, source: 'none' } : given, async () => {
    const { response } = await call(logKey, {});
    return await response.text();
  });
  if (signal.aborted) return;
  const asked: VerifyAsked = { file, ...read };
  const worker = newWorker();
  signal.addEventListener('abort', () => worker.terminate());
  const end = (state: Verification): void => {
    worker.terminate();
    set(state);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<VerifyTold>) => {
    if (data.kind === 'read') set({ phase: 'running', share: data.share });
    else if (data.kind === 'refused') end({ phase: 'refused', refusal: data });
    else if (data.kind === 'drawn') end({ phase: 'drawn', name: file.name, draw: data.draw });
    else {
      const { outcomes } = data;
      end({ phase: 'done', file, source: given.source, keys: read.keys, outcomes });
    }
  });
  worker.addEventListener('error', () => end({ phase: 'refused', refusal: { why: 'unreadable' } }));
  worker.postMessage(asked, []);
}

/** What this site publishes, as the file that a visitor would save; null once it is withdrawn. */
async function recordFile(record_id: string): Promise<File | null> {
  const { body } = await call(publicRecordRead, { params: { record_id } });
  return 'record' in body ? new File([JSON.stringify(body)], `${body.record.title}.json`) : null;
}
