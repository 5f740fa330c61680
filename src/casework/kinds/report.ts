import type { MatterRules } from '../rules.ts';
import {
  applicant,
  clock,
  day,
  doing,
  final,
  flag,
  handler,
  id,
  maybe,
  oneOf,
  opening,
  say,
  status,
  step,
  testing,
  text,
  whole,
  noCaseGrounds,
} from './words.ts';

/** Somebody tells of a breach; handled by the penalty procedure (Order 121, arts. 34–38). */
export const report: MatterRules = {
  kind: 'report',
  title: say('举报', 'Report'),
  faces: {
    owner: ['regulator'],
    applicant: ['consumer', 'operator', 'platform', 'association'],
    helper: ['regulator', 'platform', 'association'],
  },
  statuses: {
    received: status('核查中', 'Being checked'),
    case_opened: status('已立案', 'Case opened'),
    not_opened: status('不予立案', 'No case opened'),
    forwarded: final('已移送', 'Forwarded'),
    linked: final('重复举报已关联', 'Linked to an earlier report'),
    closed: final('已办结', 'Closed'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('收到举报', 'Report received'), 'received', {
      by: [applicant, handler],
      data: { received_on: maybe(day), facts: text, named: flag },
      marks: [
        { name: 'clue', on: 'received_on' },
        { name: 'named', when: 'named' },
      ],
    }),
    link_repeated: step(
      doing(
        '关联重复举报',
        'Link to an earlier report',
        'Linked to an earlier report',
        '重复举报关联',
      ),
      ['received'],
      'linked',
      {
        reason: 'needed',
        data: { matter_id: id },
        marks: [{ name: 'handed_on' }],
      },
    ),
    add_facts: step(doing('补充新的事实', 'Add new facts', 'New facts added'), ['received'], null, {
      by: [applicant, handler],
      data: { facts: text, matter_id: maybe(id) },
      marks: [{ name: 'clue' }],
    }),
    extend: step(
      doing('延长核查期限', 'Extend the time for checking', 'Time for checking extended'),
      ['received'],
      null,
      {
        reason: 'needed',
        second: true,
        extends: { clock: 'check' },
      },
    ),
    open_case: step(doing('立案', 'Open a case', 'Case opened'), ['received'], 'case_opened', {
      second: true,
      data: { matter_id: id },
      marks: [{ name: 'clue_decided' }],
    }),
    not_open: step(
      doing('不予立案', 'Open no case', 'No case opened'),
      ['received'],
      'not_opened',
      {
        reason: 'needed',
        second: true,
        data: {
          ground: oneOf({
            ...noCaseGrounds,
            cannot_check: say('线索不足以核查', 'not enough to go on'),
          }),
        },
        marks: [{ name: 'clue_decided' }],
      },
    ),
    forward: step(
      doing('移送有管辖权的部门', 'Forward the report', 'Report forwarded'),
      ['received'],
      'forwarded',
      {
        reason: 'needed',
        data: { tenant_id: id },
        marks: [{ name: 'handed_on' }],
      },
    ),
    tell: step(
      doing('告知举报人', 'Tell the reporter', 'Reporter told'),
      ['case_opened', 'not_opened'],
      null,
      {
        marks: [{ name: 'told' }],
      },
    ),
    reward: step(doing('发放举报奖励', 'Pay a reward', 'Reward paid'), ['case_opened'], null, {
      second: true,
      data: { amount_minor: whole },
    }),
    close: step(
      doing('办结', 'Close the report', 'Report closed'),
      ['case_opened', 'not_opened'],
      'closed',
    ),
    ...testing,
  },
  clocks: {
    check: clock(
      say('线索核查', 'Check of the clue'),
      'case.filing',
      'clue',
      ['clue_decided', 'handed_on'],
      {
        leaves_out: ['testing'],
      },
    ),
    told: clock(
      say('告知举报人', 'Telling the named reporter'),
      'report.told',
      'clue_decided',
      ['told'],
      {
        given: 'named',
      },
    ),
  },
};
