import type { MatterRules } from '../rules.ts';
import {
  day,
  digest,
  doing,
  final,
  handler,
  id,
  opening,
  say,
  status,
  step,
  system,
  texts,
} from './words.ts';

const notOver = { is: 'day_past', kept: 'until', past: false } as const;

/** A sealed identity opened for one case: two persons, a last day, every look an event. */
export const unlock: MatterRules = {
  kind: 'unlock',
  title: say('解封身份', 'Unlock of an identity'),
  faces: {
    owner: ['regulator', 'association', 'platform'],
  },
  statuses: {
    requested: status('待批准', 'Asked for'),
    granted: status('已批准', 'Granted'),
    refused: final('不予批准', 'Refused'),
    expired: final('已到期', 'Expired'),
    revoked: final('已收回', 'Revoked'),
    merged: final('已并案', 'Merged'),
  },
  steps: {
    open: opening(say('申请解封', 'Unlock asked for'), 'requested', {
      by: [handler],
      reason: 'needed',
      data: { case_id: id, subject_digest: digest, fields: texts, until: day },
      keeps: ['case_id', 'subject_digest', 'fields', 'until'],
    }),
    grant: step(doing('批准解封', 'Grant the unlock', 'Unlock granted'), ['requested'], 'granted', {
      by: [{ face: 'owner', roles: ['approver'] }],
      reason: 'needed',
      marks: [{ name: 'granted' }],
      needs: [{ is: 'not_taken_by', steps: ['open'] }, notOver],
    }),
    refuse: step(
      doing('不予批准', 'Refuse the unlock', 'Unlock refused'),
      ['requested'],
      'refused',
      {
        by: [{ face: 'owner', roles: ['approver'] }],
        reason: 'needed',
        needs: [{ is: 'not_taken_by', steps: ['open'] }],
      },
    ),
    /** Only whoever asked looks, and only until the last day. */
    look: step(doing('查看', 'Look', 'Looked at'), ['granted'], null, {
      reason: 'needed',
      data: { fields: texts },
      marks: [{ name: 'looked' }],
      needs: [
        { is: 'taken_by', step: 'open' },
        { is: 'within', field: 'fields', kept: 'fields' },
        notOver,
      ],
    }),
    revoke: step(doing('收回', 'Revoke the unlock', 'Unlock revoked'), ['granted'], 'revoked', {
      by: [{ face: 'owner', roles: ['approver'] }],
      reason: 'needed',
    }),
    expire: step(
      doing('登记到期', 'Record that it expired', 'Unlock expired', '到期'),
      ['requested', 'granted'],
      'expired',
      {
        by: [system, handler],
        needs: [{ is: 'day_past', kept: 'until', past: true }],
      },
    ),
  },
  clocks: {},
};
