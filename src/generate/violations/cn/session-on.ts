import { DAY_S, HOUR_S } from '../../lawful/time.ts';
import { on } from './day.ts';
import type { Scene } from '../scene.ts';

/** A lawful session moved to a day, with what is done before and kept after moved along. */
export function sessionOn(
  scene: Scene,
  day: string,
  more: Parameters<typeof scene.copy<'live_session'>>[2],
): string {
  const started_at = on(day);
  return scene.copy(
    'live_session',
    (row) => row.mcn_id === null,
    (row) => ({
      started_at,
      ended_at: started_at + 2 * HOUR_S,
      streamer_reported_at: started_at - DAY_S,
      reviewed_at: started_at - 5 * HOUR_S,
      replay_kept_until: scene.world.clock.dayMonthsAfter(started_at, 36, 60),
      ...(typeof more === 'function' ? more(row) : more),
    }),
  );
}
