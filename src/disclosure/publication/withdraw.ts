import type { PublicationKind } from '../../model/publication.ts';

/** Why something is no longer published, in a word. */
export const withdrawals = {
  annulled: { zh: '决定被撤销', en: 'the decision was annulled' },
  revoked: { zh: '决定被变更或者收回', en: 'the decision was changed or taken back' },
  corrected: { zh: '已由更正版本取代', en: 'a later version corrects it' },
  mistaken: { zh: '公示有误', en: 'published by mistake' },
  personal_data: { zh: '含有个人信息', en: 'it held personal data' },
  repaired: { zh: '信用修复', en: 'credit repaired' },
  ended: { zh: '公示期满', en: 'its time on display is over' },
  court: { zh: '法院或者复议机关要求', en: 'ordered by a court or reviewing body' },
} as const;
export type Withdrawal = keyof typeof withdrawals;

/** What stays of something withdrawn: that it was there, not what it said. 撤回记录 */
export interface Tombstone {
  readonly id: string;
  readonly version: number;
  readonly kind: PublicationKind;
  readonly withdrawn_on: string;
  readonly why: Withdrawal;
  /** Of the content that is gone: shows that a copy somebody kept is what was published. */
  readonly digest: string;
}

/** The tombstone of a publication. Nothing of its content, names above all, goes into it. */
export function withdraw(
  published: { readonly id: string; readonly version: number; readonly kind: PublicationKind },
  digest: string,
  withdrawn_on: string,
  why: Withdrawal,
): Tombstone {
  const { id, version, kind } = published;
  return { id, version, kind, withdrawn_on, why, digest };
}
