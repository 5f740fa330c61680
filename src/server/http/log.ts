import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/**
 * The log: JSON lines. Nothing a user wrote goes in: no paths, no queries, no headers, no bodies,
 * no addresses, and of an error its kind and place, not its message, which may quote a value.
 */
export function serverLog(destination: DestinationStream, level = 'info'): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/** An error as the log may have it. */
export function errorForLog(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code }: NodeJS.ErrnoException = error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...(typeof code === 'string' && { code }),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: errorForLog(error.cause) }),
  };
}
