import type { StepRule } from '../rules.ts';
import {
  doing,
  handler,
  id,
  maybe,
  oneOf,
  say,
  step,
  system,
  text,
  texts,
  whole,
} from './words.ts';

/** Steps that every kind of matter has. */
export const commonSteps: Readonly<Record<string, StepRule>> = {
  assign: step(doing('指派承办人', 'Assign a handler', 'Handler assigned'), 'open', null, {
    data: { user_id: id },
  }),
  queue: step(doing('转入工作队列', 'Move to a queue', 'Moved to a queue'), 'open', null, {
    data: { queue: text },
  }),
  tag: step(doing('加标签', 'Add tags', 'Tags added'), 'any', null, { data: { tags: texts } }),
  untag: step(doing('去标签', 'Take tags off', 'Tags taken off'), 'any', null, {
    data: { tags: texts },
  }),
  note: step(doing('加备注', 'Add a note', 'Note added', '备注'), 'any', null, { data: { text } }),
  link: step(doing('关联事项', 'Link a matter', 'Matter linked'), 'any', null, {
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
  add_party: step(doing('增加参与方', 'Add a party', 'Party added'), 'open', null, {
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
  merge: step(doing('并案', 'Merge into another', 'Merged into another'), 'open', 'merged', {
    reason: 'needed',
    data: { matter_id: id },
  }),
  /** Part of it goes on in another matter as well. */
  split: step(doing('分案', 'Split off a part', 'Part split off'), 'open', null, {
    reason: 'needed',
    data: { matter_id: id },
  }),
  remind: step(
    doing('发送期限提醒', 'Send a reminder', 'Reminder sent', '期限提醒'),
    'open',
    null,
    {
      by: [system, handler],
      data: { clock: text, days_left: maybe(whole) },
    },
  ),
};
