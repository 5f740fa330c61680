import type { ClockRule } from '../rules.ts';
import { clock, say } from './words.ts';

const item = { per_item: true } as const;

/** The terms of a penalty case. */
export const caseClocks: Readonly<Record<string, ClockRule>> = {
  check: clock(say('立案核查', 'Check of the clue'), 'case.filing', 'clue', ['clue_decided'], {
    leaves_out: ['testing'],
  }),
  limitation: clock(
    say('追责时效', 'Bar by time'),
    'case.limitation',
    'act_ended',
    ['clue_decided'],
    { unless: 'grave' },
  ),
  limitation_grave: clock(
    say('五年追责时效', 'Bar by time: five years'),
    'case.limitation-grave',
    'act_ended',
    ['clue_decided'],
    { given: 'grave' },
  ),
  decision: clock(
    say('办案期限', 'Decision on the penalty'),
    'case.decision',
    'opened',
    ['decided', 'ended'],
    { leaves_out: ['testing', 'suspension', 'hearing', 'public_notice', 'refund_order'] },
  ),
  preserved: clock(
    say('先行登记保存处理', 'Settling of preserved evidence'),
    'case.preserved-evidence',
    'preserved',
    ['preserved_settled', 'preserved_lapsed'],
    item,
  ),
  seal: clock(say('查封、扣押', 'End of the sealing'), 'case.seal', 'sealed', ['sealed_ended'], {
    ...item,
    leaves_out: ['testing'],
  }),
  seal_pyramid: clock(
    say('传销案件查封、扣押', 'End of the sealing: pyramid selling'),
    'case.seal-pyramid',
    'sealed_pyramid',
    ['sealed_pyramid_ended'],
    item,
  ),
  assistance: clock(
    say('协助答复', 'Answer to a request for assistance'),
    'case.assistance',
    'assistance_asked',
    ['assistance_answered'],
    item,
  ),
  review: clock(say('案件审核', 'Review'), 'case.review', 'investigated', ['reviewed', 'ended']),
  statement: clock(
    say('陈述、申辩、要求听证', 'Asking for a statement or hearing'),
    'case.statement',
    'notice_served',
    ['stated', 'waived'],
  ),
  hearing_notice: clock(say('听证通知', 'Hearing notice'), 'case.hearing-notice', 'hearing_day', [
    'hearing_noticed',
  ]),
  service: clock(say('送达', 'Service of the decision'), 'case.service', 'decided', [
    'served',
    'public_service',
    'annulled',
  ]),
  public_service: clock(say('公告送达', 'Public notice'), 'case.public-service', 'public_service', [
    'served',
  ]),
  payment: clock(
    say('缴纳罚款', 'Payment of the fine'),
    'case.payment',
    'served',
    ['paid', 'annulled'],
    {
      given: 'fined',
    },
  ),
  reconsideration: clock(
    say('申请行政复议', 'Asking for reconsideration'),
    'case.reconsideration',
    'served',
    ['reconsideration'],
  ),
  lawsuit: clock(say('提起行政诉讼', 'Filing a lawsuit'), 'case.lawsuit', 'served', ['lawsuit'], {
    unless: 'reconsideration',
  }),
  lawsuit_after: clock(
    say('对复议决定起诉', 'Lawsuit after reconsideration'),
    'case.lawsuit-after-reconsideration',
    'reconsideration_upheld',
    ['lawsuit'],
  ),
  demand: clock(say('催告', 'Demand'), 'case.demand', 'demanded', ['paid']),
  court: clock(
    say('申请强制执行', 'Asking the court to enforce'),
    'case.court',
    'challenge_over',
    ['court_applied', 'paid', 'executed', 'annulled'],
    { given: 'fined' },
  ),
  publication: clock(
    say('公示处罚信息', 'Publication of the penalty'),
    'case.publication',
    'decided',
    ['published', 'pushed', 'annulled'],
  ),
  push: clock(
    say('推送登记地部门', 'Sending to the authority of the seat'),
    'case.publication-push',
    'decided',
    ['pushed', 'annulled'],
    { given: 'other_province' },
  ),
  pushed: clock(
    say('登记地部门公示', 'Publication at the seat'),
    'case.publication-pushed',
    'pushed',
    ['published', 'annulled'],
  ),
  withdrawal: clock(
    say('撤回公示', 'Withdrawal of the publication'),
    'case.publication-withdrawn',
    'annulled',
    ['withdrawn'],
    { given: 'published' },
  ),
  display: clock(
    say('公示期', 'Display'),
    'case.display',
    'published',
    ['display_ended', 'withdrawn'],
    { unless: 'published_minor' },
  ),
  display_minor: clock(
    say('轻微处罚公示期', 'Display: minor'),
    'case.display-minor',
    'published_minor',
    ['display_ended', 'withdrawn'],
  ),
  closing: clock(say('结案', 'Closing'), 'case.closing', 'executed', ['closed']),
};
