import { useCallback } from 'react';
import type { Citation } from '../../../../src/model/provision.ts';
import { useWords } from '../../app/language.ts';
import { standardsWords } from '../../text/standards.ts';

type Read = Pick<Citation, 'rank' | 'checked' | 'confidence'>;

/** The rank of a text, when it was last read, and against what. */
export function useReadText(): (cite: Read) => string {
  const say = useWords(standardsWords);
  return useCallback(
    ({ rank, checked, confidence }: Read) =>
      say('confidence', {
        rank: say(`rank_${rank}`),
        day: checked,
        how: say(`confidence_${confidence}`),
      }),
    [say],
  );
}
