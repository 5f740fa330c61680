import type { Tally } from '../lawful/tally.ts';
import type { World } from '../lawful/world.ts';
import { newEdits, sceneOf } from './scene.ts';
import type { Edits } from './scene.ts';
import type { Also, Violation } from './violation.ts';

/** A finding the planted violations call for; worked out here, never by the program. */
export interface Expected {
  readonly provision: string;
  readonly version: string;
  readonly subject: string;
  /** 'planted', or why the provision catches a violation planted for another. */
  readonly reason: string;
}

export interface Planting {
  readonly edits: Edits;
  readonly expected: readonly Expected[];
  /** Provisions that no longer list what they list of the lawful platform. */
  readonly cleared: ReadonlySet<string>;
}

/** Plants violations one after another, each on rows the ones before it left alone. */
export function plant(world: World, tally: Tally, violations: readonly Violation[]): Planting {
  const edits = newEdits();
  const taken = new Set<string>();
  const cleared = new Set<string>();
  const expected: Expected[] = [];
  for (const violation of violations) {
    const { provision, version } = violation;
    const planted = violation.plant(sceneOf(world, tally, edits, taken, provision));
    const {
      subject,
      also = [],
      clears = [],
    } = typeof planted === 'string' ? { subject: planted } : planted;
    const own: Also = { provision, version, subject, reason: 'planted' };
    for (const one of [own, ...also]) if (!holds(expected, one)) expected.push(one);
    for (const id of clears) cleared.add(id);
  }
  return { edits, expected, cleared };
}

function holds(list: readonly Expected[], { provision, version, subject }: Expected): boolean {
  return list.some(
    (one) => one.provision === provision && one.version === version && one.subject === subject,
  );
}
