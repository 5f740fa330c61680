import { PLATFORM } from '../../lawful/live-duties.ts';
import { DAY_S } from '../../lawful/time.ts';
import { after, before, on } from './day.ts';
import { num } from '../scene.ts';
import type { Row } from '../../lawful/row.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

/** What the platform, its operators and the authority have to do by a day, or keep until one. */
export const recordViolations: readonly Violation[] = [
  {
    provision: 'cn.crpl.art19',
    version: '2014-03-15',
    plant(scene) {
      const { listing_id = null } = scene.find('listing', (row) => row.status === 'on');
      return scene.copy('quality_event', (row) => row.kind === 'recall', { listing_id });
    },
  },
  {
    provision: 'cn.fsl.art124',
    version: '2015-10-01',
    plant: (scene) =>
      scene.change('order_line', (row) => typeof row.expires_on === 'string', {
        expires_on: '2023-12-31',
      }),
  },
  {
    provision: 'cn.ecl.art38.notice',
    version: '2019-01-01',
    plant: (scene) =>
      scene.copy('authority_notice', (row) => row.kind === 'breach', {
        received_at: on('2026-05-12'),
        reminded_at: on('2026-05-12'),
        acted_at: on('2026-05-16'),
        replied_at: on('2026-05-16'),
      }),
  },
  {
    provision: 'cn.order116.art19',
    version: '2026-02-01',
    plant: (scene) =>
      scene.copy('measure', (row) => row.kind === 'warning', {
        ...measureTimes('2026-03-10'),
        reason: '',
      }),
  },
  {
    provision: 'cn.order116.art19.appeal',
    version: '2026-02-01',
    plant: (scene) =>
      scene.copy('measure', (row) => row.kind === 'warning', {
        ...measureTimes('2026-03-10'),
        automated: true,
        appealed_at: on('2026-03-11'),
        appeal_answered_at: on('2026-03-12'),
        appeal_by_person: false,
      }),
  },
  {
    provision: 'cn.order37.art30',
    version: '2021-05-01',
    plant: (scene) =>
      scene.copy('measure', (row) => row.kind === 'warning', {
        ...measureTimes('2026-03-10'),
        published_at: on('2026-03-12'),
      }),
  },
  {
    provision: 'cn.order37.art30.shown',
    version: '2021-05-01',
    plant: (scene) =>
      scene.copy('measure', (row) => row.kind === 'suspension', {
        ...measureTimes('2026-03-10'),
        published_until: '2026-03-16',
        ends_at: on('2026-03-17'),
      }),
  },
  {
    provision: 'cn.order37.art29',
    version: '2021-05-01',
    // Known on the second, acted on on the tenth.
    plant: (scene) =>
      scene.copy('measure', (row) => row.kind === 'warning', {
        ...measureTimes('2026-03-10'),
        found_at: on('2026-03-02'),
      }),
  },
  {
    provision: 'cn.order37.art29.report',
    version: '2021-05-01',
    plant: (scene) =>
      scene.copy('measure', (row) => row.kind === 'warning', {
        ...measureTimes('2026-03-10'),
        live: false,
        reported_at: on('2026-04-10'),
      }),
  },
  {
    provision: 'cn.order117.art12',
    version: '2026-02-01',
    plant: (scene) =>
      scene.copy('measure', (row) => row.kind === 'warning', {
        ...measureTimes('2026-03-10'),
        live: true,
        reported_cac_at: on('2026-04-10'),
      }),
  },
  {
    provision: 'cn.iad.art14',
    version: '2023-05-01',
    plant: (scene) =>
      scene.change('content', (row) => row.kind === 'post', { archived_until: '2025-12-31' }),
  },
  {
    provision: 'cn.iad.art16',
    version: '2023-05-01',
    plant(scene) {
      const { content_id = null } = scene.find('content', (row) => row.kind === 'post');
      const subject = scene.copy('measure', (row) => row.kind === 'warning', {
        ...measureTimes('2026-03-10'),
        content_id,
        kind: 'none',
        decided_at: null,
      });
      const reason =
        'an advertisement the platform did nothing about is a breach it did nothing about';
      const also = [{ provision: 'cn.order37.art29', version: '2021-05-01', subject, reason }];
      return { subject, also };
    },
  },
  {
    provision: 'cn.order117.art14',
    version: '2026-02-01',
    plant: (scene) => blacklisted(scene, { notified_at: on('2026-03-18') }),
  },
  {
    provision: 'cn.order117.art14.appeal',
    version: '2026-02-01',
    plant: (scene) =>
      blacklisted(scene, {
        appealed_at: on('2026-03-12'),
        appeal_answered_at: on('2026-03-28'),
        appeal_by_person: true,
      }),
  },
  {
    provision: 'cn.order117.art14.term',
    version: '2026-02-01',
    plant: (scene) => blacklisted(scene, { ends_at: null }),
  },
  {
    provision: 'cn.tax2025.art3',
    version: '2025-06-20',
    plant(scene) {
      scene.change('submission', (row) => row.kind === 'tax_basics', {
        submitted_at: on('2025-08-20'),
      });
      return 'PF1';
    },
  },
  {
    provision: 'cn.tax2025.art4',
    version: '2025-06-20',
    plant(scene) {
      scene.drop('submission', (row) => row.kind === 'tax_income' && row.period === '2026Q2');
      return 'PF1';
    },
  },
  {
    provision: 'cn.platform.rule-history',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change('rule_version', (row) => before(row.superseded_at, '2023-01-01'), {
        kept_until: '2025-06-01',
      }),
  },
  {
    provision: 'cn.platform.rule-history',
    version: '2026-02-01',
    plant: (scene) =>
      scene.change('rule_version', (row) => after(row.superseded_at, '2024-01-01'), {
        kept_until: '2026-03-01',
      }),
  },
  {
    provision: 'cn.order117.art15',
    version: '2026-02-01',
    plant: (scene) => scene.copy('data_change', () => true, { ...lateDisplay, live: true }),
  },
  {
    provision: 'cn.order117.art15.report',
    version: '2026-02-01',
    plant: (scene) => scene.copy('data_change', () => true, { ...lateReport, live: true }),
  },
  {
    provision: 'cn.order37.art26',
    version: '2021-05-01',
    plant: (scene) => scene.copy('data_change', () => true, { ...lateDisplay, live: false }),
  },
  {
    provision: 'cn.order37.art26.report',
    version: '2021-05-01',
    plant: (scene) => scene.copy('data_change', () => true, { ...lateReport, live: false }),
  },
  {
    provision: 'cn.order117.art22',
    version: '2026-02-01',
    // Six working days.
    plant: (scene) =>
      scene.copy('authority_notice', (row) => row.kind === 'unreachable', {
        received_at: on('2026-03-09'),
        reminded_at: on('2026-03-17'),
        acted_at: on('2026-03-17'),
        replied_at: on('2026-03-17'),
      }),
  },
  {
    provision: 'cn.order37.art22',
    version: '2021-05-01',
    plant: (scene) =>
      scene.copy('info_request', (row) => row.kind === 'price_and_volume', {
        requested_at: on('2026-05-12'),
        due_on: '2026-05-15',
        answered_at: on('2026-05-16'),
      }),
  },
  {
    provision: 'cn.order37.art23',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change(
        'shop',
        (row) => typeof row.closed_at === 'number',
        (row) => ({ closing_notice_at: num(row.closed_at) - 29 * DAY_S }),
      ),
  },
  {
    provision: 'cn.crplreg.art21',
    version: '2024-07-01',
    plant: (scene) =>
      scene.copy('shop', (row) => typeof row.closed_at === 'number', {
        closing_contact_shown: false,
      }),
  },
  {
    provision: 'cn.order37.art31',
    version: '2021-05-01',
    plant: (scene) => scene.change('platform', () => true, { record_kept_from: '2024-01-01' }),
  },
  {
    provision: 'cn.order37.art25',
    version: '2021-05-01',
    // A report of ten, where some fifty had joined.
    plant(scene) {
      scene.change(
        'submission',
        (row) =>
          row.kind === 'operator_identity' &&
          num(row.submitted_at) > scene.world.until - 200 * DAY_S,
        { subjects: 10 },
      );
      return PLATFORM;
    },
  },
  {
    provision: 'cn.aucl.art21',
    version: '2025-10-15',
    // Dealt with at once, reported five weeks later.
    plant(scene) {
      const decided = on('2026-03-10');
      const subject = scene.copy('measure', (row) => row.kind === 'warning' && !row.live, {
        ...measureTimes('2026-03-10'),
        reason: '违反平台规则第九条：组织刷单，已附订单清单',
        reported_at: decided + 35 * DAY_S,
      });
      const reason = 'no breach that is dealt with may go unreported';
      const also = [
        { provision: 'cn.order37.art29.report', version: '2021-05-01', subject, reason },
      ];
      return { subject, also };
    },
  },
  {
    provision: 'cn.order117.art9',
    version: '2026-02-01',
    plant(scene) {
      scene.drop('submission', (row) => row.kind === 'live_identity' && lately(row));
      return 'PF1';
    },
  },
  {
    provision: 'cn.order117.art9.streamers',
    version: '2026-02-01',
    plant(scene) {
      scene.drop('submission', (row) => row.kind === 'streamer_identity' && lately(row));
      return 'PF1';
    },
  },
];

function lately(row: Row<'submission'>): boolean {
  return after(row.submitted_at, '2026-02-01');
}

function blacklisted(scene: Scene, set: Row<'measure'>): string {
  return scene.copy('measure', (row) => row.kind === 'blacklist', {
    ...measureTimes('2026-03-10'),
    live: true,
    ends_at: on('2027-03-10'),
    ...set,
  });
}

/** Of a Tuesday on which everybody works, and the days after it. */
function measureTimes(day: string): Row<'measure'> {
  const decided = on(day);
  return {
    found_at: decided - DAY_S / 24,
    decided_at: decided,
    effective_at: decided + DAY_S,
    notified_at: decided + DAY_S / 24,
    published_at: decided + DAY_S / 12,
    published_until: '2027-06-30',
    reported_at: decided + DAY_S / 12,
    reported_cac_at: decided + DAY_S / 12,
    record_kept_until: '2030-01-31',
    appealed_at: null,
    appeal_answered_at: null,
    appeal_by_person: null,
  };
}

/** Reported at once, shown on the eighth working day: 2026-03-10 is a Tuesday. */
const lateDisplay = {
  changed_at: on('2026-03-09'),
  reported_at: on('2026-03-10'),
  verified_at: on('2026-03-11'),
  displayed_at: on('2026-03-20'),
};

/** Reported on the fourth working day, then shown at once. */
const lateReport = {
  changed_at: on('2026-03-10'),
  reported_at: on('2026-03-16'),
  verified_at: on('2026-03-17'),
  displayed_at: on('2026-03-17'),
};
