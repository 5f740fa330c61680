import type { MatterRules } from '../rules.ts';
import {
  digest,
  final,
  handler,
  helper,
  opening,
  say,
  status,
  step,
  subject,
  text,
  texts,
  whole,
} from './words.ts';

const reached = { affected: whole, reached: whole, returned: whole } as const;
const within = [
  { is: 'at_most', field: 'reached', other: 'affected' },
  { is: 'at_most', field: 'returned', other: 'affected' },
] as const;

/** Goods with a defect come back (Consumer Law, art. 19; Implementing Regulation, art. 8). */
export const recall: MatterRules = {
  kind: 'recall',
  title: say('召回', 'Recall'),
  faces: {
    owner: ['regulator'],
    subject: ['operator', 'platform'],
    helper: ['platform', 'association'],
  },
  statuses: {
    reported: status('已报告缺陷', 'Defect reported'),
    planned: status('已备案计划', 'Plan filed'),
    running: status('召回中', 'Running'),
    finished: status('待评估', 'Finished, to be judged'),
    closed: final('已结束', 'Closed'),
    no_defect: final('不存在缺陷', 'No defect'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('报告缺陷', 'Defect reported'), 'reported', {
      by: [subject, handler],
      data: { product: text, lots: texts, defect: text },
      marks: [{ name: 'defect_known' }],
    }),
    stop_sale: step(say('停止销售', 'Sale stopped'), ['reported', 'planned', 'running'], null, {
      by: [subject, helper],
      data: { listings: texts },
      marks: [{ name: 'sale_stopped' }],
    }),
    file_plan: step(say('提交召回计划', 'Plan filed'), ['reported'], 'planned', {
      by: [subject],
      data: { plan: text, plan_digest: digest, affected: whole },
      marks: [{ name: 'planned' }],
    }),
    /** The authority orders what the producer does not do. */
    order: step(say('责令召回', 'Recall ordered'), ['reported'], 'planned', {
      reason: 'needed',
      second: true,
      data: { requirement: text, basis: texts },
      marks: [{ name: 'ordered' }],
    }),
    no_defect: step(say('认定不存在缺陷', 'No defect'), ['reported'], 'no_defect', {
      reason: 'needed',
      second: true,
    }),
    tell_consumers: step(say('告知消费者', 'Consumers told'), ['planned', 'running'], 'running', {
      by: [subject, helper],
      data: { channel: text, ...reached },
      marks: [{ name: 'consumers_told' }],
      needs: within,
    }),
    progress: step(say('报告进展', 'Progress'), ['running'], null, {
      by: [subject, helper],
      data: reached,
      needs: within,
    }),
    finish: step(say('提交总结', 'Finished'), ['running'], 'finished', {
      by: [subject],
      data: { summary: text, ...reached },
      marks: [{ name: 'finished' }],
      needs: [...within, { is: 'mark', name: 'sale_stopped', there: true }],
    }),
    not_enough: step(say('评估未达到效果', 'Not enough'), ['finished'], 'running', {
      reason: 'needed',
      data: { missing: texts },
    }),
    publish: step(say('公示召回', 'Published'), ['planned', 'running', 'finished'], null, {
      data: { url: text },
      marks: [{ name: 'published' }],
      needs: [{ is: 'mark', name: 'published', there: false }],
    }),
    close: step(say('评估通过，结束召回', 'Judged and closed'), ['finished'], 'closed', {
      reason: 'needed',
      second: true,
      marks: [{ name: 'closed' }],
    }),
    /** Goods that were not returned are still out there: when it goes is for a person to say. */
    unpublish: step(say('撤下公示', 'Taken off display'), ['closed'], null, {
      marks: [{ name: 'unpublished' }],
      needs: [
        { is: 'mark', name: 'published', there: true },
        { is: 'mark', name: 'unpublished', there: false },
      ],
    }),
  },
  clocks: {},
};
