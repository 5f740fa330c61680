import type { MatterRules } from '../rules.ts';
import {
  applicant,
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
    open: opening(say('提出申诉', 'Lodged'), 'received', {
      by: [applicant],
      data: { measure_id: id, grounds: text, files: maybe({ is: 'digests', least: 1 }) },
      keeps: ['measure_id'],
      marks: [{ name: 'lodged' }],
    }),
    add: step(say('补充材料', 'More handed in'), ['received', 'reviewing'], null, {
      by: [applicant],
      data: { text, files: maybe({ is: 'digests', least: 1 }) },
    }),
    /** Whoever asks for a person gets one (Order 116, art. 19). */
    ask_person: step(say('要求人工复核', 'A person asked for'), ['received', 'reviewing'], null, {
      by: [applicant],
      marks: [{ name: 'person_asked' }],
    }),
    take: step(say('开始复核', 'Taken up'), ['received'], 'reviewing', { needs: [others] }),
    uphold: step(say('维持原处置', 'Upheld'), ['reviewing'], 'upheld', {
      reason: 'needed',
      data: { basis: texts },
      marks: [{ name: 'appeal_decided' }],
      needs: [others],
    }),
    change: step(say('变更处置', 'Changed'), ['reviewing'], 'changed', {
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
    }),
    lift: step(say('撤销处置', 'Lifted'), ['reviewing'], 'lifted', {
      reason: 'needed',
      marks: [{ name: 'appeal_decided' }],
      needs: [others],
    }),
    withdraw: step(say('撤回申诉', 'Withdrawn'), ['received', 'reviewing'], 'withdrawn', {
      by: [applicant],
    }),
    tell: step(say('告知复核结果', 'Told'), ['upheld', 'changed', 'lifted'], 'closed', {
      by: [system, handler],
      data: { channel: text },
      marks: [{ name: 'told' }],
    }),
  },
  clocks: {},
};
