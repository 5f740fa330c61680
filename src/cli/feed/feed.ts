import { limits } from '../../model/limits.ts';
import type { Refusal } from './refusal-file.ts';
import type { Message, Source } from './source.ts';

/** What became of a message at the server. */
export type Taken =
  | { readonly status: 'accepted' | 'duplicate' }
  | { readonly status: 'refused'; readonly refusal: Omit<Refusal, 'message' | 'data'> };

/** What became of all messages so far. */
export interface FeedCounts {
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
}

export interface FeedParts {
  /** What became of each, in order; resolves once those that were taken are durable. */
  readonly send: (messages: readonly Message[]) => Promise<readonly Taken[]>;
  /** Resolves once they are durable. */
  readonly keep: (refusals: readonly Refusal[]) => Promise<void>;
  readonly onCounts: (counts: FeedCounts) => void;
}

const batch_max = 1_000;

/** With one more message, of the greatest size, still within what a batch may hold. */
const batch_bytes_max = limits.event_batch_bytes_max / 2;

/** Far more often than a stream gives a message again. */
const hold_every_ms = 10_000;

/**
 * Sends what comes from a stream until it ends, in order, one batch after the other. A message is
 * settled only when the server has it on disk, or the file of what was refused has: whatever ends
 * in between, it comes again, and what comes twice is taken once.
 */
export async function feed(
  source: Source,
  { send, keep, onCounts }: FeedParts,
): Promise<FeedCounts> {
  const counts = { accepted: 0, duplicate: 0, refused: 0 };
  for await (const messages of source.batches(batch_max, batch_bytes_max)) {
    const taken = await holding(messages, async () => {
      const answers = await send(messages);
      await keepRefused(messages, answers, keep);
      return answers;
    });
    for (const [i, answer] of taken.entries()) {
      counts[answer.status] += 1;
      if (answer.status === 'refused') messages[i]?.refuse();
      else messages[i]?.settle();
    }
    onCounts({ ...counts });
  }
  return counts;
}

async function keepRefused(
  messages: readonly Message[],
  answers: readonly Taken[],
  keep: FeedParts['keep'],
): Promise<void> {
  const refusals = messages.flatMap(({ name, data }, i): Refusal[] => {
    const answer = answers[i];
    if (answer?.status !== 'refused') return [];
    return [{ message: name, ...answer.refusal, data }];
  });
  if (refusals.length > 0) await keep(refusals);
}

/** As long as something takes, the stream is told that somebody is at its messages. */
async function holding<T>(messages: readonly Message[], run: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    for (const message of messages) message.hold();
  }, hold_every_ms);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}
