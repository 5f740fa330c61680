import type { MatterKind } from '../../../../src/model/matter.ts';

/** Statuses after which a matter goes no further, by kind, of matters an operator can be in. */
export const over: Readonly<Partial<Record<MatterKind, readonly string[]>>> = {
  complaint: ['refused', 'forwarded', 'closed', 'merged'],
  report: ['forwarded', 'linked', 'closed', 'merged'],
  case: ['not_opened', 'transferred', 'closed', 'merged'],
  measure: ['dropped', 'lifted', 'expired', 'merged'],
  order: ['cured', 'revoked', 'referred', 'merged'],
  notice: ['closed', 'dropped', 'referred', 'merged'],
  recall: ['closed', 'no_defect', 'merged'],
  appeal: ['withdrawn', 'closed', 'merged'],
};

export function isOver(kind: MatterKind, status: string | null): boolean {
  return status !== null && over[kind]?.includes(status) === true;
}
