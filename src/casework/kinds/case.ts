import type { MatterRules } from '../rules.ts';
import { caseClocks } from './case-clocks.ts';
import { caseDecisionSteps } from './case-decision-steps.ts';
import { caseEvidenceSteps } from './case-evidence-steps.ts';
import { caseExecutionSteps } from './case-execution-steps.ts';
import { caseInquirySteps } from './case-inquiry-steps.ts';
import { final, say, status } from './words.ts';

/** A penalty case, by SAMR's Procedure Provisions and the Administrative Penalty Law. */
export const penaltyCase: MatterRules = {
  kind: 'case',
  title: say('案件', 'Case'),
  faces: {
    owner: ['regulator'],
    applicant: ['consumer', 'operator', 'platform', 'association', 'regulator'],
    subject: ['operator', 'platform', 'consumer'],
    helper: ['regulator', 'platform', 'association'],
  },
  statuses: {
    clue: status('线索核查', 'Clue being checked'),
    investigating: status('调查取证', 'Under investigation'),
    review: status('案件审核', 'In review'),
    reviewed: status('审核通过', 'Reviewed'),
    noticed: status('处罚已告知', 'Notice served'),
    statement: status('陈述申辩复核', 'Statement considered'),
    hearing: status('听证中', 'In hearing'),
    ready: status('待作出决定', 'Ready for decision'),
    decided: status('已作出决定', 'Decided'),
    served: status('已送达', 'Decision served'),
    executed: status('执行完毕', 'Executed'),
    annulled: status('决定已撤销', 'Decision annulled'),
    not_penalised: status('不予处罚或终止', 'No penalty'),
    not_opened: final('不予立案', 'Not opened'),
    transferred: final('已移送', 'Transferred'),
    closed: final('已结案', 'Closed'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    ...caseInquirySteps,
    ...caseEvidenceSteps,
    ...caseDecisionSteps,
    ...caseExecutionSteps,
  },
  clocks: caseClocks,
};
