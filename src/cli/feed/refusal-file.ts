import { open } from 'node:fs/promises';
import type { Localised } from '../../model/localised.ts';

/** A message that can never be taken, as it came, and why. */
export interface Refusal {
  readonly message: string;
  readonly code: string;
  /** Where in the event it is wrong; null where it is no event at all. */
  readonly field: string | null;
  readonly why: Localised;
  readonly data: Uint8Array;
}

/** Writes them to the end of a file, a line each; returns once they are on disk. */
export async function keepRefusals(path: string, refusals: readonly Refusal[]): Promise<void> {
  const lines = refusals.map(({ message, code, field, why, data }) => {
    const { en, zh } = why;
    const base64 = Buffer.from(data).toString('base64');
    return `${JSON.stringify({ message, code, field, en, zh, base64 })}\n`;
  });
  // What a message holds may name people.
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(lines.join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}
