import type { MatterRules } from '../rules.ts';
import {
  clock,
  day,
  digests,
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

/** An order to put something right; only a new inspection proves that it was. */
export const order: MatterRules = {
  kind: 'order',
  title: say('责令改正', 'Rectification order'),
  faces: {
    owner: ['regulator'],
    subject: ['operator', 'platform'],
    helper: ['regulator', 'platform', 'association'],
  },
  statuses: {
    drafted: status('拟制', 'Drafted'),
    issued: status('已责令', 'Issued'),
    reported: status('已报告改正', 'Cure reported'),
    not_cured: status('未改正', 'Not cured'),
    cured: final('已改正', 'Cured'),
    revoked: final('已撤销', 'Revoked'),
    referred: final('转为案件', 'Became a case'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('拟制责令改正', 'Drafted'), 'drafted', {
      by: [handler],
      data: { inspection_id: id, findings: ids },
      keeps: ['inspection_id', 'findings'],
    }),
    issue: step(say('责令改正', 'Issued'), ['drafted'], 'issued', {
      reason: 'needed',
      second: true,
      data: { requirement: text, basis: texts, due_on: day },
      marks: [{ name: 'issued', due: 'due_on' }],
    }),
    drop: step(say('不再责令', 'Not issued'), ['drafted'], 'revoked', { reason: 'needed' }),
    serve: step(say('送达', 'Served'), ['issued'], null, {
      data: { channel: text, served_on: maybe(day) },
      marks: [{ name: 'order_served', on: 'served_on' }],
    }),
    extend: step(say('延长改正期限', 'More time given'), ['issued', 'not_cured'], null, {
      reason: 'needed',
      second: true,
      data: { until: day },
      extends: { clock: 'cure', until: 'until' },
    }),
    report_cure: step(say('报告改正情况', 'Cure reported'), ['issued', 'not_cured'], 'reported', {
      by: [subject],
      data: { text, files: maybe(digests) },
      marks: [{ name: 'cure_reported' }],
    }),
    confirm_cure: step(
      say('复查确认改正', 'Cure proved'),
      ['issued', 'reported', 'not_cured'],
      'cured',
      {
        by: [handler],
        data: { inspection_id: id, gone: ids },
        marks: [{ name: 'cured' }],
        needs: [{ is: 'cured' }],
      },
    ),
    deny_cure: step(
      say('复查未改正', 'Not cured'),
      ['issued', 'reported', 'not_cured'],
      'not_cured',
      {
        reason: 'needed',
        data: { inspection_id: id, left: ids },
        marks: [{ name: 'not_cured' }],
      },
    ),
    to_case: step(say('转为案件', 'Became a case'), ['issued', 'not_cured'], 'referred', {
      reason: 'needed',
      second: true,
      data: { matter_id: id },
      marks: [{ name: 'to_case' }],
    }),
    revoke: step(say('撤销责令', 'Revoked'), ['issued', 'reported', 'not_cured'], 'revoked', {
      reason: 'needed',
      second: true,
      marks: [{ name: 'revoked' }],
    }),
    note_overdue: step(say('逾期未报告', 'Term over, nothing reported'), ['issued'], null, {
      by: [system],
      marks: [{ name: 'overdue_noted' }],
      needs: [
        { is: 'mark', name: 'overdue_noted', there: false },
        { is: 'term_over', clocks: ['cure'] },
      ],
    }),
  },
  clocks: {
    cure: clock(say('改正期限', 'Cured'), null, 'issued', ['cured', 'revoked', 'to_case']),
  },
};
