import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PolyprismError } from '../../../model/issue.ts';
import type { AskName, Asks, Reply } from './messages.ts';

/** A thread that holds live states, asked by messages and answering in their order. */
export interface StateThread {
  ask<K extends AskName>(name: K, asked: Asks[K]['asked']): Promise<Asks[K]['answer']>;
  /** Resolves with what ended it, once it has ended; what it was asked fails with the same. */
  readonly ended: Promise<Error>;
  end(): Promise<void>;
}

type AnyAnswer = Asks[AskName]['answer'];

interface Waiting {
  readonly resolve: (answer: AnyAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Sources run as they are, the built package from its JavaScript: the worker lies beside us. */
const program = new URL(`./state-worker${extname(import.meta.url)}`, import.meta.url);

export function startStateThread(): StateThread {
  const worker = new Worker(program, { name: 'live' });
  const waiting = new Map<number, Waiting>();
  let over: Error | null = null;
  let asked_count = 0;
  const { promise: ended, resolve: tellEnd } = Promise.withResolvers<Error>();
  const end = (error: Error): void => {
    over ??= error;
    for (const { reject } of waiting.values()) reject(over);
    waiting.clear();
    tellEnd(over);
  };
  worker.on('error', (error) => end(error instanceof Error ? error : new Error('live thread')));
  worker.on('exit', (code) => end(new Error(`the live thread ended with ${code}`)));
  worker.on('message', (reply: Reply) => {
    const one = waiting.get(reply.number);
    waiting.delete(reply.number);
    if ('answer' in reply) one?.resolve(reply.answer);
    else if ('code' in reply.failure) {
      one?.reject(new PolyprismError(reply.failure.code, reply.failure.params));
    } else one?.reject(reply.failure.fault);
  });
  return {
    ask: async <K extends AskName>(name: K, asked: Asks[K]['asked']) => {
      if (over !== null) throw over;
      const number = (asked_count += 1);
      const answer = new Promise<AnyAnswer>((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window
        worker.postMessage({ number, name, asked });
      });
      // A reply has the number of its request, and so the answer that belongs to its name.
      return (await answer) as Asks[K]['answer'];
    },
    ended,
    end: async () => {
      await worker.terminate();
    },
  };
}
