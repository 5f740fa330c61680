import { barometer } from '../../../guidance/barometer.ts';
import type { Indicator } from '../../../guidance/barometer.ts';
import { marketFigures } from '../../../guidance/market-months.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { Localised } from '../../../model/localised.ts';
import { barometerRead } from '../../contract/guidance.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { newestOf } from './sheets.ts';

/** Figures in the order in which they are told. */
export const figureTitles: readonly { readonly name: string; readonly title: Localised }[] = [
  {
    name: 'breach',
    title: { zh: '当月有不符合条款行为的经营者', en: 'operators with a breach in the month' },
  },
  ...marketFigures,
];

const read = handle(barometerRead)(async (call) => {
  const { actor } = signedIn(call);
  const { platform_id = null } = call.asked.query;
  return await call.server.store.as(actor, async (tx) => {
    const whence = await newestOf(tx, actor, platform_id);
    if (whence === null) throw new PolyprismError('http.not_found');
    const rows = await tx.db
      .selectFrom('market_figure')
      .select(['name', 'month', 'cases', 'out_of'])
      .where('inspection_id', '=', whence.inspection_id)
      .orderBy('name')
      .orderBy('month')
      .execute();
    const indicators = figureTitles.flatMap(({ name, title }): Indicator[] => {
      const months = rows.filter((row) => row.name === name);
      return months.length === 0 ? [] : [{ name, title, months }];
    });
    const { confidence, readings } = barometer(indicators);
    const shown = readings.map(({ name, title, quarter, months }) => ({
      name,
      title,
      quarter,
      months: months.map((one) => ({ ...one })),
    }));
    return { status: 200, body: { ...whence, confidence, readings: shown } };
  });
});

export const barometerHandlings = [read];
