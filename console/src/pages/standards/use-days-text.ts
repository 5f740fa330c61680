import { useCallback } from 'react';
import type { InForce } from '../../../../src/model/provision.ts';
import { useWords } from '../../app/language.ts';
import { standardsWords } from '../../text/standards.ts';

/** The days something holds: '自 2026-02-01'. */
export function useDaysText(): (days: InForce) => string {
  const say = useWords(standardsWords);
  return useCallback(
    ({ from, to }: InForce) => (to === null ? say('since', { from }) : say('until', { from, to })),
    [say],
  );
}
