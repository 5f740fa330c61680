import { DAY_S } from '../lawful/time.ts';
import { on } from './entry.ts';
import type { Row } from '../lawful/row.ts';
import type { Scene } from './scene.ts';
import type { Violation } from './violation.ts';

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
];

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
