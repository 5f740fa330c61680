import { useSyncExternalStore } from 'react';
import { stored } from './stored.ts';

export type Look = 'system' | 'light' | 'dark';

/** Light or dark; `system` follows the machine. */
export const look = stored<Look>(
  'polyprism.look',
  ['system', 'light', 'dark'],
  () => 'system',
  (value) => {
    if (value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = value;
  },
);

const darkMachine = matchMedia('(prefers-color-scheme: dark)');

export function useLook(): Look {
  return useSyncExternalStore(look.subscribe, look.get);
}

/** Which of the two is shown now. */
export function useIsDark(): boolean {
  const machine = useMedia(darkMachine);
  const chosen = useLook();
  return chosen === 'system' ? machine : chosen === 'dark';
}

const wide = matchMedia('(min-width: 992px)');

/** Is there room for a navigation at the side? Below it is a phone's. */
export function useIsWide(): boolean {
  return useMedia(wide);
}

function useMedia(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
}
