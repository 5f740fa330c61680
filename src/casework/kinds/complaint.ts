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
  texts,
} from './words.ts';

const withdrawn = say('投诉人撤回', 'withdrawn');

/** A consumer dispute (SAMR Order 20 until 2026-04-14, Order 121 since). */
export const complaint: MatterRules = {
  kind: 'complaint',
  title: say('投诉', 'Complaint'),
  faces: {
    owner: ['regulator'],
    applicant: ['consumer'],
    subject: ['operator', 'platform'],
    helper: ['regulator', 'platform', 'association'],
  },
  statuses: {
    received: status('待受理', 'Received'),
    accepted: status('已受理', 'Accepted'),
    mediating: status('调解中', 'In mediation'),
    settled: status('调解成功', 'Settled'),
    ended: status('终止调解', 'Mediation ended'),
    refused: final('不予受理', 'Not accepted'),
    forwarded: final('已转办', 'Forwarded'),
    closed: final('已办结', 'Closed'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('收到投诉', 'Complaint received'), 'received', {
      by: [applicant, handler],
      data: { received_on: maybe(day), facts: text, request: text },
      marks: [{ name: 'received', on: 'received_on' }],
    }),
    ask_supplement: step(
      doing('要求补正材料', 'Ask for a supplement', 'Supplement asked for'),
      ['received'],
      null,
      {
        reason: 'needed',
        data: { missing: texts },
      },
    ),
    supplement: step(
      doing('补正材料', 'Hand in a supplement', 'Supplement handed in'),
      ['received'],
      null,
      {
        by: [applicant],
        data: { text },
      },
    ),
    accept: step(
      doing('受理', 'Accept the complaint', 'Complaint accepted'),
      ['received'],
      'accepted',
      {
        marks: [{ name: 'accepted' }],
        needs: [{ is: 'span', name: 'dispute', runs: false }],
      },
    ),
    refuse: step(
      doing('不予受理', 'Refuse the complaint', 'Complaint not accepted'),
      ['received'],
      'refused',
      {
        reason: 'needed',
        data: {
          ground: oneOf({
            no_competence: say('不属于职责范围', 'outside competence'),
            handled: say('已经受理或者处理', 'already handled'),
            not_consumer: say('不是为生活消费需要', 'not for daily consumption'),
            no_dispute: say('不能证明存在消费争议', 'no dispute shown'),
            over_three_years: say('超过三年', 'older than three years'),
            material: say('未提供或者虚假材料', 'no or false material'),
            false_name: say('冒用他人名义', 'under a false name'),
          }),
          routes: texts,
        },
        marks: [{ name: 'refused' }],
      },
    ),
    forward: step(
      doing('转送有管辖权的部门', 'Forward the complaint', 'Complaint forwarded'),
      ['received'],
      'forwarded',
      {
        reason: 'needed',
        data: { tenant_id: id },
        marks: [{ name: 'forwarded' }],
      },
    ),
    propose_mediation: step(
      doing('建议调解', 'Propose mediation', 'Mediation proposed', '已建议调解'),
      ['accepted'],
      null,
      {
        data: { text, answer_by: maybe(day) },
        marks: [{ name: 'mediation_proposed' }],
        needs: [{ is: 'mark', name: 'mediation_proposed', there: false }],
      },
    ),
    /** Said once, over the status link or to the office, which then puts it down. */
    answer_mediation: step(
      doing('答复是否同意调解', 'Answer the proposal', 'Proposal answered', '已答复调解建议'),
      ['accepted'],
      null,
      {
        by: [applicant, handler],
        data: { agrees: flag, text: maybe(text) },
        marks: [{ name: 'mediation_answered' }, { name: 'complainant_agreed', when: 'agrees' }],
        needs: [
          { is: 'mark', name: 'mediation_proposed', there: true },
          { is: 'mark', name: 'mediation_answered', there: false },
        ],
      },
    ),
    mediate: step(
      doing('组织调解', 'Begin mediation', 'Mediation begun'),
      ['accepted'],
      'mediating',
      {
        data: { complainant_agrees: flag, respondent_agrees: flag },
        marks: [{ name: 'mediating' }],
        needs: [
          { is: 'said', fields: ['complainant_agrees', 'respondent_agrees'] },
          // Whoever answered no is not said to agree.
          { is: 'mark', name: 'complainant_agreed', there: true, given: 'mediation_answered' },
        ],
      },
    ),
    settle: step(
      doing('登记调解协议', 'Record the settlement', 'Settlement reached', '达成调解协议'),
      ['mediating'],
      'settled',
      {
        data: {
          form: oneOf({
            document: say('调解书', 'mediation document'),
            record: say('调解记录', 'record'),
          }),
          terms: text,
        },
        marks: [{ name: 'settled' }],
      },
    ),
    end: step(
      doing('终止调解', 'End mediation', 'Mediation ended'),
      ['accepted', 'mediating'],
      'ended',
      {
        reason: 'needed',
        data: {
          ground: oneOf({
            withdrawn,
            refused: say('一方明确拒绝调解', 'a party refuses'),
            no_show: say('无正当理由不参加', 'a party stays away'),
            no_agreement: say('期限内未达成协议', 'no agreement in the term'),
            cost_dispute: say('对检测费用不能协商一致', 'no agreement on the cost of testing'),
            not_acceptable: say('受理后发现不应受理', 'should not have been accepted'),
            death: say('当事人死亡或者终止', 'a party died or ceased'),
          }),
        },
        marks: [{ name: 'ended' }],
      },
    ),
    withdraw: step(
      doing('撤回投诉', 'Withdraw the complaint', 'Complaint withdrawn'),
      ['received', 'accepted', 'mediating'],
      'ended',
      {
        by: [applicant],
        marks: [{ name: 'ended' }],
      },
    ),
    notify: step(
      doing('告知终止调解', 'Tell the parties that it ended', 'Parties told that it ended'),
      ['ended'],
      'closed',
      {
        data: { routes: texts },
        marks: [{ name: 'informed' }],
      },
    ),
    close: step(doing('办结', 'Close the complaint', 'Complaint closed'), ['settled'], 'closed'),
    find_clue: step(
      doing('登记违法线索', 'Record a clue of a breach', 'Clue of a breach found', '发现违法线索'),
      'open',
      null,
      {
        data: { item: id, facts: text },
        marks: [{ name: 'clue_found', item: 'item' }],
        needs: [{ is: 'item_new', start: 'clue_found' }],
      },
    ),
    extend_clue: step(
      doing('延长核查期限', 'Extend the time for checking', 'Time for checking extended'),
      'open',
      null,
      {
        reason: 'needed',
        second: true,
        data: { item: id },
        extends: { clock: 'clue', item: 'item' },
        needs: [{ is: 'item_open', start: 'clue_found', ends: ['clue_decided'] }],
      },
    ),
    settle_clue: step(
      doing('登记线索核查结果', 'Settle a clue', 'Clue settled', '线索核查结果'),
      'any',
      null,
      {
        reason: 'needed',
        data: {
          item: id,
          outcome: oneOf({
            case: say('转为案件', 'became a case'),
            report: say('转为举报', 'became a report'),
            none: say('不予立案', 'no case'),
          }),
          matter_id: maybe(id),
        },
        marks: [{ name: 'clue_decided', item: 'item' }],
        needs: [{ is: 'item_open', start: 'clue_found', ends: ['clue_decided'] }],
      },
    ),
    to_police: step(
      doing('移送公安机关', 'Send to the police', 'Sent to the police'),
      'open',
      null,
      {
        reason: 'needed',
        second: true,
        data: { facts: text },
      },
    ),
    begin_dispute: step(
      doing(
        '登记管辖权争议',
        'Record a dispute over competence',
        'Competence disputed',
        '发生管辖权争议',
      ),
      ['received'],
      null,
      {
        reason: 'needed',
        data: { tenant_id: id },
        marks: [{ name: 'dispute' }],
        span: { name: 'dispute', does: 'begin' },
        needs: [{ is: 'span', name: 'dispute', runs: false }],
      },
    ),
    end_dispute: step(
      doing('协商确定管辖', 'Record the agreed competence', 'Competence agreed'),
      ['received'],
      null,
      {
        marks: [{ name: 'dispute_ended' }],
        span: { name: 'dispute', does: 'end' },
        needs: [{ is: 'span', name: 'dispute', runs: true }],
      },
    ),
    ...testing,
  },
  clocks: {
    acceptance: clock(
      say('受理决定', 'Decision on acceptance'),
      'complaint.acceptance',
      'received',
      ['accepted', 'refused', 'forwarded', 'ended'],
    ),
    mediation: clock(
      say('调解', 'Mediation'),
      'complaint.mediation',
      'accepted',
      ['settled', 'ended'],
      { leaves_out: ['testing'] },
    ),
    result: clock(
      say('告知终止调解', 'Telling the parties'),
      'complaint.result',
      'ended',
      ['informed'],
      {
        given: 'accepted',
      },
    ),
    clue: clock(
      say('线索核查', 'Check of the clue'),
      'complaint.clue',
      'clue_found',
      ['clue_decided'],
      {
        per_item: true,
        leaves_out: ['testing'],
      },
    ),
    dispute: clock(
      say('管辖权争议协商', 'Agreement on competence'),
      'complaint.competence',
      'dispute',
      ['dispute_ended', 'forwarded'],
    ),
  },
};
