import { useWords } from '../../app/language.ts';
import type { Filter } from '../../parts/FilterBar.tsx';
import { alertWords } from '../../text/alerts.ts';
import type { Alert } from './alert-types.ts';
import type { useWatchedPlatforms } from './use-watched-platforms.ts';

type Name = 'platform_id' | 'standing' | 'about';

/** Whose, which state, and what of the alerts that are there. */
export function useAlertFilters(
  platforms: ReturnType<typeof useWatchedPlatforms>['platforms'],
  rows: readonly Alert[],
  nameOf: (alert: Alert) => string,
): readonly Filter<Name>[] {
  const say = useWords(alertWords);
  const about = new Map(
    rows.flatMap((one) => {
      const key = one.provision ?? one.line;
      return key === undefined ? [] : [[key, nameOf(one)] as const];
    }),
  );
  const own: Filter<Name>[] = [
    {
      name: 'standing',
      title: say('standing'),
      options: [
        { value: 'true', label: say('standing_true') },
        { value: 'false', label: say('standing_false') },
      ],
    },
    {
      name: 'about',
      title: say('about'),
      options: [...about].map(([value, label]) => ({ value, label })),
    },
  ];
  if (platforms.length === 0) return own;
  return [{ name: 'platform_id', title: say('platform'), options: platforms }, ...own];
}
