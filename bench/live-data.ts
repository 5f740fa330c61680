import { join } from 'node:path';
import { applyEntry } from '../src/live/apply-entry.ts';
import type { DataEvent } from '../src/live/data-event.ts';
import { eventDoor } from '../src/live/event-door.ts';
import { digestOf } from '../src/evidence/digest.ts';
import { createLiveState, warmUp } from '../src/live/live-state.ts';
import { pseudonymsUnder } from '../src/live/personal-data.ts';
import { preCheckService } from '../src/live/pre-check.ts';
import { readBatch } from '../src/live/read-batch.ts';
import { loadPacks } from '../src/packs/load-packs.ts';
import { benchListings } from './check-rules.ts';
import { hardware } from './hardware.ts';

const EVENTS = 30_000;
const BATCH = 500;
const start = Date.UTC(2026, 0, 1);

/** Events of a shop, one a minute: members, orders, commissions, offers, reviews. */
export function shopEventAt(i: number): unknown {
  const at = new Date(start + i * 60_000).toISOString();
  const id = `e${i}`;
  const no = i >> 3;
  const member = `m${no}`;
  const order_id = `o${i >> 1}`;
  switch (i % 8) {
    case 0:
      return {
        id,
        at,
        kind: 'member.joined',
        rows: {
          member: [{ member_id: member, recruiter_id: no === 0 ? null : `m${(no * 7) % no}` }],
          account_link: [{ member_id: member, kind: 'phone', link_key: `139${10_000_000 + no}` }],
        },
      };
    case 2:
    case 4: {
      const row = { order_id, buyer_id: member, amount_minor: 19_900, status: 'unpaid' };
      const line = { order_line_id: `l${i}`, order_id, listing_id: `L${no % 500}`, quantity: 1 };
      return { id, at, kind: 'order.placed', rows: { order: [row], order_line: [line] } };
    }
    case 3:
    case 5: {
      const row = { order_id, paid_minor: 19_900, paid: true, status: 'paid' };
      return { id, at, kind: 'order.paid', rows: { order: [row] } };
    }
    case 6: {
      const row = { commission_id: `c${i}`, beneficiary_id: member, amount_minor: 1_990, level: 1 };
      return { id, at, kind: 'commission.earned', rows: { commission: [row] } };
    }
    case 7: {
      const row = {
        review_id: `r${i}`,
        listing_id: `L${no % 500}`,
        planted: i % 160 === 7,
        score: 5,
      };
      return { id, at, kind: 'review.written', rows: { review: [row] } };
    }
    default: {
      const title = no % 20 === 0 ? '全网第一面膜' : '高山绿茶 250克';
      const row = { listing_id: `L${no % 500}`, title, price_minor: 9_900, sales_added: 0 };
      return { id, at, kind: 'listing.changed', rows: { listing: [row] } };
    }
  }
}

/** Ingestion through the door and into the state, how long an alert takes, and pre-checks. */
export async function benchLiveData(print: (line: string) => void): Promise<void> {
  print(`live-data: ${hardware()}`);
  const packs = await loadPacks([join(import.meta.dirname, '..', 'packs', 'cn')]);
  const door = eventDoor({ pseudonyms: pseudonymsUnder(new Uint8Array(32)), latest_ms: null });
  const batches = Array.from({ length: EVENTS / BATCH }, (_, i) =>
    [{ schema: 'events@1' }, ...Array.from({ length: BATCH }, (_, k) => shopEventAt(i * BATCH + k))]
      .map((one) => JSON.stringify(one))
      .join('\n'),
  );
  const events: DataEvent[] = [];
  const sealing = cpuSeconds(() => {
    for (const text of batches) {
      for (const one of readBatch(text, door)) {
        if (!('event' in one)) throw new RangeError(JSON.stringify(one.wrong));
        digestOf(one.event);
        events.push(one.event);
      }
    }
  });
  const context = { packs, currency: 'CNY', time_zone: 'Asia/Shanghai' };
  const state = createLiveState(context, '2026-11-28');
  const warming = cpuSeconds(() => warmUp(state));
  const taken: number[] = [];
  let raised = 0;
  const applying = cpuSeconds(() => {
    for (const [i, event] of events.entries()) {
      const before = performance.now();
      const { changes } = applyEntry(state, { position: i + 1, event });
      if (changes.length > 0) taken.push(performance.now() - before);
      raised += changes.length;
    }
  });
  const total = EVENTS / (sealing + applying);
  print(`  ${Math.round(total)} events/s of one core, read, keyed, digested and judged (read alone
  ${Math.round(EVENTS / sealing)}/s); ${raised} changes of alerts; entry to alert, in process:
  p50 ${ms(taken, 0.5)}, p99 ${ms(taken, 0.99)}, longest ${ms(taken, 1)} ms (bar 1000)`);
  const turning = cpuSeconds(() => {
    applyEntry(state, { position: EVENTS + 1, day: '2026-11-29' });
  });
  const rows = [...state.rows.values()].reduce((sum, { rows: all }) => sum + all.size, 0);
  print(`  made ready in ${warming.toFixed(1)} s; a day that begins: ${rows} rows judged again in
  ${turning.toFixed(1)} s, while which events wait`);
  benchPreChecks(print, packs);
}

function benchPreChecks(
  print: (line: string) => void,
  packs: Awaited<ReturnType<typeof loadPacks>>,
): void {
  const check = preCheckService(packs, { as_of: '2026-11-28', currency: 'CNY' });
  const listings = benchListings(5_000);
  const asked = check('listing', listings[0]!).verdicts.length;
  for (const listing of listings) check('listing', listing);
  const taken = listings.map((listing) => {
    const before = performance.now();
    check('listing', listing);
    return performance.now() - before;
  });
  print(`  pre-check of a listing by the cn pack (${asked} provisions, terms searched): p50
  ${ms(taken, 0.5)}, p99 ${ms(taken, 0.99)} ms; forty provisions: see --only check (bar 0.1)`);
}

function ms(taken: readonly number[], share: number): string {
  const sorted = taken.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3);
}

/** Seconds of processor, of this thread and what it starts: other programs do not count. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
