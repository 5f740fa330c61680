import { DAY_S } from '../../lawful/time.ts';
import { PLATFORM } from '../../lawful/live-duties.ts';
import type { Row } from '../../lawful/row.ts';
import { before, on } from './day.ts';
import { num } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Also, Planted, Violation } from '../violation.ts';

const TWO_LEVELS = 'cn.pyramid.art7p3.two-levels';
const UNLICENSED = 'cn.directselling.licence';
const PLAN = 'PLAN1';
const licence = { direct_selling_licence: '商直销字[2024]第000号' };

const byHead: Also = {
  provision: 'cn.pyramid.art7p1',
  version: '2005-11-01',
  subject: 'data_set',
  reason: 'the criminal lines count only where pay goes by head',
};

/** A rule that pays for each person brought, whatever they buy. */
function payByHead(scene: Scene): void {
  scene.copy('plan_rule', (row) => row.depth === 1, {
    base: 'headcount',
    rate: null,
    amount_minor: 5_000,
  });
}

/** Pay by head and for entry, plans three levels deep, and teams past the criminal lines. */
export const pyramidViolations: readonly Violation[] = [
  {
    provision: 'cn.pyramid.art7p1',
    version: '2005-11-01',
    stage: 'scheme',
    plant(scene) {
      payByHead(scene);
      return 'data_set';
    },
  },
  {
    provision: 'cn.pyramid.art7p1.rolling',
    version: '2005-11-01',
    stage: 'scheme',
    plant(scene) {
      scene.copy('commission', (row) => row.level === 2, { kind: 'recruit', order_id: null });
      const reason = 'pay for people recruited further down is pay for people recruited';
      const also = [
        { provision: 'cn.pyramid.art7p1', version: '2005-11-01', subject: 'data_set', reason },
      ];
      return { subject: 'data_set', also };
    },
  },
  {
    provision: 'cn.pyramid.art7p2',
    version: '2005-11-01',
    stage: 'scheme',
    plant: (scene) => promoterPays(scene, 'entry'),
  },
  {
    provision: 'cn.pyramid.art7p2.purchase',
    version: '2005-11-01',
    stage: 'scheme',
    plant: (scene) => promoterPays(scene, 'purchase_to_join'),
  },
  {
    provision: 'cn.pyramid.art7p3',
    version: '2005-11-01',
    stage: 'scheme',
    plant(scene) {
      scene.copy('plan_rule', (row) => row.depth === 2, { depth: 3 });
      return { subject: 'data_set', clears: [TWO_LEVELS] };
    },
  },
  {
    provision: 'cn.criminal.art224-1',
    version: '2013-11-14',
    stage: 'scheme',
    plant(scene) {
      payByHead(scene);
      return { subject: teamOf(scene, 30), also: [byHead] };
    },
  },
  {
    provision: 'cn.criminal.opinion2013.art1.exit',
    version: '2013-11-14',
    stage: 'scheme',
    // Gone when ten of the team were there; paid once more after the thirtieth had come.
    plant(scene) {
      payByHead(scene);
      const left = { status: 'closed', left_at: on('2025-05-21') };
      const subject = teamOf(scene, 30, DAY_S, left);
      scene.copy('commission', (row) => row.status === 'accrued', {
        beneficiary_id: subject,
        source_member_id: null,
        accrued_at: on('2025-06-20'),
      });
      const reason = 'whoever answers for those who came later stands over thirty people';
      const line = { provision: 'cn.criminal.art224-1', version: '2013-11-14', subject, reason };
      return { subject, also: [line, byHead] };
    },
  },
  {
    provision: 'cn.criminal.opinion2013.art4',
    version: '2013-11-14',
    stage: 'scheme',
    plant(scene) {
      payByHead(scene);
      const subject = teamOf(scene, 120);
      const reason = 'whoever is past the serious line is past the first one';
      const line = { provision: 'cn.criminal.art224-1', version: '2013-11-14', subject, reason };
      return { subject, also: [line, byHead] };
    },
  },
  {
    provision: 'cn.criminal.opinion2013.art5',
    version: '2013-11-14',
    stage: 'later',
    plant(scene) {
      teamOf(scene, 30);
      return 'data_set';
    },
  },
  {
    provision: 'cn.directselling.art14',
    version: '2005-12-01',
    stage: 'older',
    plant(scene) {
      scene.put('platform', PLATFORM, licence);
      scene.change('plan', () => true, { join_condition: 'fee', join_price_minor: 39_900 });
      const reason = 'a plan that asks for a fee and pays uplines takes an entry fee';
      const also: Also[] = [
        { provision: 'cn.pyramid.art7p2', version: '2005-11-01', subject: 'data_set', reason },
      ];
      return { subject: PLAN, also, clears: [UNLICENSED] };
    },
  },
  {
    provision: 'cn.directselling.art25',
    version: '2005-12-01',
    stage: 'older',
    // Unopened goods, asked for within the month and paid for on the eighth day; no others.
    plant(scene) {
      scene.put('platform', PLATFORM, licence);
      scene.drop('after_sale', (row) => row.unopened === true);
      const subject = scene.copy('after_sale', inTime, (row) => ({
        refunded_at: num(row.requested_at) + 8 * DAY_S,
        received_back_at: num(row.requested_at) + 3 * DAY_S,
      }));
      return { subject, clears: [UNLICENSED] };
    },
  },
  {
    provision: 'cn.directselling.art24',
    version: '2005-12-01',
    stage: 'older',
    // Paid in a month in which it sold nothing; nobody else earns anything.
    plant(scene): Planted {
      scene.put('platform', PLATFORM, licence);
      scene.drop('commission', () => true);
      const member = scene.find('member', (row) => row.is_promoter === true);
      const subject = String(member.member_id);
      scene.copy('commission', (row) => row.level === 1, {
        beneficiary_id: subject,
        accrued_at: on('2022-12-20'),
        paid_at: on('2022-12-27'),
      });
      return { subject, clears: [UNLICENSED] };
    },
  },
];

function inTime(row: Row<'after_sale'>): boolean {
  return row.unopened === true && row.status === 'done' && before(row.requested_at, '2025-08-01');
}

/** A promoter pays, and keeps nothing back. */
function promoterPays(scene: Scene, kind: string): string {
  const member = scene.find('member', (row) => row.is_promoter === true);
  scene.add('fee', {
    fee_id: scene.fresh(),
    member_id: member.member_id ?? null,
    kind,
    amount_minor: 39_900,
    paid_at: on('2026-05-12'),
    refunded_minor: 0,
  });
  return 'data_set';
}

/** So many people in three levels: one, who brought two, who brought the others. */
function teamOf(scene: Scene, people: number, apart_s = 60, top: Row<'member'> = {}): string {
  const ids = Array.from({ length: people }, () => scene.fresh());
  const like = scene.find('member', (row) => row.is_promoter === false);
  for (const [i, member_id] of ids.entries()) {
    const up = i === 0 ? null : i < 3 ? ids[0]! : ids[1 + (i % 2)]!;
    const joined_at = on('2025-05-12') + i * apart_s;
    scene.add('member', {
      ...like,
      member_id,
      recruiter_id: up,
      joined_at,
      bound_at: up === null ? null : joined_at,
      person_key: `1990001${String(i).padStart(4, '0')}${member_id}`,
      direct_cached: i === 0 ? 2 : i < 3 ? childrenOf(i, people) : 0,
      ...(i === 0 && top),
    });
  }
  return ids[0]!;
}

/** How many of the others are the second's or the third's. */
function childrenOf(place: number, people: number): number {
  let count = 0;
  for (let i = 3; i < people; i++) if (1 + (i % 2) === place) count++;
  return count;
}
