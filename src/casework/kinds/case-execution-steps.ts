import type { Need, StepNames, StepRule } from '../rules.ts';
import {
  day,
  doing,
  flag,
  handler,
  id,
  maybe,
  oneOf,
  say,
  step,
  subject,
  system,
  text,
  whole,
} from './words.ts';

const after = ['served', 'executed'];

const undisputed: readonly Need[] = [
  { is: 'span', name: 'reconsideration', runs: false },
  { is: 'span', name: 'lawsuit', runs: false },
];

/** Service, payment, challenge, force, publication, closing. */
export const caseExecutionSteps: Readonly<Record<string, StepRule>> = {
  begin_public_service: step(
    doing('公告送达', 'Serve by public notice', 'Service by public notice begun'),
    ['decided'],
    null,
    {
      reason: 'needed',
      data: { where: text },
      marks: [{ name: 'public_service' }],
      needs: [{ is: 'mark', name: 'public_service', there: false }],
    },
  ),
  serve: step(doing('送达决定书', 'Serve the decision', 'Decision served'), ['decided'], 'served', {
    data: {
      how: oneOf({
        direct: say('直接送达', 'in person'),
        left: say('留置送达', 'left there'),
        post: say('邮寄送达', 'by post'),
        electronic: say('电子送达', 'electronically'),
        entrusted: say('委托送达', 'through another authority'),
      }),
      served_on: maybe(day),
    },
    marks: [{ name: 'served', on: 'served_on' }],
  }),
  serve_by_notice: step(
    doing(
      '登记公告期满视为送达',
      'Record that the notice is over',
      'Public notice over: served',
      '公告期满视为送达',
    ),
    ['decided'],
    'served',
    {
      by: [system, handler],
      data: { served_on: day },
      marks: [{ name: 'served', on: 'served_on' }],
      needs: [{ is: 'term_over', clocks: ['public_service'], day: 'served_on' }],
    },
  ),
  pay: step(
    doing('登记罚款缴纳', 'Record the payment of the fine', 'Fine paid', '缴纳罚款'),
    ['served'],
    null,
    {
      data: { amount_minor: whole, paid_on: maybe(day) },
      marks: [{ name: 'paid', on: 'paid_on' }],
      needs: [{ is: 'mark', name: 'paid', there: false }],
    },
  ),
  defer: step(
    doing('暂缓或者分期缴纳', 'Defer the payment', 'Payment deferred'),
    ['served'],
    null,
    {
      reason: 'needed',
      second: true,
      data: { until: day },
      extends: { clock: 'payment', until: 'until' },
      needs: [{ is: 'mark', name: 'paid', there: false }],
    },
  ),
  ...challenges(),
  demand: step(doing('催告', 'Demand performance', 'Performance demanded'), ['served'], null, {
    marks: [{ name: 'demanded' }],
    needs: [
      { is: 'mark', name: 'paid', there: false },
      { is: 'mark', name: 'demanded', there: false },
      { is: 'mark', name: 'challenge_over', there: true },
      { is: 'term_over', clocks: ['payment'] },
      ...undisputed,
    ],
  }),
  apply_court: step(
    doing('申请法院强制执行', 'Ask the court to enforce', 'Court asked to enforce'),
    ['served'],
    null,
    {
      second: true,
      data: { court: text },
      marks: [{ name: 'court_applied' }],
      needs: [
        { is: 'mark', name: 'paid', there: false },
        { is: 'mark', name: 'court_applied', there: false },
        { is: 'term_over', clocks: ['demand'] },
        ...undisputed,
      ],
    },
  ),
  execute: step(
    doing('登记执行完毕', 'Record the execution', 'Decision executed', '执行完毕'),
    ['served'],
    'executed',
    {
      marks: [{ name: 'executed' }],
      needs: [...undisputed, { is: 'mark', name: 'paid', there: true, given: 'fined' }],
    },
  ),
  /** What cannot be enforced any further; the case is closed all the same. */
  end_execution: step(
    doing('终结执行', 'Give up execution', 'Execution given up'),
    ['served'],
    'executed',
    {
      reason: 'needed',
      second: true,
      marks: [{ name: 'executed' }],
      needs: undisputed,
    },
  ),
  ...publication(),
  close: step(
    doing('结案', 'Close the case', 'Case closed'),
    ['executed', 'annulled', 'not_penalised'],
    'closed',
    {
      data: { archive: maybe(id) },
      marks: [{ name: 'closed' }],
      needs: [
        { is: 'all_ended', start: 'sealed', ends: ['sealed_ended'] },
        { is: 'all_ended', start: 'sealed_pyramid', ends: ['sealed_pyramid_ended'] },
        ...undisputed,
      ],
    },
  ),
};

function challenges(): Record<string, StepRule> {
  return {
    ...challenge(
      'reconsideration',
      'reconsider',
      doing('申请行政复议', 'Ask for reconsideration', 'Reconsideration asked for'),
    ),
    ...challenge('lawsuit', 'sue', doing('提起行政诉讼', 'File a lawsuit', 'Lawsuit filed')),
    revoke: step(
      doing('自行撤销决定', 'Revoke the decision', 'Decision revoked by the authority'),
      ['decided', 'served', 'executed'],
      'annulled',
      { reason: 'needed', second: true, marks: [{ name: 'annulled' }], needs: undisputed },
    ),
    /** Nobody challenged, or nobody sued after reconsideration: force may follow. */
    end_challenge: step(
      doing('登记争议期满', 'Record that no challenge is left', 'No challenge left', '争议期满'),
      after,
      null,
      {
        by: [system, handler],
        data: { ended_on: day },
        marks: [{ name: 'challenge_over', on: 'ended_on' }],
        needs: [
          ...undisputed,
          { is: 'mark', name: 'challenge_over', there: false },
          { is: 'term_over', clocks: ['lawsuit', 'lawsuit_after'], day: 'ended_on' },
        ],
      },
    ),
  };
}

/** One way to challenge a decision: begun, ended with the decision upheld or annulled. */
function challenge(
  name: 'reconsideration' | 'lawsuit',
  verb: string,
  names: StepNames,
): Record<string, StepRule> {
  const ended: Partial<StepRule> = {
    reason: 'needed',
    data: { ended_on: maybe(day) },
    span: { name, does: 'end' },
    needs: [{ is: 'span', name, runs: true }],
  };
  const on = 'ended_on';
  const upheld = name === 'lawsuit' ? 'challenge_over' : 'reconsideration_upheld';
  const zh = name === 'lawsuit' ? '诉讼' : '复议';
  return {
    [verb]: step(names, after, null, {
      by: [subject, handler],
      data: { filed_on: maybe(day), body: text },
      marks: [{ name, on: 'filed_on' }],
      span: { name, does: 'begin' },
      needs: [
        ...undisputed,
        { is: 'mark', name, there: false },
        { is: 'mark', name: 'challenge_over', there: false },
      ],
    }),
    [`uphold_${name}`]: step(
      doing(
        `登记${zh}维持或者撤回`,
        `Record how the ${name} ended`,
        `Upheld or withdrawn: ${name}`,
        `${zh}维持或者撤回`,
      ),
      after,
      null,
      {
        ...ended,
        marks: [{ name: upheld, on }],
      },
    ),
    [`annul_${name}`]: step(
      doing(
        `登记${zh}撤销决定`,
        `Record the annulment: ${name}`,
        `Annulled: ${name}`,
        `${zh}撤销决定`,
      ),
      after,
      'annulled',
      {
        ...ended,
        marks: [{ name: 'annulled', on }],
      },
    ),
  };
}

function publication(): Record<string, StepRule> {
  const decided = ['decided', 'served', 'executed'];
  return {
    push: step(
      doing(
        '推送登记地部门',
        'Send to the authority of the seat',
        'Sent to the authority of the seat',
      ),
      decided,
      null,
      {
        data: { tenant_id: id },
        marks: [{ name: 'pushed' }],
        needs: [
          { is: 'mark', name: 'other_province', there: true },
          { is: 'mark', name: 'pushed', there: false },
        ],
      },
    ),
    publish: step(
      doing('公示处罚信息', 'Publish the penalty', 'Penalty published'),
      decided,
      null,
      {
        data: { url: text, minor: flag },
        marks: [{ name: 'published' }, { name: 'published_minor', when: 'minor' }],
        needs: [{ is: 'mark', name: 'published', there: false }],
      },
    ),
    withdraw_publication: step(
      doing('撤回公示', 'Withdraw the publication', 'Publication withdrawn'),
      ['annulled', 'closed'],
      null,
      {
        marks: [{ name: 'withdrawn' }],
        needs: [
          { is: 'mark', name: 'published', there: true },
          { is: 'mark', name: 'annulled', there: true },
          { is: 'mark', name: 'withdrawn', there: false },
        ],
      },
    ),
    end_display: step(
      doing('停止公示', 'End the display', 'Display ended'),
      ['served', 'executed', 'closed'],
      null,
      {
        by: [system, handler],
        marks: [{ name: 'display_ended' }],
        needs: [
          { is: 'mark', name: 'published', there: true },
          { is: 'mark', name: 'display_ended', there: false },
          { is: 'term_over', clocks: ['display', 'display_minor'] },
        ],
      },
    ),
  };
}
