import { keepLately } from '../model/keep-lately.ts';

/** Answers to a question that takes its time, each believed for a while. */
export interface Remembered<T> {
  of(key: string): Promise<T>;
  /** Whatever is remembered is asked again. */
  forget(): void;
}

interface Answer<T> {
  readonly asked_ms: number;
  readonly found: Promise<T>;
  /** The question was asked again beside it. */
  renewing: boolean;
}

export interface Believed {
  readonly believed_ms: number;
  /** Answers kept at once; the one longest unasked goes first. */
  readonly most: number;
  readonly clock_ms?: () => number;
}

/**
 * Asks `look` what is not known. An answer counts from before its question and is believed for
 * `believed_ms`, no longer; past half of that it is asked for again beside, so that whoever comes
 * often never waits. Nothing is remembered of a question that failed, or whose answer is null.
 */
export function remembered<T>(
  look: (key: string) => Promise<T>,
  { believed_ms, most, clock_ms = () => performance.now() }: Believed,
): Remembered<T> {
  const answers = new Map<string, Answer<T>>();
  const ask = (key: string): Answer<T> => ({
    asked_ms: clock_ms(),
    found: look(key),
    renewing: false,
  });
  const put = (key: string, answer: Answer<T>): void => keepLately(answers, key, answer, most);
  const askAnew = (key: string): Answer<T> => {
    const answer = ask(key);
    const drop = (): void => {
      if (answers.get(key) === answer) answers.delete(key);
    };
    answer.found.then((value) => value ?? drop(), drop);
    put(key, answer);
    return answer;
  };
  const renew = (key: string, old: Answer<T>): void => {
    old.renewing = true;
    const answer = ask(key);
    answer.found.then(
      (value) => {
        // What was forgotten meanwhile was asked about too early.
        if (answers.get(key) !== old) return;
        if (value === null) answers.delete(key);
        else put(key, answer);
      },
      // The old one is believed for what is left of its time.
      () => undefined,
    );
  };
  return {
    async of(key) {
      const known = answers.get(key);
      const age_ms = known === undefined ? Infinity : clock_ms() - known.asked_ms;
      if (known === undefined || age_ms >= believed_ms) return await askAnew(key).found;
      if (age_ms >= believed_ms / 2 && !known.renewing) renew(key, known);
      return await known.found;
    },
    forget: () => answers.clear(),
  };
}
