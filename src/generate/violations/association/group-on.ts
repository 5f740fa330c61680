import type { Row } from '../../lawful/row.ts';
import { DAY_S, HOUR_S, MINUTE_S } from '../../lawful/time.ts';
import { num } from '../scene.ts';
import type { Scene } from '../scene.ts';

/** The day the example standard came into force. */
export const STANDARD = '2026-01-01';

/** A group like a lawful one of the year before, opened on a day; its goods checked before. */
export function groupOn(scene: Scene, day: string, set: Row<'group_buy'>): string {
  const opened_at = scene.on(day);
  const like = lawfulGroup(scene);
  const listing_id = set.listing_id ?? like.listing_id ?? null;
  checked(scene, listing_id, opened_at - DAY_S);
  return uncheckedGroupOn(scene, day, set);
}

/** The same, its goods not checked for it. */
export function uncheckedGroupOn(scene: Scene, day: string, set: Row<'group_buy'>): string {
  const opened_at = scene.on(day);
  const like = lawfulGroup(scene);
  return scene.copy('group_buy', ({ group_buy_id }) => group_buy_id === like.group_buy_id, {
    opened_at,
    closes_at: opened_at + DAY_S,
    formed_at: opened_at + 20 * MINUTE_S,
    ...set,
  });
}

/** Its leader was verified and trained within the year before May 2026. */
function lawfulGroup(scene: Scene): Row<'group_buy'> {
  const since = scene.on('2025-07-01');
  for (const row of scene.rows('group_buy')) {
    if (row.formed_at !== null && num(row.opened_at) > since) return row;
  }
  return scene.refuse('group_buy');
}

function checked(scene: Scene, listing_id: Row<'quality_event'>['listing_id'], at: number): void {
  scene.copy('quality_event', ({ kind }) => kind === 'spot_check', {
    listing_id: listing_id ?? null,
    at: at + HOUR_S,
  });
}

/** A member that never led a group: neither verified nor trained. */
export function nobodyInParticular(scene: Scene): string {
  const leaders = new Set([...scene.rows('group_buy')].map((row) => row.opened_by));
  const fits = ({ member_id, joined_at }: Row<'member'>): boolean =>
    !leaders.has(member_id ?? '') && num(joined_at) < scene.on(STANDARD);
  return String(scene.find('member', fits).member_id);
}
