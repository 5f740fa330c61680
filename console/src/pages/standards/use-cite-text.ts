import { useCallback } from 'react';
import { articleText } from '../../../../src/model/article-text.ts';
import { useLocalised, useWords } from '../../app/language.ts';
import { standardsWords } from '../../text/standards.ts';

/** Where a number of a provision stands in its law; `ours` where it does not. */
export function useCiteText(): (cite: string) => string {
  const say = useWords(standardsWords);
  const local = useLocalised();
  return useCallback(
    (cite: string) => (cite === 'ours' ? say('ours') : local(articleText(cite))),
    [say, local],
  );
}
