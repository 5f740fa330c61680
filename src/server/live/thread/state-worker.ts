import { parentPort } from 'node:worker_threads';
import { PolyprismError } from '../../../model/issue.ts';
import { holdStates } from './hold-states.ts';
import type { AskName, Asks, Failure, Reply, Request } from './messages.ts';

/** The thread that holds live states: answers one request after the other. */
const answers = holdStates();

parentPort?.on('message', (request: Request) => {
  const reply = replyTo(request);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window
  parentPort?.postMessage(reply);
});

function replyTo({ number, name, asked }: Request): Reply {
  // Name and asked belong together by the type of requests, which a look-up does not carry on.
  const answer = answers[name] as (asked: Asks[AskName]['asked']) => Asks[AskName]['answer'];
  try {
    return { number, answer: answer(asked) };
  } catch (error) {
    return { number, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof PolyprismError)
    return { code: error.issue.code, params: error.issue.params };
  return { fault: error instanceof Error ? error : new Error(typeof error) };
}
