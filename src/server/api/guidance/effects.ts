import { effectNotice } from '../../../guidance/effect-of-measures.ts';
import type { FigureEffect } from '../../../guidance/effects-sql.ts';
import { marketFigures } from '../../../guidance/market-months.ts';
import { PolyprismError } from '../../../model/issue.ts';
import { effectsRead } from '../../contract/guidance.ts';
import { handle } from '../../server.ts';
import { signedIn } from '../../signed-in.ts';
import { newestOf } from './sheets.ts';

const read = handle(effectsRead)(async (call) => {
  const { actor } = signedIn(call);
  const { platform_id = null } = call.asked.query;
  return await call.server.store.as(actor, async (tx) => {
    const whence = await newestOf(tx, actor, platform_id);
    if (whence === null) throw new PolyprismError('http.not_found');
    const rows = await tx.db
      .selectFrom('measure_effect')
      .select(['name', 'effect'])
      .where('inspection_id', '=', whence.inspection_id)
      .orderBy('name')
      .execute();
    const effects = rows.map(({ name, effect: kept }) => {
      const title = marketFigures.find((figure) => figure.name === name)?.title;
      // Written by keepGuidance alone.
      const { windows, pairs, unmatched, effect } = kept as FigureEffect;
      const { treated, untreated, difference, interval, test, finding, seed } = effect;
      const rates = { treated, untreated, difference, interval, finding, seed };
      return {
        name,
        title: title ?? { zh: name, en: name },
        windows,
        pairs,
        unmatched: [...unmatched],
        ...rates,
        p: test?.p ?? null,
      };
    });
    return { status: 200, body: { ...whence, notice: effectNotice, effects } };
  });
});

export const effectHandlings = [read];
