import type { MatterRules } from '../rules.ts';
import {
  clock,
  day,
  digests,
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
    open: opening(say('拟制责令改正', 'Order drafted'), 'drafted', {
      by: [handler],
      data: { inspection_id: id, findings: ids },
      keeps: ['inspection_id', 'findings'],
    }),
    issue: step(doing('责令改正', 'Issue the order', 'Order issued'), ['drafted'], 'issued', {
      reason: 'needed',
      second: true,
      data: { requirement: text, basis: texts, due_on: day },
      marks: [{ name: 'issued', due: 'due_on' }],
    }),
    drop: step(doing('不再责令', 'Drop the order', 'Order dropped'), ['drafted'], 'revoked', {
      reason: 'needed',
    }),
    serve: step(doing('送达', 'Serve the order', 'Order served'), ['issued'], null, {
      data: { channel: text, served_on: maybe(day) },
      marks: [{ name: 'order_served', on: 'served_on' }],
    }),
    extend: step(
      doing('延长改正期限', 'Give more time', 'More time given'),
      ['issued', 'not_cured'],
      null,
      {
        reason: 'needed',
        second: true,
        data: { until: day },
        extends: { clock: 'cure', until: 'until' },
      },
    ),
    report_cure: step(
      doing('报告改正情况', 'Report the cure', 'Cure reported'),
      ['issued', 'not_cured'],
      'reported',
      {
        by: [subject],
        data: { text, files: maybe(digests) },
        marks: [{ name: 'cure_reported' }],
      },
    ),
    confirm_cure: step(
      doing('复查确认改正', 'Confirm the cure', 'Cure confirmed'),
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
      doing('认定未改正', 'Find it not cured', 'Found not cured', '复查未改正'),
      ['issued', 'reported', 'not_cured'],
      'not_cured',
      {
        reason: 'needed',
        data: { inspection_id: id, left: ids },
        marks: [{ name: 'not_cured' }],
      },
    ),
    to_case: step(
      doing('转为案件', 'Turn into a case', 'Turned into a case'),
      ['issued', 'not_cured'],
      'referred',
      {
        reason: 'needed',
        second: true,
        data: { matter_id: id },
        marks: [{ name: 'to_case' }],
      },
    ),
    revoke: step(
      doing('撤销责令', 'Revoke the order', 'Order revoked'),
      ['issued', 'reported', 'not_cured'],
      'revoked',
      {
        reason: 'needed',
        second: true,
        marks: [{ name: 'revoked' }],
      },
    ),
    note_overdue: step(
      doing(
        '登记逾期未报告',
        'Record that nothing was reported',
        'Term over, nothing reported',
        '逾期未报告',
      ),
      ['issued'],
      null,
      {
        by: [system],
        marks: [{ name: 'overdue_noted' }],
        needs: [
          { is: 'mark', name: 'overdue_noted', there: false },
          { is: 'term_over', clocks: ['cure'] },
        ],
      },
    ),
  },
  clocks: {
    cure: clock(say('改正期限', 'Cure'), null, 'issued', ['cured', 'revoked', 'to_case']),
  },
};
