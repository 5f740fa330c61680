import { words } from './words.ts';

/** What is shown once. */
export const onceWords = words({
  zh: {
    once: '仅此一次显示，离开本页后无法再次查看，请立即妥善保存。',
    copy: '复制',
    copied: '已复制',
  },
  en: {
    once: 'Shown this once. Keep it now: it cannot be shown again.',
    copy: 'Copy',
    copied: 'Copied',
  },
});
