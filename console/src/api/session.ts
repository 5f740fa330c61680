import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { z } from 'zod';
import { aboutRead } from '../../../src/server/contract/health.ts';
import { sessionRead } from '../../../src/server/contract/session.ts';
import type { me } from '../../../src/server/contract/session.ts';
import { call } from './call.ts';

/** Who is signed in, and for which tenant. */
export type Session = z.infer<typeof me>;

const key = [sessionRead.id];

/** The session; null where nobody is signed in. */
export function useSessionQuery(): UseQueryResult<Session | null> {
  return useQuery({
    queryKey: key,
    queryFn: async () => {
      // Asked first: a refused request would be an error in the browser's log.
      const { body: about } = await call(aboutRead, {});
      return about.signed_in ? (await call(sessionRead, {})).body : null;
    },
    staleTime: 60_000,
  });
}

/** Puts a session in place, or ends it; what was read in the name of another is forgotten. */
export function useSetSession(): (session: Session | null) => void {
  const queries = useQueryClient();
  return (session) => setSession(queries, session);
}

export function setSession(queries: QueryClient, session: Session | null): void {
  queries.removeQueries({ predicate: ({ queryKey: [id] }) => id !== sessionRead.id });
  queries.setQueryData(key, session);
}

export const SessionContext = createContext<Session | null>(null);

/** The session of a page that is shown to those signed in alone. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside the session gate');
  return session;
}
