import { sql } from 'kysely';
import { suppress } from '../../../disclosure/suppression/suppress.ts';
import { shift } from '../../../guidance/barometer.ts';
import type { MonthRate } from '../../../guidance/barometer.ts';
import { marketBarometer, overMembers, overPlatforms } from '../../../guidance/market-barometer.ts';
import type { JointFigure, MemberMonth } from '../../../guidance/market-barometer.ts';
import type { Actor } from '../../../model/actor.ts';
import { legalDay } from '../../../model/legal-day.ts';
import { limits } from '../../../model/limits.ts';
import type { StoreTx } from '../../../store/store.ts';
import { marketRead } from '../../contract/guidance.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { figureTitles } from './barometer.ts';

interface Platform {
  readonly platform_id: string;
  readonly platform_name: string;
  /** The newest inspection of it that the regulator sees. */
  readonly inspection_id: string | null;
  readonly as_of: string | null;
}

interface MemberFigure {
  readonly name: string;
  readonly month: string;
  readonly platforms: number;
  readonly cases: number;
  readonly out_of: number;
  readonly largest: number;
  readonly members: string;
}

const read = handle(marketRead)(async (call) => {
  const { actor } = signedIn(call);
  const day = legalDay('Etc/GMT+12', call.server.now());
  if (actor.party === 'association') {
    const figures = await call.server.store.as(actor, async (tx) => figuresOfMembers(tx, day));
    return { status: 200, body: { scope: 'members', platforms: [], ...shownOf(figures) } };
  }
  return await call.server.store.as(actor, async (tx) => {
    const platforms = await platformsOf(tx, actor);
    const shown = shownOf(await figuresOf(tx, platforms));
    const told = platforms.map(({ platform_id, platform_name, as_of }) => ({
      platform_id,
      platform_name,
      as_of,
    }));
    return { status: 200, body: { scope: 'jurisdiction', platforms: told, ...shown } };
  });
});

/** Readings with the months that are shown; the year before the first is compared with alone. */
function shownOf(figures: readonly JointFigure[]) {
  const { confidence, readings } = marketBarometer(figures);
  return {
    confidence,
    readings: readings.map(({ months, ...reading }) => ({
      ...reading,
      months: months.slice(-limits.market_months_max),
    })),
  };
}

/** Every platform the regulator supervises, whether anything is known of it or not. */
async function platformsOf({ db }: StoreTx, { tenant_id }: Actor): Promise<Platform[]> {
  const rows = sql<Platform>`
    SELECT j.platform_id, t.name AS platform_name, n.id AS inspection_id, n.as_of
    FROM jurisdiction j JOIN tenant t ON t.id = j.platform_id
    LEFT JOIN LATERAL (SELECT i.id, i.as_of FROM inspection i
      WHERE coalesce(i.platform_id, i.tenant_id) = j.platform_id
        AND i.tenant_id IN (j.regulator_id, j.platform_id)
      ORDER BY i.at DESC, i.id DESC LIMIT 1) n ON true
    WHERE j.regulator_id = ${tenant_id} AND j.status = 'confirmed'
    ORDER BY t.name, j.platform_id LIMIT ${limits.market_platforms_max}`;
  return (await rows.execute(db)).rows;
}

async function figuresOf({ db }: StoreTx, platforms: readonly Platform[]): Promise<JointFigure[]> {
  const ids = platforms.flatMap(({ inspection_id }) => inspection_id ?? []);
  if (ids.length === 0) return [];
  const newest = await db
    .selectFrom('market_figure')
    .select(({ fn }) => fn.max('month').as('month'))
    .where('inspection_id', 'in', ids)
    .executeTakeFirst();
  if (typeof newest?.month !== 'string') return [];
  const rows = await db
    .selectFrom('market_figure')
    .select(['inspection_id', 'name', 'month', 'cases', 'out_of'])
    .where('inspection_id', 'in', ids)
    .where('month', '>', shift(newest.month, -limits.market_months_max - 12))
    .execute();
  return figureTitles.flatMap((figure) => {
    const own = new Map<string, MonthRate[]>();
    for (const { inspection_id, name, month, cases, out_of } of rows) {
      if (name !== figure.name) continue;
      const months = own.get(inspection_id) ?? [];
      months.push({ month, cases, out_of });
      own.set(inspection_id, months);
    }
    return own.size === 0 ? [] : [overPlatforms(figure, [...own.values()])];
  });
}

/**
 * A month is told once the month after it is over everywhere, and always the same way: so no two
 * answers can be subtracted from each other.
 */
async function figuresOfMembers({ db }: StoreTx, day: string): Promise<JointFigure[]> {
  const last = shift(day.slice(0, 7), -2);
  const first = shift(last, 1 - limits.market_months_max - 12);
  const counted = sql<MemberFigure>`SELECT name, month, platforms, cases, out_of, largest, members
    FROM market_of_members(${`${first}-01`}::date, ${`${last}-01`}::date) ORDER BY month`;
  const { rows } = await counted.execute(db);
  const figures = figureTitles.map(async (figure): Promise<JointFigure[]> => {
    const own = rows.filter(({ name }) => name === figure.name);
    if (own.length === 0) return [];
    const told = await Promise.all(own.map(toldOf));
    return [
      overMembers(
        figure,
        own.map(({ month }) => month),
        told.flatMap((one) => one ?? []),
      ),
    ];
  });
  return (await Promise.all(figures)).flat();
}

/** Nothing of a few members, of one above all others, or of so few that it is somebody. */
async function toldOf(figure: MemberFigure): Promise<MemberMonth | null> {
  const { month, platforms, cases, out_of, largest, members } = figure;
  if (platforms < limits.small_cell_below || largest * 2 > out_of) return null;
  const labels = ['cases', 'others'];
  const { shown } = await suppress(
    { dimensions: [{ id: 'found', labels }], counts: [cases, Math.max(0, out_of - cases)] },
    { persons_min: limits.small_cell_below },
  );
  return typeof shown[0] === 'number' ? { month, platforms, cases, out_of, members } : null;
}

export const marketHandlings = [read];
