import { addMonths } from '../../model/days.ts';
import type { PublicationKind } from '../../model/publication.ts';
import type { PublicRecord } from './public-record.ts';

/**
 * How long penalties stay on display: 3 years, minor ones 3 months (Provisions on Publishing
 * Administrative Penalties of Market Supervision, art. 13).
 */
const display_months = { decision: 36, minor_decision: 3 } as const;

/**
 * The last day on which something published on `published_on` is shown. A decision: by its term.
 * A measure or recall: the day it ends (Order 37, art. 30), null while nobody knows it. A draw:
 * null, it can be verified for good.
 */
export function displayEnds(
  kind: PublicationKind,
  published_on: string,
  { minor, ends_on }: { readonly minor: boolean; readonly ends_on: string | null },
): string | null {
  if (kind === 'draw') return null;
  if (kind !== 'decision') return ends_on;
  return addMonths(published_on, display_months[minor ? 'minor_decision' : 'decision']);
}

/** Is it shown on this day? Also the last day counts. */
export function isShown(
  { published_on, shown_until }: Pick<PublicRecord, 'published_on' | 'shown_until'>,
  on: string,
): boolean {
  return published_on <= on && (shown_until === null || on <= shown_until);
}
