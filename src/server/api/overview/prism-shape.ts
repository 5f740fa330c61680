import type { z } from '@hono/zod-openapi';
import { compareText } from '../../../model/issue.ts';
import type { overviewRead } from '../../contract/overview.ts';

export type Overview = z.input<(typeof overviewRead)['answers'][200]>;
export type Prism = Overview['inspections'][number];
export type PrismProvision = Prism['provisions'][number];

const stages = ['pre', 'in', 'after', null] as const;
const haste = { breach: 0, cannot_tell: 1, no_breach: 2 } as const;

/** The side of a prism that faces a stage; `partly` where one sees one's own breaches alone. */
export function stagesOf(
  provisions: readonly PrismProvision[],
  partly: boolean,
): Prism['stages'][number][] {
  return stages.flatMap((stage) => {
    const here = provisions.filter((one) => one.stage === stage);
    if (stage === null && here.length === 0) return [];
    const of = (verdict: string): number => here.filter((one) => one.verdict === verdict).length;
    return [
      {
        stage,
        breach: of('breach'),
        no_breach: partly ? null : of('no_breach'),
        cannot_tell: partly ? null : of('cannot_tell'),
        findings: here.reduce((sum, one) => sum + one.breaches + one.indications, 0),
      },
    ];
  });
}

/** Breaches first, then what cannot be told; within them what was found most often. */
export function byHaste(a: PrismProvision, b: PrismProvision): number {
  return (
    haste[a.verdict] - haste[b.verdict] ||
    b.breaches + b.indications - a.breaches - a.indications ||
    compareText(a.provision, b.provision)
  );
}
