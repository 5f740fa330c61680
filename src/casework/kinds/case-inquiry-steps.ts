import type { StepRule } from '../rules.ts';
import {
  applicant,
  day,
  digest,
  doing,
  handler,
  id,
  maybe,
  oneOf,
  opening,
  say,
  step,
  stretch,
  testing,
  text,
  texts,
  noCaseGrounds,
} from './words.ts';

/** From the clue to the end of the investigation and its review. */
export const caseInquirySteps: Readonly<Record<string, StepRule>> = {
  open: opening(say('登记线索', 'Clue registered'), 'clue', {
    by: [handler, applicant],
    data: {
      source: oneOf({
        report: say('举报', 'report'),
        complaint: say('投诉', 'complaint'),
        inspection: say('监督检查', 'inspection'),
        transfer: say('移送', 'transfer'),
        monitoring: say('监测', 'own monitoring'),
      }),
      facts: text,
      clue_on: maybe(day),
      act_ended_on: maybe(day),
    },
    marks: [
      { name: 'clue', on: 'clue_on' },
      { name: 'act_ended', on: 'act_ended_on', when: 'act_ended_on' },
    ],
  }),
  add_facts: step(doing('并入新的事实', 'Add new facts', 'New facts added'), ['clue'], null, {
    data: { facts: text, matter_id: maybe(id) },
    marks: [{ name: 'clue' }],
  }),
  /** Health or financial safety with harm done: five years instead of two (PenL, art. 36). */
  mark_grave: step(
    doing('认定适用五年时效', 'Apply the limit of five years', 'Limit of five years applied'),
    'open',
    null,
    {
      reason: 'needed',
      second: true,
      data: { basis: texts },
      marks: [{ name: 'grave' }],
      needs: [{ is: 'mark', name: 'grave', there: false }],
    },
  ),
  extend_check: step(
    doing('延长核查期限', 'Extend the time for checking', 'Time for checking extended'),
    ['clue'],
    null,
    {
      reason: 'needed',
      second: true,
      extends: { clock: 'check' },
    },
  ),
  open_case: step(doing('立案', 'Open the case', 'Case opened'), ['clue'], 'investigating', {
    second: true,
    data: { officers: { is: 'ids', least: 2 } },
    marks: [{ name: 'clue_decided' }, { name: 'opened' }],
  }),
  not_open: step(doing('不予立案', 'Open no case', 'No case opened'), ['clue'], 'not_opened', {
    reason: 'needed',
    second: true,
    data: {
      ground: oneOf({
        ...noCaseGrounds,
      }),
    },
    marks: [{ name: 'clue_decided' }],
  }),
  ...testing,
  ...stretch(
    'suspension',
    doing('中止案件调查', 'Suspend the investigation', 'Investigation suspended'),
    doing('恢复案件调查', 'Resume the investigation', 'Investigation resumed'),
    { second: true, from: ['investigating', 'ready'] },
  ),
  ...stretch(
    'public_notice',
    doing('发布公告', 'Begin public notice', 'Public notice begun'),
    doing('登记公告期满', 'End public notice', 'Public notice ended', '公告期满'),
  ),
  ...stretch(
    'refund_order',
    doing('责令退还多收价款', 'Order a refund', 'Refund ordered'),
    doing('登记退还期满', 'End the term for refunds', 'Term for refunds ended', '退还期满'),
  ),
  finish_investigation: step(
    doing('终结调查', 'End the investigation', 'Investigation ended', '调查终结'),
    ['investigating'],
    'review',
    {
      data: { proposal: text, file_digest: digest },
      marks: [{ name: 'investigated' }],
      needs: [{ is: 'span', name: 'suspension', runs: false }],
    },
  ),
  back_to_investigation: step(
    doing('退回补充调查', 'Send back to investigation', 'Sent back to investigation'),
    ['review', 'reviewed', 'statement', 'ready'],
    'investigating',
    { reason: 'needed', data: { missing: texts }, marks: [{ name: 'reviewed' }] },
  ),
  review: step(
    doing('通过审核', 'Pass the review', 'Review passed', '审核通过'),
    ['review'],
    'reviewed',
    {
      data: { opinion: text },
      marks: [{ name: 'reviewed' }],
      needs: [{ is: 'not_taken_by', steps: ['finish_investigation'] }],
    },
  ),
  ask_assistance: step(
    doing('请求协助', 'Ask for assistance', 'Assistance asked for'),
    'open',
    null,
    {
      data: { item: id, tenant_id: id, what: text },
      marks: [{ name: 'assistance_asked', item: 'item' }],
      needs: [{ is: 'item_new', start: 'assistance_asked' }],
    },
  ),
  answer_assistance: step(
    doing('答复协助请求', 'Answer a request to assist', 'Request to assist answered', '协助答复'),
    'open',
    null,
    {
      by: [handler, { face: 'helper', roles: ['handler'] }],
      data: { item: id, answer: text, files: maybe({ is: 'digests', least: 1 }) },
      marks: [{ name: 'assistance_answered', item: 'item' }],
      needs: [{ is: 'item_open', start: 'assistance_asked', ends: ['assistance_answered'] }],
    },
  ),
  set_officers: step(
    doing('更换办案人员', 'Change the officers', 'Officers changed'),
    'open',
    null,
    {
      reason: 'needed',
      second: true,
      data: { officers: { is: 'ids', least: 2 } },
    },
  ),
};
