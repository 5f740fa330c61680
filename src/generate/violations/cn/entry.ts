import { DAY_S } from '../../lawful/time.ts';
import type { Row } from '../../lawful/row.ts';
import { on } from './day.ts';
import type { Scene } from '../scene.ts';
import { sessionOn } from './session-on.ts';
import type { Also, Violation } from '../violation.ts';

/** Another operator like a lawful one, with none of the records that speak of it. */
export function newOperator(scene: Scene, food: boolean, verified_at: number | null): string {
  return scene.copy(
    'operator',
    (row) => row.status === 'active' && row.kind === 'company' && (row.licence_no !== '') === food,
    // Since the last report of identity data, so that nobody was left out of it.
    { verified_at, entered_at: scene.world.until - 60 * DAY_S },
  );
}

/** Another exempt trader in small amounts; own produce and handicrafts have no line to pass. */
function smallTrader(scene: Scene, set: Row<'operator'>): string {
  const entered_at = scene.world.until - 60 * DAY_S;
  const small = ({ exempt_kind }: Row<'operator'>): boolean => exempt_kind === 'small_amount';
  return scene.copy('operator', small, { entered_at, ...set });
}

function unregistered(subject: string): Also {
  const reason = 'whoever is above the line of the exemption has to register, and has not';
  return { provision: 'cn.ecl.art10', version: '2021-05-01', subject, reason };
}

export const entryViolations: readonly Violation[] = [
  {
    provision: 'cn.order37.art12',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change('operator', (row) => row.status === 'active', { displayed: false }),
  },
  {
    provision: 'cn.order37.art24p1',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change('operator', (row) => row.status === 'active', {
        verified_at: scene.world.until - 250 * DAY_S,
      }),
  },
  {
    provision: 'cn.order37.art8',
    version: '2021-05-01',
    plant(scene) {
      const subject = smallTrader(scene, {
        // One fen above the line, of which the platform has reminded it.
        turnover_year_minor: 10_000_001,
        registration_reminded_at: scene.world.until - 5 * DAY_S,
      });
      return { subject, also: [unregistered(subject)] };
    },
  },
  {
    provision: 'cn.order37.art24p2',
    version: '2021-05-01',
    plant(scene) {
      const subject = smallTrader(scene, { turnover_year_minor: 10_000_001 });
      const reason = 'whoever has to be reminded to register is above the line of the exemption';
      const above = { provision: 'cn.order37.art8', version: '2021-05-01', subject, reason };
      return { subject, also: [above, unregistered(subject)] };
    },
  },
  {
    provision: 'cn.order37.art27',
    version: '2021-05-01',
    plant: (scene) =>
      scene.change('operator', (row) => row.status === 'active', { registration_marked: false }),
  },
  {
    provision: 'cn.ecl.art37',
    version: '2019-01-01',
    plant: (scene) =>
      scene.change('listing', (row) => row.status === 'on', { self_operated: true }),
  },
  {
    provision: 'cn.ecl.art10',
    version: '2021-05-01',
    // Neither exempt nor registered.
    plant: (scene) =>
      scene.change('operator', (row) => row.kind === 'person', {
        registration_exempt: false,
        exempt_kind: null,
        credit_code: null,
        turnover_year_minor: 10_000_001,
      }),
  },
  {
    provision: 'cn.fsl.art35',
    version: '2015-10-01',
    // Food in the shop of an operator that holds no licence.
    plant(scene) {
      const seller = scene.find(
        'operator',
        (row) => row.licence_no === '' && row.kind === 'company',
      );
      return scene.copy('listing', (row) => String(row.category).startsWith('食品'), {
        operator_id: seller.operator_id ?? null,
        licence_no: '',
      });
    },
  },
  {
    provision: 'cn.fsl.art62',
    version: '2015-10-01',
    plant(scene) {
      const operator_id = newOperator(scene, true, null);
      scene.copy('listing', (row) => String(row.category).startsWith('食品'), { operator_id });
      return operator_id;
    },
  },
  {
    provision: 'cn.order117.art8p1',
    version: '2026-02-01',
    // The room operator was checked, but seven months before the session.
    plant(scene) {
      const operator_id = newOperator(scene, false, scene.world.until - DAY_S);
      const checked_at = on('2026-03-02') - 212 * DAY_S;
      scene.copy('verification', (row) => row.subject_kind === 'live_room_operator', {
        subject_id: operator_id,
        checked_at,
      });
      return sessionOn(scene, '2026-03-02', { operator_id });
    },
  },
  {
    provision: 'cn.order117.art8p2',
    version: '2026-02-01',
    plant(scene) {
      const streamer_id = scene.copy('streamer', () => true, {});
      return sessionOn(scene, '2026-03-03', { streamer_id });
    },
  },
  {
    provision: 'cn.platform.rule-notice',
    version: '2019-01-01',
    plant: (scene) =>
      scene.copy('rule_version', () => true, {
        published_at: on('2025-05-27'),
        effective_at: on('2025-06-02'),
      }),
  },
  {
    provision: 'cn.platform.rule-notice',
    version: '2026-02-01',
    // Fourteen days, for changes that ask for fifteen.
    plant: (scene) =>
      scene.copy('rule_version', (row) => row.major === true, {
        published_at: on('2026-04-20'),
        effective_at: on('2026-05-04'),
        kept_until: null,
        superseded_at: null,
      }),
  },
];
