import { sql } from 'kysely';
import { PolyprismError } from '../../model/issue.ts';
import { systemActor } from '../store.ts';
import type { Store } from '../store.ts';
import type { DiskThing } from './disk-use.ts';

/** A turn ends by itself, so that a killed process leaves nothing locked. */
const turn_ms = 60_000;
/** How often it is renewed, and how old it may be for one more byte: time enough is left over. */
const renewed_every_ms = 10_000;
const trusted_ms = 40_000;

/** Says whether the turn is still one's own; asked before every write. */
export type StillMine = () => boolean;

/**
 * Does `work` on an upload while nobody else does, in any process on the database; `upload.busy`
 * where somebody does. Time is the database's, the same for all.
 */
export async function inTurn<T>(
  store: Store,
  upload: DiskThing,
  holder: string,
  work: (stillMine: StillMine) => Promise<T>,
): Promise<T> {
  let sure_at_ms = performance.now();
  if (!(await hold(store, upload, holder))) throw new PolyprismError('upload.busy');
  const timer = setInterval(() => {
    const asked_at_ms = performance.now();
    hold(store, upload, holder).then(
      (held) => {
        if (held) sure_at_ms = asked_at_ms;
      },
      // Not renewed: the turn runs out, and with it what may be written.
      () => undefined,
    );
  }, renewed_every_ms);
  timer.unref();
  try {
    return await work(() => performance.now() - sure_at_ms < trusted_ms);
  } finally {
    clearInterval(timer);
    await leave(store, upload, holder);
  }
}

/** Takes or renews a turn; false where it is somebody else's. */
async function hold(store: Store, { tenant_id, kind, id }: DiskThing, holder: string) {
  return await store.as(systemActor, async ({ db }) => {
    const { rows } = await sql`
      INSERT INTO disk_use AS d (kind, id, tenant_id, bytes, holder, held_until)
      VALUES (${kind}, ${id}, ${tenant_id}, 0, ${holder},
        clock_timestamp() + ${turn_ms} * interval '1 millisecond')
      ON CONFLICT (kind, id) DO UPDATE
        SET holder = excluded.holder, held_until = excluded.held_until
        WHERE d.holder IS NULL OR d.holder = excluded.holder OR d.held_until < clock_timestamp()
      RETURNING d.id`.execute(db);
    return rows.length === 1;
  });
}

async function leave(store: Store, { kind, id }: DiskThing, holder: string): Promise<void> {
  await store.as(systemActor, async ({ db }) => {
    const turn = db.updateTable('disk_use').set({ holder: null, held_until: null });
    const own = turn.where('kind', '=', kind).where('id', '=', id).where('holder', '=', holder);
    await own.execute();
  });
}
