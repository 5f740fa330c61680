import type { MatterRules } from '../rules.ts';
import {
  clock,
  day,
  final,
  handler,
  id,
  ids,
  maybe,
  opening,
  say,
  status,
  step,
  subject,
  system,
  text,
  texts,
} from './words.ts';

/** An association writes to a member about its own standard; it has no power to punish. */
export const notice: MatterRules = {
  kind: 'notice',
  title: say('协会函告', 'Association notice'),
  faces: {
    owner: ['association'],
    subject: ['operator', 'platform'],
    helper: ['regulator', 'platform'],
  },
  statuses: {
    drafted: status('拟制', 'Drafted'),
    sent: status('已函告', 'Sent'),
    answered: status('已答复', 'Answered'),
    closed: final('已办结', 'Closed'),
    dropped: final('未发出', 'Not sent'),
    referred: final('已转有关部门', 'Referred'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('拟制函告', 'Drafted'), 'drafted', {
      by: [handler],
      data: { findings: maybe(ids), facts: text },
    }),
    send: step(say('发出函告', 'Sent'), ['drafted'], 'sent', {
      reason: 'needed',
      second: true,
      data: { standard: texts, asks: text, answer_by: day },
      marks: [{ name: 'sent', due: 'answer_by' }],
    }),
    drop: step(say('不发出', 'Not sent'), ['drafted'], 'dropped', { reason: 'needed' }),
    answer: step(say('答复', 'Answered'), ['sent', 'answered'], 'answered', {
      by: [subject],
      data: { text },
      marks: [{ name: 'answered' }],
    }),
    extend: step(say('延长答复期限', 'More time given'), ['sent'], null, {
      reason: 'needed',
      data: { until: day },
      extends: { clock: 'answer', until: 'until' },
    }),
    note_silence: step(say('逾期未答复', 'No answer in time'), ['sent'], null, {
      by: [system, handler],
      marks: [{ name: 'silence' }],
      needs: [
        { is: 'mark', name: 'silence', there: false },
        { is: 'term_over', clocks: ['answer'] },
      ],
    }),
    refer: step(say('转有关部门', 'Referred'), ['sent', 'answered'], 'referred', {
      reason: 'needed',
      second: true,
      data: { matter_id: id },
      marks: [{ name: 'referred' }],
    }),
    close: step(say('办结', 'Closed'), ['sent', 'answered'], 'closed', {
      reason: 'needed',
      marks: [{ name: 'closed' }],
    }),
  },
  clocks: {
    answer: clock(say('答复期限', 'Answered'), null, 'sent', ['answered', 'referred', 'closed']),
  },
};
