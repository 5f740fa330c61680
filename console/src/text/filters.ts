import { words } from './words.ts';

/** Filters of lists. */
export const filterWords = words({
  zh: { filters: '筛选', filters_set: '筛选（{count}）', clear: '清除筛选' },
  en: { filters: 'Filters', filters_set: 'Filters ({count})', clear: 'Clear filters' },
});
