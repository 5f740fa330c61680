import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eventDoor } from '../../src/live/event-door.ts';
import { eventsJsonSchema } from '../../src/live/events-json-schema.ts';
import { pseudonymsUnder } from '../../src/live/personal-data.ts';
import { randomStream } from './random-stream.ts';

const schema = z.fromJSONSchema(eventsJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
const door = eventDoor({ pseudonyms: pseudonymsUnder(new Uint8Array(32)), latest_ms: null });

const sound = {
  id: 'e1',
  at: '2026-11-28T10:00:00Z',
  kind: 'listing.published',
  rows: { listing: [{ listing_id: 'L1', title: '好茶', price_minor: 100, status: 'on' }] },
};

describe('the JSON Schema of events', () => {
  it('allows what the door takes', () => {
    const sent = [sound, ...randomStream(20_261_128, 300)];
    for (const one of sent) {
      const checked = door(one);
      expect(checked).toHaveProperty('event');
      expect(schema.safeParse(one).success, JSON.stringify(one)).toBe(true);
      // What is kept is an event too.
      if ('event' in checked) expect(schema.safeParse(checked.event).success).toBe(true);
    }
  });

  it.each([
    { ...sound, id: '' },
    { ...sound, at: '2026-11-28T10:00:00' },
    { ...sound, kind: 'listing.sold' },
    { ...sound, more: 1 },
    { ...sound, rows: { member: [{ member_id: 'm' }] } },
    { ...sound, rows: { listing: [{ title: 'x' }] } },
    { ...sound, rows: { listing: [{ listing_id: null }] } },
    { ...sound, rows: { listing: [{ listing_id: 'L1', status: 'sold' }] } },
    { ...sound, rows: { listing: [{ listing_id: 'L1', price_minor: 1.5 }] } },
    { ...sound, rows: { listing: [{ listing_id: 'L1', phone: '1' }] } },
  ])('refuses what the door refuses: %j', (one) => {
    expect(door(one)).toHaveProperty('wrong');
    expect(schema.safeParse(one).success).toBe(false);
  });
});
