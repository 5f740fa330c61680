import type { MatterRules } from '../rules.ts';
import {
  applicant,
  doing,
  final,
  handler,
  id,
  maybe,
  oneOf,
  opening,
  say,
  status,
  step,
  system,
  text,
  texts,
} from './words.ts';

const others = { is: 'not_decided_by', matter: 'measure_id', steps: ['decide', 'lift'] } as const;

/** Somebody asks for a measure to be looked at again, by a person who did not decide it. */
export const appeal: MatterRules = {
  kind: 'appeal',
  title: say('申诉', 'Appeal'),
  faces: {
    owner: ['platform'],
    applicant: ['operator', 'consumer'],
    helper: ['regulator', 'association'],
  },
  statuses: {
    received: status('待复核', 'Received'),
    reviewing: status('复核中', 'Being looked at again'),
    upheld: status('维持', 'Upheld'),
    changed: status('变更', 'Changed'),
    lifted: status('撤销', 'Lifted'),
    withdrawn: final('已撤回', 'Withdrawn'),
    closed: final('已办结', 'Closed'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('提出申诉', 'Appeal lodged'), 'received', {
      by: [applicant],
      data: { measure_id: id, grounds: text, files: maybe({ is: 'digests', least: 1 }) },
      keeps: ['measure_id'],
      marks: [{ name: 'lodged' }],
    }),
    add: step(
      doing('补充材料', 'Hand in more', 'More handed in'),
      ['received', 'reviewing'],
      null,
      {
        by: [applicant],
        data: { text, files: maybe({ is: 'digests', least: 1 }) },
      },
    ),
    /** Whoever asks for a person gets one (Order 116, art. 19). */
    ask_person: step(
      doing('要求人工复核', 'Ask for a person', 'A person asked for'),
      ['received', 'reviewing'],
      null,
      {
        by: [applicant],
        marks: [{ name: 'person_asked' }],
      },
    ),
    take: step(
      doing('开始复核', 'Take up the appeal', 'Appeal taken up'),
      ['received'],
      'reviewing',
      { needs: [others] },
    ),
    uphold: step(
      doing('维持原处置', 'Uphold the measure', 'Measure upheld'),
      ['reviewing'],
      'upheld',
      {
        reason: 'needed',
        data: { basis: texts },
        marks: [{ name: 'appeal_decided' }],
        needs: [others],
      },
    ),
    change: step(
      doing('变更处置', 'Change the measure', 'Measure changed'),
      ['reviewing'],
      'changed',
      {
        reason: 'needed',
        data: {
          to: oneOf({
            milder: say('减轻', 'milder'),
            shorter: say('缩短期限', 'shorter'),
          }),
          measure: text,
        },
        marks: [{ name: 'appeal_decided' }],
        needs: [others],
      },
    ),
    lift: step(doing('撤销处置', 'Lift the measure', 'Measure lifted'), ['reviewing'], 'lifted', {
      reason: 'needed',
      marks: [{ name: 'appeal_decided' }],
      needs: [others],
    }),
    withdraw: step(
      doing('撤回申诉', 'Withdraw the appeal', 'Appeal withdrawn'),
      ['received', 'reviewing'],
      'withdrawn',
      {
        by: [applicant],
      },
    ),
    tell: step(
      doing('告知复核结果', 'Tell the result', 'Result told'),
      ['upheld', 'changed', 'lifted'],
      'closed',
      {
        by: [system, handler],
        data: { channel: text },
        marks: [{ name: 'told' }],
      },
    ),
  },
  clocks: {},
};
