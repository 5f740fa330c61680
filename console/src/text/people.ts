import type { Party, Role } from '../../../src/model/actor.ts';
import type { Localised } from '../../../src/model/localised.ts';

/** The words of ARCHITECTURE.md for who takes part, and what one may do. */
export const partyNames: Readonly<Record<Party, Localised>> = {
  regulator: { zh: '监管部门', en: 'Regulator' },
  association: { zh: '行业协会', en: 'Association' },
  platform: { zh: '平台', en: 'Platform' },
  operator: { zh: '经营者', en: 'Operator' },
  consumer: { zh: '消费者', en: 'Consumer' },
};

export const roleNames: Readonly<Record<Role, Localised>> = {
  admin: { zh: '管理员', en: 'Administrator' },
  handler: { zh: '承办人', en: 'Handler' },
  approver: { zh: '审批人', en: 'Approver' },
  reader: { zh: '查阅人', en: 'Reader' },
  auditor: { zh: '审计员', en: 'Auditor' },
};
