import type { StepRule } from '../rules.ts';
import {
  day,
  digest,
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
  serve_notice: step(say('送达处罚告知书', 'Notice served'), ['reviewed'], 'noticed', {
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
  }),
  state: step(say('当事人陈述、申辩', 'Party states its case'), ['noticed'], 'statement', {
    by: [subject, handler],
    data: { text, stated_on: maybe(day) },
    marks: [{ name: 'stated', on: 'stated_on' }],
  }),
  waive: step(say('当事人放弃陈述、申辩', 'Party waives'), ['noticed'], 'ready', {
    by: [subject],
    marks: [{ name: 'waived' }],
  }),
  /** Silence for the whole term counts as waiving (Procedure, art. 57). */
  lapse_statement: step(say('期满视为放弃', 'Term over: waived'), ['noticed'], 'ready', {
    by: [system, handler],
    marks: [{ name: 'waived' }],
    needs: [{ is: 'term_over', clocks: ['statement'] }],
  }),
  ask_hearing: step(say('要求听证', 'Hearing asked for'), ['noticed', 'statement'], 'hearing', {
    by: [subject, handler],
    data: { asked_on: maybe(day) },
    marks: [
      { name: 'stated', on: 'asked_on' },
      { name: 'hearing_asked', on: 'asked_on' },
    ],
    span: { name: 'hearing', does: 'begin' },
    needs: [{ is: 'mark', name: 'hearing_right', there: true }],
  }),
  convene_hearing: step(say('通知听证', 'Hearing convened'), ['hearing'], null, {
    data: { hearing_on: day, place: text },
    marks: [{ name: 'hearing_day', on: 'hearing_on', ahead: true }, { name: 'hearing_noticed' }],
  }),
  hold_hearing: step(say('举行听证', 'Hearing held'), ['hearing'], 'statement', {
    data: { record_digest: digest, opinion: text },
    marks: [{ name: 'hearing_held' }],
    span: { name: 'hearing', does: 'end' },
    needs: [
      { is: 'mark', name: 'hearing_noticed', there: true },
      { is: 'not_taken_by', steps: ['finish_investigation'] },
    ],
  }),
  withdraw_hearing: step(say('撤回听证申请', 'Hearing waived'), ['hearing'], 'statement', {
    by: [subject],
    span: { name: 'hearing', does: 'end' },
  }),
  consider_statement: step(say('复核陈述申辩', 'Statement considered'), ['statement'], 'ready', {
    reason: 'needed',
    data: { taken_up: flag },
    marks: [{ name: 'considered' }],
  }),
  discuss: step(say('负责人集体讨论', 'Discussed collectively'), ['ready'], null, {
    data: { members: { is: 'ids', least: 2 }, record_digest: digest },
    marks: [{ name: 'discussed' }],
  }),
  extend: step(say('延长办案期限', 'Time for deciding extended'), 'open', null, {
    reason: 'needed',
    second: true,
    marks: [{ name: 'extended' }],
    extends: { clock: 'decision' },
    needs: [
      { is: 'mark', name: 'opened', there: true },
      { is: 'mark', name: 'decided', there: false },
    ],
  }),
  /** After the extension, heads of the authority may set one more term together (art. 64). */
  set_term: step(say('集体讨论决定继续延期', 'Longer term set collectively'), 'open', null, {
    reason: 'needed',
    second: true,
    data: { until: day, members: { is: 'ids', least: 2 }, record_digest: digest },
    extends: { clock: 'decision', until: 'until' },
    needs: [
      { is: 'mark', name: 'extended', there: true },
      { is: 'mark', name: 'decided', there: false },
    ],
  }),
  decide: step(say('作出处罚决定', 'Penalty decided'), ['ready'], 'decided', {
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
  }),
  ...waysOut(),
};

function waysOut(): Record<string, StepRule> {
  const heavy = { reason: 'needed', second: true } as const;
  return {
    not_penalise: step(
      say('不予处罚', 'No penalty'),
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
      say('移送公安机关', 'Transferred to the police'),
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
