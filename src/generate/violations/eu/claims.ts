import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

const UCPD = '2007-12-12';
/** Since food information may not speak of disease either. */
const FOOD = '2014-12-13';
const OMNIBUS = '2022-05-28';
const GREEN = '2026-09-27';

/** A listing on sale that says so. */
function listing(scene: Scene, claims: string): string {
  return scene.copy('listing', () => true, { claims });
}

/** A post about a listing that says so. */
function post(scene: Scene, body: string): string {
  return scene.change('content', ({ kind }) => kind === 'post', { body });
}

/** Texts in which a term of the pack's lists says what it may not. */
export const euClaimViolations: readonly Violation[] = [
  {
    provision: 'eu.ucpd.annex1.17',
    version: FOOD,
    plant: (scene) => listing(scene, 'Cures arthritis in a week.'),
  },
  {
    provision: 'eu.ucpd.annex1.17.content',
    version: FOOD,
    plant: (scene) => post(scene, 'My migraines are gone since I use it.'),
  },
  {
    provision: 'eu.ucpd.art6.income',
    version: UCPD,
    plant: (scene) => post(scene, 'Passive income for all who join me.'),
  },
  {
    provision: 'eu.ucpd.annex1.23c.offer',
    version: OMNIBUS,
    plant: (scene) => listing(scene, 'A gift card for every 5 star review.'),
  },
  {
    provision: 'eu.ucpd.annex1.23c.message',
    version: OMNIBUS,
    plant: (scene) => post(scene, 'Positive reviews earn a refund of half the price.'),
  },
  {
    provision: 'eu.ucpd.annex1.20',
    version: UCPD,
    plant: (scene) => listing(scene, 'Absolutely free.'),
  },
  {
    provision: 'eu.ucpd.annex1.7.claim',
    version: UCPD,
    // A new listing: no promotion of it runs.
    plant: (scene) => listing(scene, 'Offer ends tonight.'),
  },
  {
    provision: 'eu.ucpd.annex1.4a',
    version: GREEN,
    plant: (scene) => listing(scene, 'Climate neutral and kind to the planet.'),
  },
];
