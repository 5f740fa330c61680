import type { Law } from '../../src/casework/law.ts';
import { shippedLaw } from '../../src/cli/serve/shipped-law.ts';

/** Deadlines and calendar of the pack of Chinese law. */
export async function cnLaw(): Promise<Law> {
  return await shippedLaw(['cn']);
}
