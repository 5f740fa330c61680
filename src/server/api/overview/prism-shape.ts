import type { z } from '@hono/zod-openapi';
import { compareText } from '../../../model/issue.ts';
import { moments } from '../../../model/moment.ts';
import type { overviewRead } from '../../contract/overview.ts';

export type Overview = z.input<(typeof overviewRead)['answers'][200]>;
export type Prism = Overview['inspections'][number];
export type PrismProvision = Prism['provisions'][number];

const shown = [...moments, null] as const;
const haste = { breach: 0, reached: 1, cannot_tell: 2, no_breach: 3 } as const;

/** The side of a prism that faces a stage; `partly` where one sees one's own breaches alone. */
export function stagesOf(
  provisions: readonly PrismProvision[],
  partly: boolean,
): Prism['stages'][number][] {
  return shown.flatMap((stage) => {
    const here = provisions.filter((one) => one.stage === stage);
    if ((stage === null || stage === 'line') && here.length === 0) return [];
    const of = (verdict: string): number => here.filter((one) => one.verdict === verdict).length;
    return [
      {
        stage,
        breach: of('breach') + of('reached'),
        no_breach: partly ? null : of('no_breach'),
        cannot_tell: partly ? null : of('cannot_tell'),
        findings: here.reduce((sum, one) => sum + foundIn(one), 0),
      },
    ];
  });
}

/** Breaches first, then what cannot be told; within them what was found most often. */
export function byHaste(a: PrismProvision, b: PrismProvision): number {
  return (
    haste[a.verdict] - haste[b.verdict] ||
    foundIn(b) - foundIn(a) ||
    compareText(a.provision, b.provision)
  );
}

function foundIn({ breaches, indications, reached }: PrismProvision): number {
  return breaches + indications + reached;
}
