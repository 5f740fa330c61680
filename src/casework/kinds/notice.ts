import type { MatterRules } from '../rules.ts';
import {
  clock,
  day,
  doing,
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
    open: opening(say('拟制函告', 'Notice drafted'), 'drafted', {
      by: [handler],
      data: { findings: maybe(ids), facts: text },
    }),
    send: step(doing('发出函告', 'Send the notice', 'Notice sent'), ['drafted'], 'sent', {
      reason: 'needed',
      second: true,
      data: { standard: texts, asks: text, answer_by: day },
      marks: [{ name: 'sent', due: 'answer_by' }],
    }),
    drop: step(doing('不发出', 'Drop the notice', 'Notice dropped'), ['drafted'], 'dropped', {
      reason: 'needed',
    }),
    answer: step(
      doing('答复', 'Answer the notice', 'Notice answered'),
      ['sent', 'answered'],
      'answered',
      {
        by: [subject],
        data: { text },
        marks: [{ name: 'answered' }],
      },
    ),
    extend: step(doing('延长答复期限', 'Give more time', 'More time given'), ['sent'], null, {
      reason: 'needed',
      data: { until: day },
      extends: { clock: 'answer', until: 'until' },
    }),
    note_silence: step(
      doing('登记逾期未答复', 'Record that no answer came', 'No answer in time', '逾期未答复'),
      ['sent'],
      null,
      {
        by: [system, handler],
        marks: [{ name: 'silence' }],
        needs: [
          { is: 'mark', name: 'silence', there: false },
          { is: 'term_over', clocks: ['answer'] },
        ],
      },
    ),
    refer: step(
      doing('转有关部门', 'Refer to an authority', 'Referred to an authority'),
      ['sent', 'answered'],
      'referred',
      {
        reason: 'needed',
        second: true,
        data: { matter_id: id },
        marks: [{ name: 'referred' }],
      },
    ),
    close: step(
      doing('办结', 'Close the notice', 'Notice closed'),
      ['sent', 'answered'],
      'closed',
      {
        reason: 'needed',
        marks: [{ name: 'closed' }],
      },
    ),
  },
  clocks: {
    answer: clock(say('答复期限', 'Answer'), null, 'sent', ['answered', 'referred', 'closed']),
  },
};
