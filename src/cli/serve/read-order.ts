import { text } from 'node:stream/consumers';

/** What the server orders of a process of its own: JSON on standard input, as it holds secrets. */
export async function readOrder(): Promise<unknown> {
  return JSON.parse(await text(process.stdin));
}
