import type { MatterRules } from '../rules.ts';
import {
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
  system,
  text,
  texts,
} from './words.ts';

/** What a platform does to an operator or consumer under its rules (E-commerce Law, art. 36). */
export const measure: MatterRules = {
  kind: 'measure',
  title: say('处置措施', 'Measure'),
  faces: {
    owner: ['platform'],
    subject: ['operator', 'consumer'],
    applicant: ['regulator', 'association', 'consumer', 'operator', 'platform'],
    helper: ['regulator', 'association'],
  },
  statuses: {
    drafted: status('拟处置', 'Drafted'),
    decided: status('执行中', 'In effect'),
    dropped: final('未采取', 'Not taken'),
    lifted: final('已解除', 'Lifted'),
    expired: final('已届满', 'Expired'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('拟定处置', 'Measure drafted'), 'drafted', {
      by: [handler],
      data: { facts: text },
    }),
    drop: step(doing('不予处置', 'Take no measure', 'No measure taken'), ['drafted'], 'dropped', {
      reason: 'needed',
    }),
    /** No measure without facts, reasons, basis and a way to appeal (Order 116, art. 19). */
    decide: step(
      doing('决定处置', 'Decide the measure', 'Measure decided'),
      ['drafted'],
      'decided',
      {
        reason: 'needed',
        second: true,
        data: {
          measure: oneOf({
            warning: say('警示', 'warning'),
            limit_function: say('限制功能', 'functions limited'),
            limit_traffic: say('限制流量', 'traffic limited'),
            remove_listing: say('下架商品', 'listing removed'),
            pause_broadcast: say('暂停直播', 'broadcast paused'),
            suspend: say('暂停服务', 'service suspended'),
            close_account: say('关闭账号', 'account closed'),
            ban: say('禁止重新注册', 'may not register again'),
            blacklist: say('列入黑名单', 'blacklisted'),
          }),
          facts: text,
          grounds: text,
          basis: texts,
          appeal_path: text,
          shop: text,
          found_by_machine: flag,
          ends_on: maybe(day),
        },
        keeps: ['ends_on'],
        marks: [{ name: 'decided' }],
      },
    ),
    notify: step(doing('通知当事人', 'Tell the subject', 'Subject told'), ['decided'], null, {
      data: { channel: text },
      marks: [{ name: 'notified' }],
    }),
    publish: step(
      doing('公示处置措施', 'Publish the measure', 'Measure published'),
      ['decided'],
      null,
      {
        data: { url: text },
        marks: [{ name: 'published' }],
        needs: [{ is: 'mark', name: 'published', there: false }],
      },
    ),
    report_authority: step(
      doing('报告主管部门', 'Tell the authority', 'Authority told'),
      ['decided'],
      null,
      {
        data: { tenant_id: id },
        marks: [{ name: 'reported' }],
      },
    ),
    /** After an appeal, or because the cause is gone. */
    lift: step(doing('解除处置', 'Lift the measure', 'Measure lifted'), ['decided'], 'lifted', {
      reason: 'needed',
      second: true,
      data: { appeal_id: maybe(id) },
      marks: [{ name: 'measure_ended' }],
    }),
    expire: step(
      doing('登记期限届满', 'Record that the term is over', 'Term over', '期限届满'),
      ['decided'],
      'expired',
      {
        by: [system, handler],
        marks: [{ name: 'measure_ended' }],
        needs: [{ is: 'day_past', kept: 'ends_on', past: true }],
      },
    ),
    unpublish: step(
      doing('撤下公示', 'Take off display', 'Taken off display'),
      ['lifted', 'expired'],
      null,
      {
        by: [system, handler],
        marks: [{ name: 'unpublished' }],
        needs: [
          { is: 'mark', name: 'published', there: true },
          { is: 'mark', name: 'unpublished', there: false },
        ],
      },
    ),
  },
  clocks: {
    publication: clock(say('公示处置措施', 'Publication'), 'measure.publish', 'decided', [
      'published',
    ]),
  },
};
