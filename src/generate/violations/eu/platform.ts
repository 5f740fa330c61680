import { DAY_S } from '../../lawful/time.ts';
import { num } from '../scene.ts';
import type { Violation } from '../violation.ts';

const DSA = '2024-02-17';
const P2B = '2020-07-12';

/** What a platform owes traders, and authorities about them. */
export const euPlatformViolations: readonly Violation[] = [
  {
    provision: 'eu.crd.art6a',
    version: '2022-05-28',
    plant: (scene) =>
      scene.change('listing', ({ status }) => status === 'on', { trader_shown: false }),
  },
  {
    provision: 'eu.dac7',
    version: '2024-01-01',
    // The report of a whole year never went out.
    plant(scene) {
      scene.drop('submission', (row) => row.kind === 'tax_income' && row.period === '2024');
      return 'data_set';
    },
  },
  {
    provision: 'eu.dsa.art17',
    version: DSA,
    plant: (scene) =>
      scene.change(
        'measure',
        (row) => row.kind === 'suspension' && scene.after(row.decided_at, DSA),
        { reason: '' },
      ),
  },
  {
    provision: 'eu.dsa.art20',
    version: DSA,
    plant: (scene) =>
      scene.change('measure', (row) => scene.after(row.appeal_answered_at, DSA), {
        appeal_by_person: false,
      }),
  },
  {
    provision: 'eu.dsa.art26',
    version: DSA,
    plant(scene) {
      const { listing_id } = scene.find('search_result', () => true);
      scene.copy('search_result', (row) => row.paid_rank === true, {
        listing_id: listing_id ?? null,
        shown_at: scene.on('2026-05-12'),
        ad_label: false,
      });
      const subject = String(listing_id);
      const reason = 'two texts ask for the same mark of paid places';
      const also = [{ provision: 'eu.ucpd.annex1.11a', version: '2022-05-28', subject, reason }];
      return { subject, also };
    },
  },
  {
    provision: 'eu.dsa.art30.collect',
    version: DSA,
    plant: (scene) =>
      scene.change('operator', (row) => scene.after(row.entered_at, DSA), { contact: '' }),
  },
  {
    provision: 'eu.dsa.art30.display',
    version: DSA,
    plant: (scene) =>
      scene.change('operator', ({ status }) => status === 'active', { displayed: false }),
  },
  {
    provision: 'eu.dsa.art30.store',
    version: DSA,
    // The contract ended long ago; name and address are still there.
    plant(scene) {
      const { operator_id } = scene.find('operator', ({ status }) => status === 'closed');
      return scene.change(
        'agreement',
        (row) => row.kind === 'platform_operator' && row.second_id === operator_id,
        { ended_at: scene.on('2026-01-12') },
      );
    },
  },
  {
    provision: 'eu.dsa.art30.suspend',
    version: DSA,
    // Data that failed a check in May; nothing has happened since.
    plant(scene) {
      const subject_id = scene.copy('operator', ({ status }) => status === 'active', {});
      return scene.copy('verification', (row) => row.subject_kind === 'operator', {
        subject_id,
        checked_at: scene.on('2026-05-12'),
        result: 'failed',
      });
    },
  },
  {
    provision: 'eu.dsa.art31',
    version: DSA,
    plant(scene) {
      scene.drop('quality_event', ({ kind }) => kind === 'spot_check');
      return 'data_set';
    },
  },
  {
    provision: 'eu.p2b.art3',
    version: P2B,
    // Fourteen days, for changes that ask for fifteen.
    plant: (scene) =>
      scene.copy('rule_version', () => true, {
        published_at: scene.on('2026-04-20'),
        effective_at: scene.on('2026-05-04'),
        superseded_at: null,
        kept_until: null,
      }),
  },
  {
    provision: 'eu.p2b.art4',
    version: P2B,
    plant: (scene) =>
      scene.copy(
        'measure',
        ({ kind }) => kind === 'closure',
        (row) => ({ effective_at: num(row.notified_at) + 28 * DAY_S }),
      ),
  },
];
