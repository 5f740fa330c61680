import type { StepRule } from '../rules.ts';
import { handler, id, maybe, oneOf, say, step, system, text, texts, whole } from './words.ts';

/** Steps that every kind of matter has. */
export const commonSteps: Readonly<Record<string, StepRule>> = {
  assign: step(say('指派承办人', 'Assigned'), 'open', null, { data: { user_id: id } }),
  queue: step(say('转入工作队列', 'Put into a queue'), 'open', null, { data: { queue: text } }),
  tag: step(say('加标签', 'Tagged'), 'any', null, { data: { tags: texts } }),
  untag: step(say('去标签', 'Tags taken off'), 'any', null, { data: { tags: texts } }),
  note: step(say('备注', 'Note'), 'any', null, { data: { text } }),
  link: step(say('关联事项', 'Linked'), 'any', null, {
    data: {
      matter_id: id,
      how: oneOf({
        same_facts: say('同一事实', 'same facts'),
        came_from: say('来源', 'came from'),
        led_to: say('引出', 'led to'),
        related: say('相关', 'related'),
      }),
    },
  }),
  add_party: step(say('增加参与方', 'Party added'), 'open', null, {
    data: {
      face: oneOf({
        applicant: say('提出方', 'applicant'),
        subject: say('当事人', 'subject'),
        helper: say('协助方', 'helper'),
      }),
      party: oneOf({
        regulator: say('监管部门', 'regulator'),
        association: say('行业协会', 'association'),
        platform: say('平台', 'platform'),
        operator: say('经营者', 'operator'),
        consumer: say('消费者', 'consumer'),
      }),
      tenant_id: id,
      user_id: maybe(id),
    },
  }),
  /** Goes on in another matter; this one is not worked on any more. */
  merge: step(say('并案', 'Merged into another'), 'open', 'merged', {
    reason: 'needed',
    data: { matter_id: id },
  }),
  /** Part of it goes on in another matter as well. */
  split: step(say('分案', 'Split'), 'open', null, {
    reason: 'needed',
    data: { matter_id: id },
  }),
  remind: step(say('期限提醒', 'Reminder sent'), 'open', null, {
    by: [system, handler],
    data: { clock: text, days_left: maybe(whole) },
  }),
};
