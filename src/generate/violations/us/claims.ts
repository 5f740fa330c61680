import type { Scene } from '../scene.ts';
import type { Violation } from '../violation.ts';

const HEALTH = '2000-02-07';
const REVIEWS = '2024-10-21';

/** A listing on sale that says so. */
function listing(scene: Scene, claims: string): string {
  return scene.copy('listing', () => true, { claims });
}

/** A post about a listing that says so. */
function post(scene: Scene, body: string): string {
  return scene.change(
    'content',
    ({ kind, published_at }) => kind === 'post' && scene.after(published_at, REVIEWS),
    { body },
  );
}

/** Texts in which a term of the pack's lists says what it may not. */
export const usClaimViolations: readonly Violation[] = [
  {
    provision: 'us.ftc.health',
    version: HEALTH,
    plant: (scene) => listing(scene, 'Cures arthritis in a week.'),
  },
  {
    provision: 'us.ftc.health.content',
    version: HEALTH,
    plant: (scene) => post(scene, 'My migraines are gone since I use it.'),
  },
  {
    provision: 'us.ftc.earnings',
    version: '2009-12-01',
    plant: (scene) => post(scene, 'Passive income for all who join me.'),
  },
  {
    provision: 'us.ftc465.4.offer',
    version: REVIEWS,
    plant: (scene) => listing(scene, 'A gift card for every 5 star review.'),
  },
  {
    provision: 'us.ftc465.4.message',
    version: REVIEWS,
    plant: (scene) => post(scene, 'Positive reviews earn a refund of half the price.'),
  },
  {
    provision: 'us.ftc251',
    version: '1971-11-10',
    plant: (scene) => listing(scene, 'Absolutely free.'),
  },
  {
    provision: 'us.ftc323',
    version: '2021-08-13',
    plant: (scene) => listing(scene, 'Made in the USA.'),
  },
  {
    provision: 'us.fda.approved',
    version: '1994-10-25',
    plant: (scene) => listing(scene, 'FDA approved.'),
  },
];
