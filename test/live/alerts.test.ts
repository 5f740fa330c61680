import { beforeAll, describe, expect, it } from 'vitest';
import { alertId } from '../../src/live/alert.ts';
import { applyEntry, takeDirty } from '../../src/live/apply-entry.ts';
import type { Applied } from '../../src/live/apply-entry.ts';
import { eventDoor } from '../../src/live/event-door.ts';
import { createLiveState } from '../../src/live/live-state.ts';
import type { LiveState } from '../../src/live/live-state.ts';
import { pseudonymsUnder } from '../../src/live/personal-data.ts';
import { preCheckService } from '../../src/live/pre-check.ts';
import type { Pack } from '../../src/model/provision.ts';
import { shippedPacks } from '../support/shipped-packs.ts';

let packs: readonly Pack[];
let state: LiveState;
beforeAll(async () => {
  packs = await shippedPacks('cn');
});

const door = eventDoor({ pseudonyms: pseudonymsUnder(new Uint8Array(32)), latest_ms: null });

function fresh(as_of = '2026-11-28'): void {
  state = createLiveState({ packs, currency: 'CNY', time_zone: 'Asia/Shanghai' }, as_of);
}

/** Sends an event that is sound; what it led to. */
function send(kind: string, at: string, rows: Readonly<Record<string, unknown>>): Applied {
  const position = state.position + 1;
  const checked = door({ id: `e${position}`, at, kind, rows });
  if (!('event' in checked)) throw new TypeError(JSON.stringify(checked.wrong));
  return applyEntry(state, { position, event: checked.event });
}

const member = (
  member_id: string,
  recruiter_id: string | null,
): Readonly<Record<string, unknown>> => ({
  member: [{ member_id, recruiter_id }],
});

const told = ({ changes }: Applied): unknown[] =>
  changes.map(({ change, alert }) =>
    alert.kind === 'line'
      ? [change, alert.line, alert.subject.id, alert.on]
      : [change, alert.provision, alert.subject.id, alert.verdict],
  );

describe('a line', () => {
  it('is crossed by the event that makes it so, and cleared by another', () => {
    fresh();
    send('member.joined', '2026-01-01T00:00:00Z', member('a', null));
    expect(told(send('member.joined', '2026-01-02T00:00:00Z', member('b', 'a')))).toEqual([]);
    // 18:00 in London is the next day in Shanghai.
    const crossed = send('member.joined', '2026-01-05T18:00:00Z', member('c', 'b'));
    expect(told(crossed)).toEqual([['raised', 'levels_3_on', 'a', '2026-01-06']]);
    const cause = { position: 3, event: 'e3', at: '2026-01-05T18:00:00Z' };
    expect(crossed.changes[0]?.alert).toMatchObject({
      id: alertId('levels_3_on', { table: 'member', id: 'a' }, cause),
      figures: { upline: null, root: 'a', level: 1, direct: 1, people: 3, present: 3, levels: 3 },
      first: cause,
      cleared: null,
    });
    // A late event: the third level was there the day before.
    const late = send('member.joined', '2026-01-04T00:00:00Z', member('d', 'b'));
    expect(told(late)).toEqual([['changed', 'levels_3_on', 'a', '2026-01-04']]);
    expect([state.late, late.changes[0]?.alert.first]).toEqual([1, cause]);
    expect(told(send('member.moved', '2026-01-07T00:00:00Z', member('c', 'a')))).toEqual([]);
    const gone = send('member.moved', '2026-01-08T00:00:00Z', member('d', null));
    expect(told(gone)).toEqual([['cleared', 'levels_3_on', 'a', '2026-01-04']]);
    expect(gone.changes[0]?.alert.cleared).toMatchObject({ position: 6, event: 'e6' });
    expect(state.alerts.size).toBe(0);
  });

  it('names the thirtieth: that event raises people_30_on and crossed_30_3_on of the top', () => {
    fresh();
    send('member.joined', '2026-01-01T00:00:00Z', member('m0', null));
    send('member.joined', '2026-01-01T00:00:00Z', member('m1', 'm0'));
    for (let i = 2; i < 29; i += 1) {
      send('member.joined', '2026-01-02T00:00:00Z', member(`m${i}`, `m${i < 10 ? 0 : 1}`));
    }
    const last = send('member.joined', '2026-01-03T00:00:00Z', member('m29', 'm1'));
    expect(told(last)).toEqual([
      ['raised', 'people_30_on', 'm0', '2026-01-03'],
      ['raised', 'crossed_30_3_on', 'm0', '2026-01-03'],
    ]);
  });

  it('counts money once, whatever rows say of it again, and gives it to the other member', () => {
    fresh();
    for (const [id, up] of [
      ['a', null],
      ['b', 'a'],
      ['c', 'b'],
    ] as const) {
      send('member.joined', '2026-01-01T00:00:00Z', member(id, up));
    }
    const fee = (row: Readonly<Record<string, unknown>>, at = '2026-01-02T00:00:00Z'): Applied =>
      send('fee.paid', at, { fee: [{ fee_id: 'f', ...row }] });
    fee({ member_id: 'c', amount_minor: 500 });
    fee({ amount_minor: 700 }, '2026-01-03T00:00:00Z');
    fee({ member_id: 'b' }, '2026-01-04T00:00:00Z');
    fee({ amount_minor: 1 }, '2026-01-01T00:00:00Z');
    send('commission.earned', '2026-01-02T00:00:00Z', {
      commission: [
        { commission_id: 'k', beneficiary_id: 'a', amount_minor: 90 },
        { commission_id: 'l', beneficiary_id: 'b', amount_minor: 40 },
      ],
    });
    send('commission.changed', '2026-01-05T00:00:00Z', {
      commission: [{ commission_id: 'l', status: 'reversed' }],
    });
    const crossed = send('member.moved', '2026-01-06T00:00:00Z', member('c', 'a'));
    expect(told(crossed)).toEqual([['cleared', 'levels_3_on', 'a', '2026-01-01']]);
    const again = send('member.moved', '2026-01-07T00:00:00Z', member('c', 'b'));
    expect(again.changes[0]?.alert).toMatchObject({
      figures: { subtree_paid_in_minor: 700, subtree_earned_minor: 90 },
    });
  });

  it('and what the network cannot take is refused with its code and changes no row', () => {
    fresh();
    send('member.joined', '2026-01-01T00:00:00Z', member('a', null));
    send('member.joined', '2026-01-01T00:00:00Z', member('b', 'a'));
    const twice = send('member.joined', '2026-01-02T00:00:00Z', member('b', null));
    expect(twice.refusals).toMatchObject([
      { position: 3, event: 'e3', issue: { code: 'network.live_joined_twice' } },
    ]);
    const circle = send('member.moved', '2026-01-03T00:00:00Z', member('a', 'b'));
    expect(circle.refusals).toMatchObject([{ issue: { code: 'network.live_cycle' } }]);
    expect(state.rows.get('member')?.rows.get('a')?.values['recruiter_id']).toBe(null);
    expect(state.rows.get('member')?.rows.get('b')?.values['recruiter_id']).toBe('a');
    const most = { fee_id: 'f', member_id: 'a', amount_minor: Number.MAX_SAFE_INTEGER };
    send('fee.paid', '2026-01-04T00:00:00Z', { fee: [most] });
    const more = { fee_id: 'g', member_id: 'a', amount_minor: 1 };
    const beyond = send('fee.paid', '2026-01-04T00:00:00Z', { fee: [more] });
    expect(beyond.refusals).toMatchObject([{ issue: { code: 'network.live_sum_too_large' } }]);
    expect(state.rows.get('fee')?.rows.has('g')).toBe(false);
    expect([state.refused, state.refusals.length]).toEqual([3, 3]);
  });
});

describe('a provision', () => {
  const listing = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
    listing: [{ listing_id: 'L1', ...row }],
  });

  it('is broken by a row as it is now, told when its evidence changes, and cleared', () => {
    fresh();
    const at = (day: number): string => `2026-11-0${day}T00:00:00Z`;
    const first = send('listing.published', at(2), listing({ title: '好茶', sales_added: 300 }));
    expect(told(first)).toContainEqual(['raised', 'cn.aucl.added-sales', 'L1', 'breach']);
    expect(state.counts.get('cn.aucl.added-sales')).toEqual([0, 0, 0, 1]);
    const actual = send('listing.changed', at(3), listing({ sales_actual: 100 }));
    expect(told(actual)).toContainEqual(['changed', 'cn.aucl.added-sales', 'L1', 'breach']);
    // Comes late: what was stated later stands.
    expect(told(send('listing.changed', at(1), listing({ sales_added: 0 })))).toEqual([]);
    const put = send('listing.changed', at(4), listing({ sales_added: 0 }));
    expect(told(put)).toContainEqual(['cleared', 'cn.aucl.added-sales', 'L1', 'breach']);
    expect(state.counts.get('cn.aucl.added-sales')).toEqual([1, 0, 0, 0]);
    const anew = send('listing.changed', at(5), listing({ sales_added: 9 }));
    const ids = [first, anew].map(
      ({ changes }) =>
        changes.find(({ alert }) => alert.kind === 'provision' && alert.provision.endsWith('sales'))
          ?.alert.id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('is broken by a day that begins, once', () => {
    fresh('2026-03-01');
    const row = { complaint_id: 'q', received_at: '2026-03-01T00:00:00Z', answered_at: null };
    const sent = send('complaint.received', '2026-03-01T00:00:00Z', { complaint: [row] });
    expect(told(sent)).toEqual([]);
    takeDirty(state);
    const turn = (day: string): Applied => {
      return applyEntry(state, { position: state.position + 1, day });
    };
    expect(told(turn('2026-03-02'))).toEqual([]);
    expect(state.dirty.size).toBeGreaterThan(10);
    const late = turn('2026-12-31');
    expect(told(late)).toContainEqual(['raised', 'cn.ecl.art59', 'q', 'breach']);
    expect(late.changes[0]?.alert.first.event).toBe('day 2026-12-31');
    expect(told(turn('2026-12-31'))).toEqual([]);
  });

  it('over more than one row is listed to be run again once a table of it has changed', () => {
    fresh();
    const sent = send('listing.published', '2026-11-01T00:00:00Z', listing({ title: 'x' }));
    expect(sent.dirty).toContain('cn.aucl.praise-signals');
    expect(sent.dirty).not.toContain('cn.aucl.added-sales');
    expect(takeDirty(state)).toEqual(sent.dirty.toSorted());
    const again = send('listing.changed', '2026-11-02T00:00:00Z', listing({ title: 'y' }));
    expect(again.dirty).toEqual(sent.dirty);
    const more = send('listing.changed', '2026-11-03T00:00:00Z', listing({ title: 'z' }));
    expect(more.dirty).toEqual([]);
  });
});

describe('a pre-check', () => {
  it('says by what the record was judged and what takes a whole data set', () => {
    const check = preCheckService(packs, { as_of: '2026-11-28', currency: 'CNY' });
    const operator = { operator_id: 'o1', kind: 'person', turnover_year_minor: 10_000_001 };
    const { as_of, packs: by, beyond, classifications, verdicts } = check('operator', operator);
    const [pack] = packs;
    expect(by).toEqual([{ id: 'cn', version: pack?.version, digest: pack?.digest }]);
    expect(as_of).toBe('2026-11-28');
    expect(beyond.length).toBeGreaterThan(0);
    expect(classifications).toMatchObject([
      { provision: 'cn.class.registration-exempt', holds: false },
    ]);
    expect(verdicts.find(({ provision }) => provision === 'cn.ecl.art10')?.verdict).toBe('breach');
  });
});
