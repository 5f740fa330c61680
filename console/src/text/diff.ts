import { words } from './words.ts';

/** Two texts beside each other. */
export const diffWords = words({
  zh: {
    same: '两者相同。',
    unchanged_lines: '{count} 行相同',
  },
  en: {
    same: 'Nothing differs.',
    unchanged_lines: { one: '{count} line the same', other: '{count} lines the same' },
  },
});
