import { useNavigate } from 'react-router';
import { demoEnter, demoFaces } from '../../../src/server/contract/demo.ts';
import type { Good } from '../api/call.ts';
import { useSetSession } from '../api/session.ts';
import { useAsk } from '../api/use-ask.ts';
import { useAsked } from '../api/use-asked.ts';

export type DemoFace = Good<typeof demoFaces>['body']['items'][number];

export interface Faces {
  /** Empty everywhere but in a demonstration; undefined until that is known. */
  readonly faces: readonly DemoFace[] | undefined;
  readonly enter: (user_id: string) => void;
  /** Who is being entered as. */
  readonly entering: string | null;
  readonly error: unknown;
}

/** Whom a visitor of a demonstration may be. Its language stays the visitor's. */
export function useFaces(): Faces {
  const setSession = useSetSession();
  const navigate = useNavigate();
  const { data, isError } = useAsked(demoFaces, {});
  const enter = useAsk(demoEnter, {
    done: (session) => {
      setSession(session);
      void navigate('/');
    },
  });
  return {
    faces: isError ? [] : data?.items,
    enter: (user_id) => enter.mutate({ body: { user_id } }),
    entering: enter.isPending ? enter.variables.body.user_id : null,
    error: enter.error,
  };
}
