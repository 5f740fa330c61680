import { sessionDelete } from '../../../src/server/contract/session.ts';
import { useSetSession } from '../api/session.ts';
import { useAsk } from '../api/use-ask.ts';
import { keepChoices } from './stored.ts';

/** Ends the session. The answer makes the browser forget all of it; the reader's choices stay. */
export function useSignOut(): () => void {
  const setSession = useSetSession();
  const leave = useAsk(sessionDelete, {
    done: () => {
      keepChoices();
      setSession(null);
    },
  });
  return () => leave.mutate({});
}
