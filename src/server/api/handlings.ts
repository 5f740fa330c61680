import type { Handling } from '../server.ts';
import { healthHandlings } from './health/read.ts';

/** Every route with its handler: one line a noun. A test holds it against the contract. */
export const handlings: readonly Handling[] = [...healthHandlings];
