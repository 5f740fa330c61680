import { DAY_S } from '../../lawful/time.ts';
import { on } from './day.ts';
import type { Row } from '../../lawful/row.ts';
import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

/** The Provisions on Procedures for Administrative Penalties. */
const FIRST = '2019-04-01';

/** The regulator's own terms: complaints, mediation, clues and cases. */
export const authorityViolations: readonly Violation[] = [
  // Received on a Tuesday, accepted on the eighth working day.
  late('cn.complaint.acceptance', '2014-03-15', { received: '2019-03-05', accepts: 10 }),
  late('cn.complaint.acceptance', '2020-01-01', { received: '2025-03-04', accepts: 10 }),
  late('cn.complaint.acceptance', '2026-04-15', { received: '2026-05-12', accepts: 10 }),
  // Seventy days: more than 45 working days, and more than sixty days.
  late('cn.complaint.mediation', '2020-01-01', { received: '2024-03-05', ends: 70 }),
  late('cn.complaint.mediation', '2024-07-01', { received: '2025-03-04', ends: 70 }),
  late('cn.complaint.mediation', '2026-04-15', { received: '2026-05-12', ends: 70 }),
  {
    provision: 'cn.complaint.informed',
    version: '2020-01-01',
    plant: (scene) => toldLate(scene, '2025-03-04'),
  },
  {
    provision: 'cn.complaint.informed',
    version: '2026-04-15',
    plant: (scene) => toldLate(scene, '2026-05-12'),
  },
  {
    provision: 'cn.order121.art27',
    version: '2026-04-15',
    // Thirty days: twenty working days.
    plant: (scene) =>
      complaint(scene, { received: '2026-05-12' }, (accepted) => ({
        clue_found_at: accepted + DAY_S,
        clue_decided_at: accepted + 31 * DAY_S,
        clue_extended: false,
      })),
  },
  {
    provision: 'cn.procedure.art18',
    version: '2019-04-01',
    plant: (scene) => caseOf(scene, { opens: 30 }),
  },
  {
    provision: 'cn.procedure.art64',
    version: '2019-04-01',
    plant: (scene) => caseOf(scene, { decides: 96 }),
  },
  {
    provision: 'cn.publicity.art9',
    version: '2021-09-01',
    plant: (scene) => caseOf(scene, { publishes: 35 }),
  },
  // Told on a Monday of a hearing on the Tuesday of the week after: six working days.
  penalty('cn.penalty.art64', '2021-07-15', () => ({
    hearing_notice_at: on('2025-04-14'),
    hearing_at: on('2025-04-22'),
  })),
  penalty('cn.penalty.art36', '2021-07-15', () => ({ act_ended_on: '2023-03-03' })),
  penalty('cn.procedure.art35', FIRST, (opened) => ({ evidence_settled_at: opened + 15 * DAY_S })),
  penalty('cn.procedure.art38', FIRST, (opened) => ({ seal_ended_at: opened + 42 * DAY_S })),
  penalty('cn.procedure.art55', FIRST, (opened) => ({
    reviewed_at: opened + 42 * DAY_S,
    notice_served_at: opened + 45 * DAY_S,
  })),
  penalty('cn.procedure.art57', FIRST, (_, decided) => ({
    notice_served_at: decided - 4 * DAY_S,
  })),
  penalty('cn.procedure.art76.served', FIRST, (_, decided) => ({
    served_at: decided + 14 * DAY_S,
  })),
  penalty('cn.procedure.art76.closed', FIRST, (_, decided) => ({
    closed_at: decided + 40 * DAY_S,
  })),
];

function penalty(
  provision: string,
  version: string,
  more: (opened: number, decided: number) => Row<'penalty_case'>,
): Violation {
  return { provision, version, plant: (scene) => caseOf(scene, {}, more) };
}

/** Fourteen days after mediation ended: more than seven working days. */
function toldLate(scene: Scene, received: string): string {
  return complaint(scene, { received }, (accepted) => ({
    informed_at: accepted + 35 * DAY_S,
    closed_at: accepted + 35 * DAY_S,
  }));
}

/** Days from the clue to opening, from there to the decision, from there to its publication. */
interface CaseSteps {
  readonly opens?: number;
  readonly decides?: number;
  readonly publishes?: number;
}

/** A case that begins on 2025-03-04, a Tuesday. */
export function caseOf(
  scene: Scene,
  { opens = 9, decides = 59, publishes = 7 }: CaseSteps,
  more: (opened: number, decided: number) => Row<'penalty_case'> = () => ({}),
): string {
  const clue = on('2025-03-04');
  const opened = clue + opens * DAY_S;
  const decided = opened + decides * DAY_S;
  const after = (days: number): number => opened + days * DAY_S;
  return scene.copy('penalty_case', () => true, {
    act_ended_on: '2025-02-10',
    clue_at: clue,
    clue_decided_at: opened,
    opened_at: opened,
    evidence_preserved_at: after(1),
    evidence_settled_at: after(4),
    sealed_at: after(2),
    seal_ended_at: after(21),
    investigated_at: after(26),
    reviewed_at: after(31),
    notice_served_at: after(34),
    hearing_notice_at: after(35),
    hearing_at: after(58),
    decided_at: decided,
    served_at: decided + 2 * DAY_S,
    published_at: decided + publishes * DAY_S,
    paid_at: decided + 10 * DAY_S,
    closed_at: decided + 20 * DAY_S,
    ...more(opened, decided),
  });
}

interface Steps {
  readonly received: string;
  /** Days from receipt to acceptance, and from there to the end of mediation. */
  readonly accepts?: number;
  readonly ends?: number;
}

function late(provision: string, version: string, steps: Steps): Violation {
  return { provision, version, plant: (scene) => complaint(scene, steps) };
}

/** A complaint to the regulator that is answered in time, whatever else is late. */
export function complaint(
  scene: Scene,
  { received, accepts = 3, ends = 21 }: Steps,
  more: (accepted: number) => Row<'complaint'> = () => ({}),
): string {
  const accepted = on(received) + accepts * DAY_S;
  const ended = accepted + ends * DAY_S;
  const fits = (row: Row<'complaint'>): boolean =>
    row.channel === 'regulator' && typeof row.accepted_at === 'number';
  return scene.copy('complaint', fits, {
    received_at: on(received),
    accepted_at: accepted,
    answered_at: accepted,
    mediation_ended_at: ended,
    informed_at: ended + DAY_S,
    clue_found_at: null,
    clue_decided_at: null,
    clue_extended: null,
    closed_at: ended + DAY_S,
    ...more(accepted),
  });
}
