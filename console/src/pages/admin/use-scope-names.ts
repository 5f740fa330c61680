import { useCallback } from 'react';
import { scopes } from '../../../../src/server/contract/keys.ts';
import { useWords } from '../../app/language.ts';
import { adminWords } from '../../text/admin.ts';

/** What a scope of a key lets do, in words; one that is not known as it is. */
export function useScopeNames(): (scope: string) => string {
  const say = useWords(adminWords);
  return useCallback(
    (scope) => {
      const known = scopes.find((one) => one === scope);
      return known === undefined ? scope : say(`scope_${known}`);
    },
    [say],
  );
}
