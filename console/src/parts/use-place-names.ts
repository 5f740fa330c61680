import { useCallback } from 'react';
import { useLanguage } from '../app/language.ts';

/** Names of jurisdictions: packs of law are named by the codes of their regions. */
export function usePlaceNames(): (jurisdiction: string) => string {
  const language = useLanguage();
  return useCallback(
    (jurisdiction) => {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
      return /^[a-z]{2}$/.test(jurisdiction)
        ? (names.of(jurisdiction.toUpperCase()) ?? jurisdiction)
        : jurisdiction;
    },
    [language],
  );
}
