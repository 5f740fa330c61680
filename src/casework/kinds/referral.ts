import type { MatterRules } from '../rules.ts';
import {
  doing,
  final,
  handler,
  helper,
  id,
  opening,
  say,
  status,
  step,
  text,
  texts,
} from './words.ts';

const anybody = ['regulator', 'association', 'platform'] as const;

/** One party hands something to another, which takes it, declines it or gives it back. */
export const referral: MatterRules = {
  kind: 'referral',
  title: say('移送', 'Referral'),
  faces: { owner: anybody, helper: anybody, applicant: anybody },
  statuses: {
    offered: status('待接收', 'Offered'),
    taken: status('已接收', 'Taken'),
    returned: status('已退回', 'Given back'),
    declined: final('不予接收', 'Declined'),
    withdrawn: final('已撤回', 'Withdrawn'),
    done: final('已办结', 'Done'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('提出移送', 'Referral offered'), 'offered', {
      by: [handler],
      data: { matter_id: id, tenant_id: id, why: text, files: texts },
      keeps: ['matter_id'],
      marks: [{ name: 'offered' }],
    }),
    take: step(doing('接收', 'Take over', 'Taken over'), ['offered'], 'taken', {
      by: [helper],
      data: { matter_id: id },
      marks: [{ name: 'answered' }],
    }),
    decline: step(doing('不予接收', 'Decline', 'Declined'), ['offered'], 'declined', {
      by: [helper],
      reason: 'needed',
      marks: [{ name: 'answered' }],
    }),
    give_back: step(doing('退回', 'Give back', 'Given back'), ['taken'], 'returned', {
      by: [helper],
      reason: 'needed',
      marks: [{ name: 'returned' }],
    }),
    offer_again: step(doing('再次移送', 'Offer again', 'Offered again'), ['returned'], 'offered', {
      reason: 'needed',
      marks: [{ name: 'offered' }],
    }),
    withdraw: step(
      doing('撤回移送', 'Withdraw the referral', 'Referral withdrawn'),
      ['offered', 'returned'],
      'withdrawn',
      {
        reason: 'needed',
      },
    ),
    report_result: step(
      doing('反馈处理结果', 'Tell the result', 'Result told'),
      ['taken'],
      'done',
      {
        by: [helper],
        data: { result: text },
        marks: [{ name: 'result' }],
      },
    ),
  },
  clocks: {},
};
