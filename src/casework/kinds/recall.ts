import type { MatterRules } from '../rules.ts';
import {
  digest,
  doing,
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
    stop_sale: step(
      doing('停止销售', 'Stop the sale', 'Sale stopped'),
      ['reported', 'planned', 'running'],
      null,
      {
        by: [subject, helper],
        data: { listings: texts },
        marks: [{ name: 'sale_stopped' }],
      },
    ),
    file_plan: step(doing('提交召回计划', 'File the plan', 'Plan filed'), ['reported'], 'planned', {
      by: [subject],
      data: { plan: text, plan_digest: digest, affected: whole },
      marks: [{ name: 'planned' }],
    }),
    /** The authority orders what the producer does not do. */
    order: step(doing('责令召回', 'Order a recall', 'Recall ordered'), ['reported'], 'planned', {
      reason: 'needed',
      second: true,
      data: { requirement: text, basis: texts },
      marks: [{ name: 'ordered' }],
    }),
    no_defect: step(
      doing('认定不存在缺陷', 'Find no defect', 'No defect found'),
      ['reported'],
      'no_defect',
      {
        reason: 'needed',
        second: true,
      },
    ),
    tell_consumers: step(
      doing('告知消费者', 'Tell consumers', 'Consumers told'),
      ['planned', 'running'],
      'running',
      {
        by: [subject, helper],
        data: { channel: text, ...reached },
        marks: [{ name: 'consumers_told' }],
        needs: within,
      },
    ),
    progress: step(doing('报告进展', 'Report progress', 'Progress reported'), ['running'], null, {
      by: [subject, helper],
      data: reached,
      needs: within,
    }),
    finish: step(
      doing('提交总结', 'Hand in the final report', 'Final report handed in'),
      ['running'],
      'finished',
      {
        by: [subject],
        data: { summary: text, ...reached },
        marks: [{ name: 'finished' }],
        needs: [...within, { is: 'mark', name: 'sale_stopped', there: true }],
      },
    ),
    not_enough: step(
      doing('认定未达到召回效果', 'Find it not enough', 'Found not enough', '评估未达到效果'),
      ['finished'],
      'running',
      {
        reason: 'needed',
        data: { missing: texts },
      },
    ),
    publish: step(
      doing('公示召回', 'Publish the recall', 'Recall published'),
      ['planned', 'running', 'finished'],
      null,
      {
        data: { url: text },
        marks: [{ name: 'published' }],
        needs: [{ is: 'mark', name: 'published', there: false }],
      },
    ),
    close: step(
      doing('评估通过，结束召回', 'Judge and close', 'Judged and closed'),
      ['finished'],
      'closed',
      {
        reason: 'needed',
        second: true,
        marks: [{ name: 'closed' }],
      },
    ),
    /** Goods that were not returned are still out there: when it goes is for a person to say. */
    unpublish: step(doing('撤下公示', 'Take off display', 'Taken off display'), ['closed'], null, {
      marks: [{ name: 'unpublished' }],
      needs: [
        { is: 'mark', name: 'published', there: true },
        { is: 'mark', name: 'unpublished', there: false },
      ],
    }),
  },
  clocks: {},
};
