import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuckDb, sqlText } from '../../src/engine/duckdb.ts';
import { hmacSql, normalisedContact as contactSteps } from '../../src/intake/map/sql-pseudonym.ts';
import { eventDoor } from '../../src/live/event-door.ts';
import { receiveBatch } from '../../src/live/event-inbox.ts';
import { isIdentity, pseudonymsUnder } from '../../src/live/personal-data.ts';
import { readBatch } from '../../src/live/read-batch.ts';
import { PolyprismError } from '../../src/model/issue.ts';
import { limits } from '../../src/model/limits.ts';
import { memoryInbox } from './memory-inbox.ts';

const key = Uint8Array.from({ length: 32 }, (_, i) => i);
const pseudonyms = pseudonymsUnder(key);
const door = eventDoor({ pseudonyms, latest_ms: Date.UTC(2026, 10, 29) });
const at = '2026-11-28T10:00:00Z';
const head = { schema: 'events@1' };

const keyed = (text: string): string => createHmac('sha256', key).update(text).digest('hex');

function event(more: Readonly<Record<string, unknown>>): unknown {
  const rows = { listing: [{ listing_id: 'L1', title: '好茶' }] };
  return { id: 'e1', at, kind: 'listing.published', rows, ...more };
}

/** The event as it is kept, or the field it is refused for. */
function kept(more: Readonly<Record<string, unknown>>): unknown {
  const one = door(event(more));
  return 'event' in one ? one.event : one.wrong.field;
}

describe('an event at the door', () => {
  it('is kept as the tables have it: times in UTC, its own time where a row says none', () => {
    const rows = {
      order: [{ order_id: 7, paid_minor: '1999', ship_by: '2026-12-01T00:00:00+08:00' }],
    };
    expect(kept({ kind: 'order.paid', at: '2026-11-28T18:00:00+08:00', rows })).toEqual({
      id: 'e1',
      at,
      kind: 'order.paid',
      rows: {
        order: [{ order_id: '7', paid_minor: 1999, ship_by: '2026-11-30T16:00:00Z', paid_at: at }],
      },
    });
  });

  it.each([
    [{ id: '' }, 'id'],
    [{ id: 'a\u0000' }, 'id'],
    [{ id: '13912345678' }, 'id'],
    [{ id: 'x'.repeat(limits.event_id_chars_max + 1) }, 'id'],
    [{ at: '2026-11-28 10:00:00' }, 'at'],
    [{ at: '2026-11-29T00:00:00.000001Z' }, 'at'],
    [{ kind: 'listing.sold' }, 'kind'],
    [{ kind: 'toString' }, 'kind'],
    [{ phone: '13912345678' }, 'phone'],
    [{ rows: [] }, 'rows'],
    [{ rows: {} }, 'rows'],
    [{ rows: { listing: [] } }, 'rows'],
    [{ rows: { member: [{ member_id: 'm1' }] } }, 'rows.member'],
    [{ rows: { listing: [{ title: 'x' }] } }, 'rows.listing.0.listing_id'],
    [{ rows: { listing: [{ listing_id: 'L1', titel: 'x' }] } }, 'rows.listing.0.titel'],
    [{ rows: { listing: [{ listing_id: 'L1', status: 'sold' }] } }, 'rows.listing.0.status'],
    [{ rows: { listing: [{ listing_id: 'L1', price_minor: 1.5 }] } }, 'rows.listing.0.price_minor'],
    [{ rows: { listing: [{ listing_id: 'L1' }, 5] } }, 'rows.listing.1'],
    [{ kind: 'record.stated', rows: { fee: [{ fee_id: 'f1' }] } }, 'rows.fee'],
    [{ kind: 'record.stated', rows: { network_member: [{}] } }, 'rows.network_member'],
  ])('is refused for one field: %j', (more, field) => {
    expect(kept(more)).toBe(field);
  });

  it('has as many characters and rows as it may, and no more', () => {
    const longest = 'x'.repeat(limits.event_id_chars_max);
    expect(kept({ id: longest })).toMatchObject({ id: longest });
    const small = eventDoor({
      pseudonyms,
      latest_ms: null,
      limits: { ...limits, event_rows_max: 3 },
    });
    const rowsOf = (count: number): unknown => ({
      listing: Array.from({ length: count }, (_, i) => ({ listing_id: `L${i}` })),
    });
    for (const count of [2, 3])
      expect(small(event({ rows: rowsOf(count) }))).toHaveProperty('event');
    expect(small(event({ rows: rowsOf(4) }))).toMatchObject({
      wrong: { field: 'rows.listing', issue: { code: 'live.too_large' } },
    });
  });

  it('says of members only what its kind is about', () => {
    const member = (kind: string, row: Readonly<Record<string, unknown>>): unknown =>
      kept({ kind, rows: { member: [{ member_id: 'm1', ...row }] } });
    expect(member('member.changed', { recruiter_id: 'm2' })).toBe('rows.member.0.recruiter_id');
    expect(member('member.joined', { joined_at: '2020-01-01T00:00:00Z' })).toBe(
      'rows.member.0.joined_at',
    );
    expect(member('member.moved', {})).toBe('rows.member.0.recruiter_id');
    expect(member('member.joined', {})).toMatchObject({
      rows: { member: [{ member_id: 'm1', recruiter_id: null, joined_at: at }] },
    });
    expect(member('member.returned', {})).toMatchObject({ rows: { member: [{ left_at: null }] } });
    expect(kept({ kind: 'member.left', rows: { member: [] } })).toBe('rows');
  });

  it('leaves no phone and no identity number behind', () => {
    const sent = {
      kind: 'member.joined',
      rows: {
        member: [
          {
            member_id: '13912345678',
            recruiter_id: '+86 139-1234-5679',
            person_key: '139 1234 5678',
          },
        ],
        account_link: [
          { member_id: '13912345678', kind: 'id_number', link_key: '11010519491231002x' },
          { member_id: '13912345678', kind: 'phone', link_key: '139****5678' },
        ],
      },
    };
    const text = JSON.stringify(kept(sent));
    expect(text).not.toMatch(/1391234567|139-1234|139 1234|11010519491231002/);
    expect(kept(sent)).toMatchObject({
      rows: {
        member: [
          {
            member_id: `p${keyed('13912345678')}`,
            recruiter_id: `p${keyed('13912345679')}`,
            person_key: keyed('13912345678'),
          },
        ],
        account_link: [
          { member_id: `p${keyed('13912345678')}`, link_key: keyed('11010519491231002X') },
          { link_key: null },
        ],
      },
    });
    const body = '加我１３９１２３４５６７８，身份证11010519491231002X，运单139123456789';
    const rows = { content: [{ content_id: 'c1', body }] };
    const named = (number: string): string => `[#${keyed(number).slice(0, 16)}]`;
    expect(kept({ kind: 'content.published', rows })).toMatchObject({
      rows: {
        content: [
          {
            body: `加我${named('13912345678')}，身份证${named('11010519491231002X')}，运单139123456789`,
          },
        ],
      },
    });
  });
});

describe('pseudonyms', () => {
  let engine: DuckDb;
  beforeAll(async () => {
    engine = await DuckDb.open({ threads: 1 });
  });
  afterAll(() => engine.close());

  it('are those that the import makes', async () => {
    const contacts = [
      '13912345678',
      '+86 139 1234 5678',
      '008613912345678',
      '８６１３９１２３４５６７８',
      '11010519491231002x',
      '138****1234',
      '13800138000',
      '0000000',
      '无',
      'N/A',
      'wx_id-7',
      '010-88886666',
    ];
    for (const one of contacts) {
      const spelt = contactSteps.reduce((text, step) => `(${step(text)})`, sqlText(one));
      const [row] = await engine.rows(`SELECT ${hmacSql(spelt, key)} AS made`);
      expect(pseudonyms.ofContact(one), one).toBe(row?.['made']);
    }
  });

  it('are not made of what is no identity', () => {
    // The specimen of GB 11643; one digit changed; no such year.
    expect(isIdentity('11010519491231002X')).toBe(true);
    expect(isIdentity('110105194912310021')).toBe(false);
    expect(isIdentity('11010529491231002X')).toBe(false);
    expect(isIdentity('12912345678')).toBe(false);
    expect(pseudonyms.ofPersonId('user-8')).toBe('user-8');
  });
});

describe('a batch', () => {
  const text = (...items: readonly unknown[]): string =>
    items.map((one) => JSON.stringify(one)).join('\n');

  it('is read as lines or as an array, and answers for every event of it', async () => {
    const items = [head, event({}), event({ id: 'e2', kind: '?' }), event({ id: 'e3' })];
    const lines = `${text(...items.slice(0, 3))}\n{"id": \n\n${text(items[3])}\n`;
    const inbox = memoryInbox();
    const answers = await receiveBatch(inbox, readBatch(lines, door));
    expect(answers.map(({ index, id, status }) => [index, id, status])).toEqual([
      [0, 'e1', 'accepted'],
      [1, 'e2', 'refused'],
      [2, null, 'refused'],
      [3, 'e3', 'accepted'],
    ]);
    expect(inbox.entries.map(({ position }) => position)).toEqual([1, 2]);
    const again = await receiveBatch(inbox, readBatch(JSON.stringify(items), door));
    expect(again.map(({ status }) => status)).toEqual(['known', 'refused', 'known']);
    expect(inbox.entries).toHaveLength(2);
  });

  it('takes an event again whatever the spelling, and no other one under its id', async () => {
    const inbox = memoryInbox();
    const rows = { listing: [{ title: '好茶', listing_id: 'L1' }] };
    const batch = text(
      head,
      event({}),
      event({ at: '2026-11-28T18:00:00+08:00', rows }),
      event({ rows: { listing: [{ listing_id: 'L1', title: '茶' }] } }),
    );
    expect(await receiveBatch(inbox, readBatch(batch, door))).toMatchObject([
      { status: 'accepted', position: 1 },
      { status: 'known', position: 1 },
      { status: 'refused', field: 'id', issue: { code: 'live.id_reused' } },
    ]);
  });

  it.each([
    ['', 'live.bad_batch'],
    ['[]', 'live.bad_batch'],
    ['[{"schema":"events@2"}]', 'live.bad_batch'],
    ['[', 'live.bad_batch'],
  ])('is none: %s', (given, code) => {
    expect(codeOf(() => readBatch(given, door))).toBe(code);
  });

  it('has as many characters and events as it may, and no more', () => {
    const two = text(head, event({}), event({ id: 'e2' }));
    const most = (events: number, chars: number, one: number) => ({
      ...limits,
      event_batch_max: events,
      event_batch_bytes_max: chars,
      event_bytes_max: one,
    });
    for (const [events, chars, code] of [
      [3, two.length + 1, null],
      [2, two.length, null],
      [1, two.length, 'live.too_large'],
      [2, two.length - 1, 'live.too_large'],
    ] as const) {
      expect(codeOf(() => readBatch(two, door, most(events, chars, 10_000)))).toBe(code);
    }
    const long = text(event({})).length;
    for (const [one, refused] of [
      [long + 1, false],
      [long, false],
      [long - 1, true],
    ] as const) {
      const [read] = readBatch(text(head, event({})), door, most(9, 10_000, one));
      expect(read && 'wrong' in read).toBe(refused);
    }
  });
});

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof PolyprismError ? error.issue.code : String(error);
  }
}
