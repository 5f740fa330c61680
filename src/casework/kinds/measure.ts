import type { MatterRules } from '../rules.ts';
import {
  clock,
  day,
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
    open: opening(say('拟定处置', 'Drafted'), 'drafted', {
      by: [handler],
      data: { facts: text },
    }),
    drop: step(say('不予处置', 'Not taken'), ['drafted'], 'dropped', { reason: 'needed' }),
    /** No measure without facts, reasons, basis and a way to appeal (Order 116, art. 19). */
    decide: step(say('决定处置', 'Decided'), ['drafted'], 'decided', {
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
    }),
    notify: step(say('通知当事人', 'Subject told'), ['decided'], null, {
      data: { channel: text },
      marks: [{ name: 'notified' }],
    }),
    publish: step(say('公示处置措施', 'Published'), ['decided'], null, {
      data: { url: text },
      marks: [{ name: 'published' }],
      needs: [{ is: 'mark', name: 'published', there: false }],
    }),
    report_authority: step(say('报告主管部门', 'Authority told'), ['decided'], null, {
      data: { tenant_id: id },
      marks: [{ name: 'reported' }],
    }),
    /** After an appeal, or because the cause is gone. */
    lift: step(say('解除处置', 'Lifted'), ['decided'], 'lifted', {
      reason: 'needed',
      second: true,
      data: { appeal_id: maybe(id) },
      marks: [{ name: 'measure_ended' }],
    }),
    expire: step(say('期限届满', 'Expired'), ['decided'], 'expired', {
      by: [system, handler],
      marks: [{ name: 'measure_ended' }],
      needs: [{ is: 'day_past', kept: 'ends_on', past: true }],
    }),
    unpublish: step(say('撤下公示', 'Taken off display'), ['lifted', 'expired'], null, {
      by: [system, handler],
      marks: [{ name: 'unpublished' }],
      needs: [
        { is: 'mark', name: 'published', there: true },
        { is: 'mark', name: 'unpublished', there: false },
      ],
    }),
  },
  clocks: {
    publication: clock(say('公示处置措施', 'Published'), 'measure.publish', 'decided', [
      'published',
    ]),
  },
};
