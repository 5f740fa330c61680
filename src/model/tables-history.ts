import { code, id, instant, text } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';

/** How the recruitment tree came to be what it is. */
export const historyTables = {
  sponsor_change: {
    doc: {
      en: 'a member bound to a recruiter, moved to another or set free, as the source recorded it',
      zh: '推荐关系的绑定、改绑与解绑记录',
    },
    key: 'change_id',
    columns: {
      change_id: id('record', '记录'),
      member_id: id('whose recruiter changed', '会员'),
      from_id: id('recruiter before; null for none, or where not recorded', '变更前的推荐人'),
      to_id: id('recruiter from then on; null for none', '变更后的推荐人'),
      changed_at: instant('when', '变更时间'),
      reason: text('reason given', '变更原因'),
      actor_kind: code(['member', 'recruiter', 'platform', 'system'], 'who did it', '操作方'),
    },
  },
} as const satisfies Record<string, TableShape>;
