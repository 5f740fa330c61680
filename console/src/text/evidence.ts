import { words } from './words.ts';

/** Evidence tables. */
export const evidenceWords = words({
  zh: { further: '另有 {count} 行，见检查报告。' },
  en: {
    further: {
      one: '{count} further row is in the report.',
      other: '{count} further rows are in the report.',
    },
  },
});
