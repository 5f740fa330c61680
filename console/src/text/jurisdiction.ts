import { words } from './words.ts';

/** Whose law an organisation's matters go by. */
export const jurisdictionWords = words({
  zh: {
    jurisdiction: '法域',
    hint: '事项时限和工作日以该法域的标准包为准，此后不能更改。',
  },
  en: {
    jurisdiction: 'Jurisdiction',
    hint: 'Deadlines and working days of its matters come from that pack of law. It stays.',
  },
});
