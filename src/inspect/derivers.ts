import { classify } from '../provisions/classify.ts';
import type { Deriver } from '../provisions/derive.ts';
import { deriveScreeningHits } from './derive-screening-hits.ts';
import { fundingDerivers } from './funding-derivers.ts';
import { signalDerivers } from './signal-derivers.ts';

/** Every derived table a provision may read but those of the network, in the order they depend. */
export const derivers: readonly Deriver[] = [
  classify,
  ...signalDerivers,
  ...fundingDerivers,
  deriveScreeningHits,
];
