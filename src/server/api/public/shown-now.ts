import type { Displayed } from '../../../disclosure/pages/record-article.ts';
import { recordDigest } from '../../../disclosure/publication/public-record.ts';
import type { PublicRecord } from '../../../disclosure/publication/public-record.ts';
import { limits } from '../../../model/limits.ts';
import { shownOn } from '../../../store/publications.ts';
import { systemActor } from '../../../store/store.ts';
import type { Server } from '../../server.ts';
import { legalDay } from '../../../model/legal-day.ts';
import { public_zone } from './public-zone.ts';

/** Everything on display today, the newest first, and which day that is. */
export async function shownNow({ store, now }: Pick<Server, 'store' | 'now'>): Promise<{
  readonly on: string;
  readonly all: readonly Displayed[];
}> {
  const on = legalDay(public_zone, now());
  const rows = await store.as(systemActor, async (tx) =>
    shownOn(tx, on, limits.publications_shown_max),
  );
  return { on, all: rows.map(({ content }) => displayed(recordOf(content))) };
}

const displayed = (record: PublicRecord): Displayed => ({ record, digest: recordDigest(record) });

/** Content is written by `publications.create` alone, out of records. */
export function recordOf(content: string): PublicRecord {
  const record: PublicRecord = JSON.parse(content);
  return record;
}
