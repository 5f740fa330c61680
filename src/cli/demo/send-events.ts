import type { Client } from '../../server/client.ts';
import { eventsAppend } from '../../server/contract/events.ts';
import { done } from './done.ts';
import type { Known } from './story.ts';

/** Minutes after the first of them. */
type Happening = readonly [minutes: number, kind: string, table: string, row: object];

/**
 * What happened on the mall this morning, as its own software tells it: two lines of members come
 * to three levels and one of them is mended, one of two listings takes its claim back.
 */
export async function sendEvents(
  call: Client,
  first: Date,
  { say }: Pick<Known, 'say'>,
): Promise<void> {
  const join = (minutes: number, member_id: string, recruiter_id: string | null): Happening => [
    minutes,
    'member.joined',
    'member',
    { member_id, recruiter_id },
  ];
  const listing = (minutes: number, kind: string, listing_id: string, title: string): Happening => [
    minutes,
    `listing.${kind}`,
    'listing',
    { listing_id, title, status: 'on' },
  ];
  const happened: readonly Happening[] = [
    join(0, 'n-1', null),
    join(3, 'n-2', 'n-1'),
    listing(
      5,
      'published',
      'L-901',
      say('The best face mask of the whole net', '全网第一补水面膜'),
    ),
    join(8, 'n-3', 'n-2'),
    join(12, 'm-1', null),
    join(15, 'm-2', 'm-1'),
    join(21, 'm-3', 'm-2'),
    listing(24, 'published', 'L-902', say('State-level goose, the best', '国家级散养鹅，最佳口感')),
    [40, 'member.moved', 'member', { member_id: 'm-2', recruiter_id: null }],
    listing(55, 'changed', 'L-902', say('Free-range goose, 2 kg', '散养鹅 2 公斤')),
  ];
  const lines = happened.map(([minutes, kind, table, row], i) => {
    const at = new Date(first.getTime() + minutes * 60_000).toISOString();
    return { id: `demo-${i + 1}`, at, kind, rows: { [table]: [row] } };
  });
  const text = [{ schema: 'events@1' }, ...lines].map((one) => JSON.stringify(one)).join('\n');
  done(await call(eventsAppend, { body: new TextEncoder().encode(text) }));
}
