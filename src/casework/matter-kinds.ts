import type { MatterKind } from '../model/matter.ts';
import { appeal } from './kinds/appeal.ts';
import { penaltyCase } from './kinds/case.ts';
import { commonSteps } from './kinds/common-steps.ts';
import { complaint } from './kinds/complaint.ts';
import { draw } from './kinds/draw.ts';
import { measure } from './kinds/measure.ts';
import { notice } from './kinds/notice.ts';
import { order } from './kinds/order.ts';
import { recall } from './kinds/recall.ts';
import { referral } from './kinds/referral.ts';
import { report } from './kinds/report.ts';
import { unlock } from './kinds/unlock.ts';
import type { Field, MatterRules } from './rules.ts';

/** The transition tables of all kinds, each with the steps common to all. */
export const matterRules: Readonly<Record<MatterKind, MatterRules>> = {
  complaint: withCommon(complaint),
  report: withCommon(report),
  case: withCommon(penaltyCase),
  measure: withCommon(measure),
  order: withCommon(order),
  notice: withCommon(notice),
  recall: withCommon(recall),
  referral: withCommon(referral),
  draw: withCommon(draw),
  unlock: withCommon(unlock),
  appeal: withCommon(appeal),
};

/** The first step names its kind: events are read without knowing of what. */
function withCommon(rules: MatterRules): MatterRules {
  const { open } = rules.steps;
  if (!open) throw new TypeError(`matters of kind ${rules.kind} are never opened`);
  const kind: Field = { is: 'one_of', of: { [rules.kind]: rules.title } };
  const first = { ...open, data: { kind, ...open.data } };
  return { ...rules, steps: { ...rules.steps, ...commonSteps, open: first } };
}
