import type { StepRule } from '../rules.ts';
import {
  day,
  digest,
  doing,
  flag,
  handler,
  maybe,
  oneOf,
  say,
  step,
  subject,
  system,
  text,
  texts,
  whole,
} from './words.ts';

/** What was registered for safekeeping is dealt with before the case is decided or left. */
const preservedEnded: StepRule['needs'] = [
  { is: 'all_ended', start: 'preserved', ends: ['preserved_settled', 'preserved_lapsed'] },
];

const notSuspended = { is: 'span', name: 'suspension', runs: false } as const;

/** From the notice to the decision, and the ways out before one. */
export const caseDecisionSteps: Readonly<Record<string, StepRule>> = {
  serve_notice: step(
    doing('送达处罚告知书', 'Serve the notice of penalty', 'Notice of penalty served'),
    ['reviewed'],
    'noticed',
    {
      data: {
        facts: text,
        grounds: text,
        basis: texts,
        proposed: text,
        hearing_right: flag,
        served_on: maybe(day),
      },
      marks: [
        { name: 'notice_served', on: 'served_on' },
        { name: 'hearing_right', when: 'hearing_right' },
      ],
    },
  ),
  state: step(
    doing('提交陈述、申辩', 'Hand in a statement', 'Party stated its case', '当事人陈述、申辩'),
    ['noticed'],
    'statement',
    {
      by: [subject, handler],
      data: { text, stated_on: maybe(day) },
      marks: [{ name: 'stated', on: 'stated_on' }],
    },
  ),
  waive: step(
    doing(
      '放弃陈述、申辩',
      'Waive the statement',
      'Party waived its statement',
      '当事人放弃陈述、申辩',
    ),
    ['noticed'],
    'ready',
    {
      by: [subject],
      marks: [{ name: 'waived' }],
    },
  ),
  /** Silence for the whole term counts as waiving (Procedure, art. 57). */
  lapse_statement: step(
    doing(
      '登记期满视为放弃',
      'Record that the term is over',
      'Term over: statement waived',
      '期满视为放弃',
    ),
    ['noticed'],
    'ready',
    {
      by: [system, handler],
      marks: [{ name: 'waived' }],
      needs: [{ is: 'term_over', clocks: ['statement'] }],
    },
  ),
  ask_hearing: step(
    doing('要求听证', 'Ask for a hearing', 'Hearing asked for'),
    ['noticed', 'statement'],
    'hearing',
    {
      by: [subject, handler],
      data: { asked_on: maybe(day) },
      marks: [
        { name: 'stated', on: 'asked_on' },
        { name: 'hearing_asked', on: 'asked_on' },
      ],
      span: { name: 'hearing', does: 'begin' },
      needs: [{ is: 'mark', name: 'hearing_right', there: true }],
    },
  ),
  convene_hearing: step(
    doing('通知听证', 'Convene the hearing', 'Hearing convened'),
    ['hearing'],
    null,
    {
      data: { hearing_on: day, place: text },
      marks: [{ name: 'hearing_day', on: 'hearing_on', ahead: true }, { name: 'hearing_noticed' }],
    },
  ),
  hold_hearing: step(
    doing('举行听证', 'Hold the hearing', 'Hearing held'),
    ['hearing'],
    'statement',
    {
      data: { record_digest: digest, opinion: text },
      marks: [{ name: 'hearing_held' }],
      span: { name: 'hearing', does: 'end' },
      needs: [
        { is: 'mark', name: 'hearing_noticed', there: true },
        { is: 'not_taken_by', steps: ['finish_investigation'] },
      ],
    },
  ),
  withdraw_hearing: step(
    doing('撤回听证申请', 'Withdraw the request for it', 'Request for a hearing withdrawn'),
    ['hearing'],
    'statement',
    {
      by: [subject],
      span: { name: 'hearing', does: 'end' },
    },
  ),
  consider_statement: step(
    doing('复核陈述申辩', 'Consider the statement', 'Statement considered'),
    ['statement'],
    'ready',
    {
      reason: 'needed',
      data: { taken_up: flag },
      marks: [{ name: 'considered' }],
    },
  ),
  discuss: step(
    doing('负责人集体讨论', 'Discuss collectively', 'Discussed collectively'),
    ['ready'],
    null,
    {
      data: { members: { is: 'ids', least: 2 }, record_digest: digest },
      marks: [{ name: 'discussed' }],
    },
  ),
  extend: step(
    doing('延长办案期限', 'Extend the time for deciding', 'Time for deciding extended'),
    'open',
    null,
    {
      reason: 'needed',
      second: true,
      marks: [{ name: 'extended' }],
      extends: { clock: 'decision' },
      needs: [
        { is: 'mark', name: 'opened', there: true },
        { is: 'mark', name: 'decided', there: false },
      ],
    },
  ),
  /** After the extension, heads of the authority may set one more term together (art. 64). */
  set_term: step(
    doing('集体讨论决定继续延期', 'Set a longer term collectively', 'Longer term set collectively'),
    'open',
    null,
    {
      reason: 'needed',
      second: true,
      data: { until: day, members: { is: 'ids', least: 2 }, record_digest: digest },
      extends: { clock: 'decision', until: 'until' },
      needs: [
        { is: 'mark', name: 'extended', there: true },
        { is: 'mark', name: 'decided', there: false },
      ],
    },
  ),
  decide: step(
    doing('作出处罚决定', 'Decide the penalty', 'Penalty decided'),
    ['ready'],
    'decided',
    {
      reason: 'needed',
      second: true,
      data: {
        penalty: text,
        basis: texts,
        fine_minor: whole,
        discretion: text,
        heavy: flag,
        other_province: flag,
      },
      keeps: ['fine_minor'],
      marks: [
        { name: 'decided' },
        { name: 'other_province', when: 'other_province' },
        { name: 'fined', when: 'fine_minor' },
      ],
      needs: [
        { is: 'mark', name: 'discussed', there: true, when: 'heavy' },
        notSuspended,
        ...preservedEnded,
      ],
    },
  ),
  ...waysOut(),
};

function waysOut(): Record<string, StepRule> {
  const heavy = { reason: 'needed', second: true } as const;
  return {
    not_penalise: step(
      doing('不予处罚', 'Decide on no penalty', 'No penalty decided'),
      ['investigating', 'reviewed', 'ready'],
      'not_penalised',
      {
        ...heavy,
        data: {
          ground: oneOf({
            minor_corrected: say('轻微并及时改正且无危害后果', 'minor, corrected, harmless'),
            first_corrected: say('初次、后果轻微并及时改正', 'first, slight, corrected'),
            no_fault: say('证明没有主观过错', 'proven lack of fault'),
            barred: say('超过追责时效', 'barred by time'),
            no_breach: say('违法事实不能成立', 'no breach'),
            ceased: say('当事人死亡或者终止', 'the party died or ceased'),
          }),
        },
        marks: [{ name: 'ended' }, { name: 'executed' }],
        needs: [notSuspended, ...preservedEnded],
      },
    ),
    transfer: step(
      doing('移送公安机关', 'Transfer to the police', 'Transferred to the police'),
      ['clue', 'investigating', 'review', 'reviewed', 'ready'],
      'transferred',
      {
        ...heavy,
        data: { receiver: text, facts: text },
        marks: [{ name: 'ended' }, { name: 'clue_decided' }],
      },
    ),
  };
}
