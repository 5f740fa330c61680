import type { z } from '@hono/zod-openapi';
import { integrityParts } from '../../../guidance/integrity-parts.ts';
import { integritySheet } from '../../../guidance/integrity-sheet.ts';
import { notice } from '../../../guidance/notice.ts';
import type { OperatorFacts } from '../../../guidance/operator-facts.ts';
import { inspectionList } from '../../../guidance/risk-tiers.ts';
import { waysToImprove } from '../../../guidance/ways-to-improve.ts';
import { PolyprismError } from '../../../model/issue.ts';
import type { sheetRead, sheetsList } from '../../contract/guidance.ts';

export type SheetRow = z.input<(typeof sheetsList)['answers'][200]>['items'][number];
export type Sheet = z.input<(typeof sheetRead)['answers'][200]>;

/** The inspection whose data a sheet is made of. */
export interface Whence {
  readonly platform_id: string;
  readonly inspection_id: string;
  readonly as_of: string;
}

const titles = new Map(integrityParts.map(({ name, title }) => [name, title]));

/** A sheet in one line. */
export function sheetRow(whence: Whence, facts: OperatorFacts): SheetRow {
  const sheet = integritySheet(facts);
  const [tiered] = inspectionList([sheet]);
  if (tiered === undefined) throw new PolyprismError('http.not_found');
  const { operator_id, points_min, points_max } = sheet;
  return {
    ...whence,
    operator_id,
    class: sheet.class,
    points_min,
    points_max,
    tier: tiered.tier,
    weight: tiered.weight,
    reasons: tiered.reasons.map(({ part, points }) => {
      const title = titles.get(part) ?? { zh: part, en: part };
      return { part, title, points };
    }),
  };
}

/** All of it: enough to work it out again by hand. */
export function wholeSheet(whence: Whence, facts: OperatorFacts): Sheet {
  const { ways, rises_on } = waysToImprove(facts);
  return {
    ...sheetRow(whence, facts),
    parts: integritySheet(facts).parts.map(({ part, items, share, points, needs }) => ({
      name: part.name,
      title: part.title,
      kind: part.kind,
      weight_points: part.weight_points,
      cap_points: part.cap_points,
      window_months: 'window_months' in part ? part.window_months : null,
      parameter: part.parameter,
      points,
      needs,
      items: items.map((item) => ({ ...item })),
      share: share && { ...share },
    })),
    ways: ways.map((one) => ({ ...one })),
    rises_on,
    notice,
  };
}
