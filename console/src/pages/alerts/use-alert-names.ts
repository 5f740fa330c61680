import { useMemo } from 'react';
import { standardsList } from '../../../../src/server/contract/standards.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../app/language.ts';
import { alertWords } from '../../text/alerts.ts';
import { useLibrary } from '../../parts/use-library.ts';
import type { Alert } from './alert-types.ts';

/** What alerts are about, in words: titles of provisions, and lines. */
export function useAlertNames(alerts: readonly Alert[]): (alert: Alert) => string {
  const say = useWords(alertWords);
  const { data } = useAsked(standardsList, { headers: {} });
  const wanted = new Set(alerts.flatMap(({ provision }) => provision?.split('.')[0] ?? []));
  const known = data !== undefined && 'items' in data ? data.items : [];
  const library = useLibrary(known.filter(({ id }) => wanted.has(id)));
  return useMemo(
    () =>
      ({ provision, line = '' }) => {
        if (provision !== undefined) return library.title(provision);
        const people = /^people_(\d+)_on$/.exec(line)?.[1];
        if (people !== undefined) return say('line_people', { people });
        if (line === 'levels_3_on') return say('line_levels_3');
        return line === 'crossed_30_3_on' ? say('line_crossed') : line;
      },
    [say, library],
  );
}
