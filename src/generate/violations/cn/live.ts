import { DAY_S, HOUR_S } from '../../lawful/time.ts';
import { after, before, on } from './day.ts';
import { sessionOn } from './session-on.ts';
import { num } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

/** Order 117. */
const NEW = '2026-02-01';

function newSession(row: { readonly started_at?: unknown }): boolean {
  return after(row.started_at as number | null, NEW);
}

export const liveViolations: readonly Violation[] = [
  {
    provision: 'cn.live.replay-kept',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change('live_session', (row) => before(row.ended_at, '2024-12-31'), {
        replay_kept_until: '2025-06-01',
      }),
  },
  {
    provision: 'cn.live.replay-kept',
    version: NEW,
    plant: (scene) =>
      scene.change('live_session', (row) => before(row.ended_at, NEW), {
        replay_kept_until: '2026-05-01',
      }),
  },
  {
    provision: 'cn.live.seller-shown',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change('live_session', (row) => before(row.started_at, NEW), { seller_shown: false }),
  },
  {
    provision: 'cn.live.seller-shown',
    version: NEW,
    plant: (scene) => scene.change('live_session', newSession, { seller_shown: false }),
  },
  {
    provision: 'cn.livemk2021.art17',
    version: '2021-05-25',
    plant: (scene) => youngStreamer(scene, '2010-03-04'),
  },
  {
    provision: 'cn.livemk2021.art17.guardian',
    version: '2021-05-25',
    plant: (scene) => youngStreamer(scene, '2008-03-04'),
  },
  {
    provision: 'cn.order117.art10',
    version: NEW,
    plant: (scene) => scene.copy('streamer', () => true, { first_live_at: on('2026-03-04') }),
  },
  {
    provision: 'cn.order117.art10.yearly',
    version: NEW,
    stage: 'later',
    plant: (scene) => untrained(scene, 'streamer'),
  },
  {
    provision: 'cn.order117.art10.operators',
    version: NEW,
    stage: 'later',
    plant: (scene) => untrained(scene, 'operator'),
  },
  {
    provision: 'cn.order117.art40',
    version: NEW,
    plant: (scene) => agencySession(scene, 'mcn_operator'),
  },
  {
    provision: 'cn.order117.art43',
    version: NEW,
    plant: (scene) => agencySession(scene, 'mcn_streamer'),
  },
  {
    provision: 'cn.order117.art14.evasion',
    version: NEW,
    // Blacklisted under one account, live under another.
    plant(scene) {
      const person_key = 'one-person-two-accounts';
      scene.copy('streamer', () => true, {
        person_key,
        blacklisted_at: on('2026-01-12'),
        blacklisted_until: '2027-01-12',
      });
      const streamer_id = scene.copy('streamer', () => true, { person_key });
      scene.copy('verification', (row) => row.subject_kind === 'streamer', {
        subject_id: streamer_id,
        checked_at: scene.world.from,
      });
      return sessionOn(scene, '2026-03-06', { streamer_id });
    },
  },
  {
    provision: 'cn.order117.art25',
    version: NEW,
    plant: (scene) =>
      scene.change('shop', (row) => row.kind === 'live_account' && row.closed_at === null, {
        licence_shown: false,
      }),
  },
  {
    provision: 'cn.order117.art27',
    version: NEW,
    // Sold in the session, yet never looked at before: another of the operator's goods.
    plant(scene) {
      const session = scene.find('live_session', newSession);
      const { live_session_id = null, operator_id = null } = session;
      const sold = scene.find(
        'order_line',
        (row) => row.listing_id === `L${Number(String(operator_id).slice(2)) * 6}`,
      );
      const order_id = scene.copy('order', (row) => row.order_id === sold.order_id, {
        live_session_id,
        ordered_at: num(session.started_at) + HOUR_S,
        paid_at: num(session.started_at) + 2 * HOUR_S,
        ship_by: num(session.started_at) + DAY_S,
        deliver_by: num(session.started_at) + 5 * DAY_S,
        shipped_at: num(session.started_at) + 3 * HOUR_S,
        delivered_at: num(session.started_at) + 2 * DAY_S,
      });
      scene.add('order_line', { ...sold, order_line_id: scene.fresh(), order_id });
      return String(live_session_id);
    },
  },
  {
    provision: 'cn.order117.art27.kept',
    version: NEW,
    plant: (scene) =>
      scene.change(
        'selection_check',
        (row) => row.checked_by === 'live_room_operator' && after(row.checked_at, NEW),
        { kept_until: '2027-12-31' },
      ),
  },
  {
    provision: 'cn.order117.art28',
    version: NEW,
    plant: (scene) =>
      scene.change('live_session', newSession, (row) => ({
        streamer_reported_at: num(row.started_at) + HOUR_S,
      })),
  },
  {
    provision: 'cn.order117.art30',
    version: NEW,
    plant: (scene) =>
      scene.change('live_session', newSession, (row) => ({
        reviewed_at: num(row.started_at) + HOUR_S,
      })),
  },
  {
    provision: 'cn.order117.art31',
    version: NEW,
    // Corrected an hour after the session, which lasts two.
    plant: (scene) =>
      scene.change(
        'content',
        (row) => row.kind === 'live_segment' && after(row.published_at, NEW),
        (row) => ({ corrected_at: num(row.published_at) + 3 * HOUR_S }),
      ),
  },
  {
    provision: 'cn.order117.art31.comments',
    version: NEW,
    plant: (scene) => scene.change('live_session', newSession, { comments_managed: false }),
  },
  {
    provision: 'cn.order117.art32',
    version: NEW,
    plant: (scene) =>
      scene.change(
        'price_event',
        (row) => typeof row.live_session_id === 'string' && after(row.starts_at, NEW),
        { kind: 'promotion' },
      ),
  },
  {
    provision: 'cn.order117.art37',
    version: NEW,
    plant: (scene) =>
      scene.change('live_session', newSession, { ai_presenter: true, ai_label: false }),
  },
  {
    provision: 'cn.order117.art45',
    version: NEW,
    plant: (scene) =>
      scene.change(
        'selection_check',
        (row) => row.checked_by === 'mcn' && after(row.checked_at, NEW),
        { goods_verified: false },
      ),
  },
  {
    provision: 'cn.order117.art45.kept',
    version: NEW,
    plant: (scene) =>
      scene.change(
        'selection_check',
        (row) => row.checked_by === 'mcn' && after(row.checked_at, NEW),
        { kept_until: '2027-12-31' },
      ),
  },
];

/** Leaves out what one of those who were trained in 2026 was trained. */
function untrained(scene: Scene, kind: 'streamer' | 'operator'): string {
  const { subject_id = null } = scene.find('training', (row) => row.subject_kind === kind);
  scene.drop(
    'training',
    (row) => row.subject_id === subject_id && after(row.held_at, '2026-01-01'),
  );
  return String(subject_id);
}

/** A session with an agency that has one of the two agreements, and not the other. */
function agencySession(scene: Scene, kind: 'mcn_operator' | 'mcn_streamer'): string {
  return sessionOn(scene, '2026-03-05', ({ operator_id = null, streamer_id = null }) => {
    const second_id = kind === 'mcn_operator' ? operator_id : streamer_id;
    const mcn_id = kind === 'mcn_operator' ? 'MCN0' : 'MCN1';
    scene.copy('agreement', (row) => row.kind === kind, { first_id: mcn_id, second_id });
    return { mcn_id };
  });
}

/** Checked like any other streamer; in the summer of 2025 younger than the law allows. */
function youngStreamer(scene: Scene, born_on: string): string {
  const streamer_id = scene.copy('streamer', () => true, { born_on });
  scene.copy('verification', (row) => row.subject_kind === 'streamer', {
    subject_id: streamer_id,
    checked_at: scene.world.from,
  });
  return sessionOn(scene, '2025-07-02', { streamer_id });
}
