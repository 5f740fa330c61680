import { standardsWords } from '../../text/standards.ts';
import { sayIn } from '../../text/words.ts';
import type { Language } from '../../text/words.ts';
import { kindText } from '../findings/subject-text.ts';

/** What a provision looks at: a kind of row, or the whole data. */
export function subjectText(table: string, language: Language): string {
  return kindText(table, language, sayIn(standardsWords, language)('whole_data'));
}
