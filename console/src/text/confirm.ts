import { words } from './words.ts';

/** Before a step that weighs. */
export const confirmWords = words({
  zh: { reason: '理由', reason_hint: '必填；将与操作人、时间一并留存。', cancel: '取消' },
  en: {
    reason: 'Reason',
    reason_hint: 'Needed; kept with who did it and when.',
    cancel: 'Cancel',
  },
});
