import type { Handling } from '../../server.ts';
import { listingMatters } from './list.ts';
import { openingMatters } from './open.ts';
import { overdueHandlings } from './overdue.ts';
import { readingMatters } from './read.ts';
import { takingSteps } from './step.ts';
import { viewHandlings } from './views.ts';

/** Everything about matters. */
export const matterHandlings: readonly Handling[] = [
  ...listingMatters,
  ...openingMatters,
  ...readingMatters,
  ...takingSteps,
  ...overdueHandlings,
  ...viewHandlings,
];
